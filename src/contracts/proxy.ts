import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';

/** In the input of what may be done for a household by whoever acts for it. */
export const byProxy = { proxyId: z.optional(f.ulid) };

/** As what somebody does things for others. */
export const helperOffice = z.enum(['cadre', 'keeper']);

export const proxyState = z.enum(['asked', 'running', 'ended']);

/** What was done for households that came without a phone, and how often. */
export const doneByProxy = z.object({
  declared: z.int(),
  objected: z.int(),
  ordered: z.int(),
  collected: z.int(),
});

/**
 * The household's card and its PIN, and it begins at once; the card alone, and it waits for a
 * second person. The answer says which household, because the command log keeps it.
 */
export const beginProxy = contract({
  functionName: 'people',
  action: 'begin-proxy',
  title: '替没有手机的一户办事',
  kind: 'command',
  input: z.strictObject({ cardText: f.cardText, pin: z.optional(f.pin) }),
  value: z.object({ proxyId: f.ulid, householdId: f.householdId, state: proxyState }),
  logged: ['cardText'],
  refusals: [
    'card-not-ours',
    'card-replaced',
    'household-ended',
    'own-household',
    'near-relative',
    'proxy-running',
    'pin-not-set',
    'pin-wrong',
    'too-many-tries',
  ],
});

/** By somebody who stands there, on their own phone. */
export const confirmProxy = contract({
  functionName: 'people',
  action: 'confirm-proxy',
  title: '作证这一户的人在场',
  kind: 'command',
  input: z.strictObject({ proxyId: f.ulid }),
  value: z.object({ proxyId: f.ulid, householdId: f.householdId, state: proxyState }),
  logged: ['proxyId'],
  refusals: [
    'proxy-not-found',
    'wrong-state',
    'confirm-late',
    'own-proxy',
    'helpers-home',
    'own-household',
    'near-relative',
    'adult-only',
    'one-outside',
  ],
});

export const endProxy = contract({
  functionName: 'people',
  action: 'end-proxy',
  title: '结束代办',
  kind: 'command',
  input: z.strictObject({ proxyId: f.ulid }),
  value: z.object({ proxyId: f.ulid, state: proxyState }),
  logged: ['proxyId'],
  refusals: ['proxy-not-found', 'wrong-state', 'not-your-proxy'],
});

/** One of them, for whoever is to confirm it and for whoever does it. */
export const readProxy = contract({
  functionName: 'people',
  action: 'read-proxy',
  title: '看一次代办',
  kind: 'query',
  input: z.strictObject({ proxyId: f.ulid }),
  value: z.object({
    state: proxyState,
    /** Until when it may be confirmed, or done, by the server's clock. */
    leftMs: z.int(),
    householdNumber: f.householdNumber,
    /** Masked: `张*`. */
    householdName: z.string(),
    villageName: z.string(),
    as: helperOffice,
    helperNumber: z.nullable(f.householdNumber),
    isHelper: z.boolean(),
    /** Whether the household's PIN can be set now. */
    maySetPin: z.boolean(),
  }),
  refusals: ['proxy-not-found'],
});

/** What was done for one's household by others, the latest first. */
export const listProxies = contract({
  functionName: 'people',
  action: 'list-proxies',
  title: '看谁替我家办过事',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.ulid) }),
  value: z.object({
    proxies: f.listOf(
      z.object({
        proxyId: f.ulid,
        as: helperOffice,
        helperNumber: z.nullable(f.householdNumber),
        /** Null where the PIN did. */
        secondNumber: z.nullable(f.householdNumber),
        beganAtMs: f.instant,
        /** What was done in it, and how often. */
        done: z.partial(doneByProxy),
      }),
      20,
    ),
    more: z.boolean(),
    /** When the card was made anew, and since when there is a PIN. */
    cardSince: z.nullable(f.day),
    pinSince: z.nullable(f.day),
  }),
  refusals: [],
});

/**
 * By an adult on their own phone, or before a helper of the committee and a second person. Null:
 * none any more.
 */
export const setPin = contract({
  functionName: 'people',
  action: 'set-pin',
  title: '设户码卡的密码',
  kind: 'command',
  input: z.strictObject({ pin: z.nullable(f.pin), ...byProxy }),
  value: z.object({ sinceDay: z.nullable(f.day) }),
  logged: ['proxyId'],
  refusals: ['adult-only', 'pin-easy', 'pin-needs-two'],
  byProxy: true,
});

/** A card that was lost is good for nothing at once; the new one is printed. */
export const reissueCard = contract({
  functionName: 'people',
  action: 'reissue-card',
  title: '换一张户码卡',
  kind: 'command',
  input: z.strictObject({ householdId: f.householdId }),
  value: z.object({ householdId: f.householdId, sinceDay: f.day }),
  logged: ['householdId'],
  refusals: ['household-not-found', 'household-ended', 'too-many-cards'],
});
