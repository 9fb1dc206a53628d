import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { byProxy } from './proxy';
import { recordLine } from './records';

export const readAccount = contract({
  functionName: 'points',
  action: 'read-account',
  title: '看我家的积分',
  kind: 'query',
  byProxy: true,
  input: z.strictObject({ ...byProxy }),
  value: z.object({
    spendable: f.points,
    held: f.points,
    honour: f.points,
    /** Awards posted as honour only while the village's money cannot back more spendable points. */
    spendableWaiting: f.points,
    lapse: z.nullable(z.object({ points: f.points, day: f.day })),
    quarterRank: z.nullable(z.int()),
    /** Since when the village's books are being looked into, where they are. */
    booksCheckedSince: z.nullable(f.day),
    /** Since when the household's spending is stopped; whether one of two agreed to end that. */
    frozen: z.nullable(z.object({ sinceDay: f.day, agreed: z.boolean() })),
    pending: f.listOf(recordLine, 200),
  }),
  refusals: ['account-not-found'],
});

export const statementLine = z.object({
  sequence: z.int(),
  day: f.day,
  kind: z.string(),
  title: z.string(),
  honour: f.points,
  spendable: f.points,
  held: f.points,
  spendableAfter: f.points,
  honourAfter: f.points,
  /** Plain sentences: what, who looked at it, by which version of the rules. */
  why: f.listOf(z.string(), 12),
  recordId: z.nullable(f.ulid),
  orderId: z.nullable(f.ulid),
});

/** Newest first; `before` is the last sequence already shown. */
export const readStatement = contract({
  functionName: 'points',
  action: 'read-statement',
  title: '看积分明细',
  kind: 'query',
  byProxy: true,
  input: z.strictObject({ before: z.optional(z.int().check(z.minimum(1))), ...byProxy }),
  value: z.object({ lines: f.listOf(statementLine, 20), more: z.boolean() }),
  refusals: [],
});
