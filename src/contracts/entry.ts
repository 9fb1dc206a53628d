import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { entryRequestsPerPage } from './limits';

/** Born here, or come from elsewhere; both live here long. */
export const residence = z.enum(['local', 'newcomer']);
/** `YYYY-MM`. */
const month = z.string().check(z.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/));
const birthYear = z.int().check(z.minimum(1900), z.maximum(2100));

/** Who stands in no line of the register asks to be entered; asking anew puts it right. */
export const askToBeEntered = contract({
  functionName: 'people',
  action: 'ask-to-be-entered',
  title: '申请登记进户册',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    name: f.personName,
    birthYear,
    residence,
    /** Since when they live in the village: long-term residence is the only test. */
    sinceMonth: month,
    /** Where they live; null for whoever has no household here yet. */
    householdNumber: z.nullable(f.householdNumber),
    /** From `wechat.read-phone-number`; without it the line has no number. */
    phoneToken: z.optional(z.string().check(z.maxLength(400))),
    /** As of joining. */
    namesShown: z.boolean(),
  }),
  /** Kept in the command log for good, so it names nothing. */
  value: z.object({ state: z.literal('waiting') }),
  refusals: [
    'village-not-found',
    'household-not-found',
    'household-ended',
    'already-joined',
    'adult-only',
    'month-does-not-fit',
    'number-stands-already',
    'phone-token-stale',
    'too-many-tries',
    'asked-above',
    'closed-for-now',
  ],
});

const entryRequestId = z.string().check(z.regex(/^[a-z0-9-]{1,40}\.[0-9A-HJKMNP-TV-Z]{26}$/));
const decider = z.enum(['cadre', 'supervisor', 'town-admin']);

export const entryRequest = z.object({
  entryRequestId,
  villageName: z.string(),
  name: z.string(),
  birthYear: z.int(),
  residence,
  sinceMonth: z.string(),
  householdNumber: z.nullable(f.householdNumber),
  phoneProven: z.boolean(),
  askedAtMs: f.instant,
  /** The supervisory committee looks at it once more. */
  appealed: z.boolean(),
  agreedAs: z.nullable(decider),
  /** Why somebody said no before. */
  refusedBecause: z.nullable(z.string()),
  /** The household has somebody of that name already. */
  nameStandsThere: z.boolean(),
  /** Where the number stands already. */
  numberStandsAt: z.nullable(f.householdNumber),
});

/** Those that wait for the caller, the longest waiting first. */
export const listEntryRequests = contract({
  functionName: 'people',
  action: 'list-entry-requests',
  title: '看谁申请登记进户册',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    requests: f.listOf(entryRequest, entryRequestsPerPage),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});

/** With the second yes they stand in the register and have joined; a no says why. */
export const answerEntryRequest = contract({
  functionName: 'people',
  action: 'answer-entry-request',
  title: '答复登记申请',
  kind: 'command',
  input: z.strictObject({
    entryRequestId,
    /** As it was seen: whoever asks anew is not entered by an answer to what they asked before. */
    askedAtMs: f.instant,
    accept: z.boolean(),
    reason: z.optional(f.text(60)),
  }),
  value: z.object({
    entryRequestId,
    state: z.enum(['agreed', 'refused', 'backed', 'closed', 'entered']),
    /** Of a household that is new with it. */
    newNumber: z.nullable(f.householdNumber),
  }),
  said: ['reason'],
  logged: ['accept'],
  refusals: [
    'entry-request-not-found',
    'entry-request-answered',
    'entry-request-changed',
    'own-request',
    'own-household',
    'near-relative',
    'own-refusal',
    'another-must-agree',
    'reason-needed',
    'private-number',
    'village-not-found',
    'household-not-found',
    'household-ended',
    'name-stands-already',
    'already-joined',
    'no-free-number',
  ],
});

/** Once, by whoever was refused: the supervisory committee looks again. */
export const appealEntryRefusal = contract({
  functionName: 'people',
  action: 'appeal-entry-refusal',
  title: '请监委会再看登记申请',
  kind: 'command',
  input: f.nothing,
  value: z.object({ state: z.literal('appealed') }),
  refusals: ['nothing-refused'],
});

/** By whoever asked, as long as nobody decided it: nothing of it is kept. */
export const withdrawEntryRequest = contract({
  functionName: 'people',
  action: 'withdraw-entry-request',
  title: '撤回登记申请',
  kind: 'command',
  input: f.nothing,
  value: z.object({ state: z.literal('withdrawn') }),
  refusals: ['nothing-to-withdraw', 'asked-above'],
});
