import * as z from 'zod/mini';
import { contract } from './contract';
import { conflictRefusals } from './deed';
import * as f from './fields';
import { mostPostedOfAMonth, mostRechecked, mostVillages } from './limits';
import { recordState } from './records';

/** Found to be as it was told, found not to be so, or not to be found out any more. */
export const recheckOutcome = z.enum(['holds', 'wrong', 'unclear']);

/** The supervisory committee looks again at a record that was drawn; it takes nothing back. */
export const recheckRecord = contract({
  functionName: 'points',
  action: 'recheck-record',
  title: '抽查',
  kind: 'command',
  input: z.strictObject({ recordId: f.ulid, outcome: recheckOutcome, reason: f.text(200) }),
  value: z.object({ recordId: f.ulid, state: recordState, outcome: recheckOutcome }),
  logged: ['recordId', 'outcome'],
  said: ['reason'],
  refusals: [
    ...(['record-not-found', 'wrong-state', 'not-for-recheck', 'already-rechecked'] as const),
    ...conflictRefusals,
    ...(['had-a-hand', 'committee-may-not-recheck', 'supervisors-turn'] as const),
  ],
});

const mark = z.string().check(z.regex(/^[0-9a-f]{12}$/));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Which of a month's records are looked at again, what came of it, and what drew them. */
export const readRecheck = contract({
  functionName: 'points',
  action: 'read-recheck',
  title: '看抽查结果',
  kind: 'query',
  input: z.strictObject({
    villageId: f.slug,
    /** When they were posted; last month unless told. */
    month: z.optional(z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
  }),
  value: z.object({
    month: z.string(),
    seedHash: hash,
    frozenAtMs: f.instant,
    drawDay: f.day,
    /** All that were posted in the month. */
    marks: f.listOf(mark, mostPostedOfAMonth),
    /** Null before its morning. */
    draw: z.nullable(z.object({ seed: hash, night: f.day, nightHash: hash })),
    /** Those that were drawn. */
    lines: f.listOf(
      z.object({
        mark,
        itemName: z.string(),
        day: f.day,
        /** For members of the village, and of what is about somebody's health for nobody. */
        householdNumber: z.nullable(f.householdNumber),
        result: z.enum(['waiting', 'holds', 'wrong', 'unclear']),
        /** Two have taken it back since. */
        reversed: z.boolean(),
      }),
      mostRechecked,
    ),
    /** All the town's seals of the night. */
    seals: f.listOf(z.object({ villageId: f.slug, hash }), mostVillages),
  }),
  refusals: ['village-not-found', 'recheck-not-found'],
});
