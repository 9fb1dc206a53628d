import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostLinesOfAHousehold, mostPastLinks, tasksPerPage } from './limits';

const decider = z.enum(['cadre', 'supervisor', 'town-admin']);
/** By the number of the register, let in by two, or entered in the register by two. */
const how = z.enum(['number', 'let-in', 'entered']);
/** As whom one of two decided, and on which day. */
const step = z.object({ as: decider, day: f.day });
const two = f.listOf(step, 2);
const state = z.enum(['linked', 'objected', 'proposed', 'cut', 'stays', 'ended']);
/** What is to become of it, and why: of the first as long as the second has not settled it. */
const opinion = z.object({ out: z.boolean(), reason: z.string() });

const link = z.object({
  linkId: f.ulid,
  how,
  sinceDay: f.day,
  two,
  state,
  /** Since when it stands as it does. */
  movedDay: f.day,
  /** What an adult of the household said. */
  objection: z.nullable(z.string()),
  opinion: z.nullable(opinion),
});

/**
 * Who belongs to a household and how each came in: for its people, and for who watches over letting
 * in. Of their own household without an id.
 */
export const listLinks = contract({
  functionName: 'people',
  action: 'list-links',
  title: '看一户的人是怎么加入的',
  kind: 'query',
  input: z.strictObject({ householdId: z.optional(f.householdId) }),
  value: z.object({
    householdId: f.householdId,
    householdNumber: f.householdNumber,
    people: f.listOf(
      z.object({
        memberId: z.string(),
        name: z.string(),
        relation: z.string(),
        hasJoined: z.boolean(),
        isOwn: z.boolean(),
        /** The caller may say that this is nobody of theirs. */
        mayObject: z.boolean(),
        link: z.nullable(link),
      }),
      mostLinesOfAHousehold,
    ),
    /** Who had joined and is out, the latest first. */
    past: f.listOf(z.object({ name: z.string(), link }), mostPastLinks),
    /** Who asks to be entered in this household. */
    asking: f.listOf(z.object({ name: z.string(), askedDay: f.day }), mostPastLinks),
  }),
  refusals: ['household-not-found'],
});

/** Once per somebody who joined: then the household spends nothing until two have settled it. */
export const objectToLink = contract({
  functionName: 'people',
  action: 'object-to-link',
  title: '说这不是我家的人',
  kind: 'command',
  input: z.strictObject({ linkId: f.ulid, reason: f.text(60) }),
  value: z.object({ linkId: f.ulid, state: z.literal('objected') }),
  said: ['reason'],
  logged: ['linkId'],
  refusals: ['link-not-found', 'adult-only', 'own-link', 'objected-before', 'private-number'],
});

/** Links that wait for the caller, the longest waiting first. */
export const listLinkObjections = contract({
  functionName: 'people',
  action: 'list-link-objections',
  title: '看哪些户有人加入要查清',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    links: f.listOf(
      z.extend(link, {
        householdId: f.householdId,
        householdNumber: f.householdNumber,
        villageName: z.string(),
        name: z.string(),
        opinionAs: z.nullable(decider),
      }),
      tasksPerPage,
    ),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/**
 * Two say what becomes of somebody who was objected to: the first with a reason, the second by
 * being of the same opinion. Of whom the town took out alone one other person says it.
 */
export const settleLink = contract({
  functionName: 'people',
  action: 'settle-link',
  title: '查清一个人是不是这一户的',
  kind: 'command',
  input: z.strictObject({
    linkId: f.ulid,
    /** Whether they are out, or stay. */
    out: z.boolean(),
    reason: z.optional(f.text(60)),
  }),
  value: z.object({ linkId: f.ulid, state: z.enum(['proposed', 'stays', 'ended']) }),
  said: ['reason'],
  logged: ['linkId', 'out'],
  refusals: [
    'link-not-found',
    'wrong-state',
    'own-link',
    'own-household',
    'near-relative',
    'own-objection',
    'let-them-in',
    'another-must-agree',
    'reason-needed',
    'private-number',
    'last-administrator',
  ],
});
