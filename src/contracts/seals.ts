import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostHouseholdsNamed, mostVillages, sealsShown } from './limits';

/**
 * Recomputes a household's chain and compares it with the village's seals, a page of them a call
 * from the newest back; names the first bad entry or seal.
 */
export const verifyAccount = contract({
  functionName: 'points',
  action: 'verify-account',
  title: '核验账本',
  kind: 'query',
  input: z.strictObject({
    householdId: f.householdId,
    /** The answer's `olderSeals`: goes on with the seals before that day. */
    sealsUpTo: z.optional(f.day),
  }),
  value: z.object({
    sound: z.boolean(),
    entries: z.int(),
    sealedDay: z.nullable(f.day),
    /** There are older seals than were looked at; ask again with it. Null: every one was. */
    olderSeals: z.nullable(f.day),
    firstBadSequence: z.nullable(z.int()),
    /** Where it is not the household's entries but the seal of a day that was changed. */
    badSealDay: z.nullable(z.string()),
    message: z.string(),
  }),
  refusals: ['household-not-found'],
});

/**
 * Looks through a village's books, some households a call, each from its first entry and against
 * the seals of the last week; names the first bad entry of each.
 */
export const verifyVillage = contract({
  functionName: 'points',
  action: 'verify-village',
  title: '查全村的账',
  kind: 'query',
  input: z.strictObject({
    villageId: f.slug,
    /** The answer's `next`: goes on behind that household. */
    after: z.optional(f.householdId),
  }),
  value: z.object({
    households: z.int(),
    entries: z.int(),
    faults: f.listOf(
      z.object({ householdNumber: f.householdNumber, firstBadSequence: z.int() }),
      mostHouseholdsNamed,
    ),
    /** Ask again with it; null: every book was looked through. */
    next: z.nullable(f.householdId),
    sealedDay: z.nullable(f.day),
    /** A seal of the last week that was changed, taken away or added. */
    badSealDay: z.nullable(z.string()),
  }),
  refusals: ['village-not-found'],
});

const sealCode = z.string().check(z.regex(/^\d{4} \d{4} \d{4}$/));

/** The codes of a village's seals, newest first: to be compared with what stands on paper. */
export const listSeals = contract({
  functionName: 'points',
  action: 'list-seals',
  title: '看每天的账本留底号',
  kind: 'query',
  input: z.strictObject({
    villageId: f.slug,
    /** The last day that was shown: goes on behind it. */
    before: z.optional(f.day),
  }),
  value: z.object({
    seals: f.listOf(z.object({ day: f.day, code: sealCode, households: z.int() }), sealsShown),
    more: z.boolean(),
  }),
  refusals: ['village-not-found'],
});

/** An alarm that waits: why a village is not sealed, and who has signed. */
export const openAlarm = z.object({
  number: z.int(),
  day: f.day,
  households: z.int(),
  signedBy: f.listOf(z.enum(['supervisor', 'town']), 2),
  /** Only for those who settle it; of very many the first. */
  householdNumbers: f.listOf(f.householdNumber, mostHouseholdsNamed),
});

/** The books were put back as they were sealed, or they stand as they are now. */
const alarmOutcome = z.enum(['restored', 'kept']);

/** The alarms that wait: of a village for its supervisors; the town sees those of all of them. */
export const listSealAlarms = contract({
  functionName: 'points',
  action: 'list-seal-alarms',
  title: '看要查的账',
  kind: 'query',
  input: z.strictObject({ villageId: z.optional(f.slug) }),
  value: z.object({
    alarms: f.listOf(
      z.extend(openAlarm, {
        villageId: f.slug,
        villageName: z.string(),
        /** The seal that was changed, taken away or added; null where it is the books. */
        badSealDay: z.nullable(f.day),
        /** What the one who has signed said; the other has to say the same. */
        outcome: z.nullable(alarmOutcome),
        signedByMe: z.boolean(),
      }),
      mostVillages,
    ),
  }),
  refusals: [],
});

/** One of the village's supervisors and one of the town sign; then the village is sealed again. */
export const settleSealAlarm = contract({
  functionName: 'points',
  action: 'settle-seal-alarm',
  title: '查清账本后签字',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    /** Of the alarm that was looked into. */
    number: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    outcome: alarmOutcome,
  }),
  value: z.object({ villageId: f.slug, number: z.int(), settled: z.boolean() }),
  logged: ['villageId', 'number', 'outcome'],
  refusals: [
    'alarm-not-found',
    'alarm-not-open',
    'own-household',
    'committee-may-not-settle',
    'other-side-needed',
    'outcomes-differ',
  ],
});
