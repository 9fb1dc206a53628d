import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostTaskKinds, tasksPerPage } from './limits';

/** What is to be done, as the person it waits for would call it. */
export const toDo = z.enum([
  'to-check',
  'to-cosign',
  'to-review',
  'review-late',
  'to-notice',
  'objections',
  'reversals',
  'to-recheck',
  'joins',
  'entry-requests',
  'links',
  'freezes',
  'offices',
  'entries',
  'life',
  'rolls',
  'to-sign',
  'to-hand-over',
  'to-fetch',
  /** It waits for others, and too long. */
  'late',
]);

export type ToDo = z.infer<typeof toDo>;

/**
 * All that waits for somebody, of all their offices, most urgent first: one card for each kind of
 * thing to do.
 */
export const readToday = contract({
  functionName: 'people',
  action: 'read-today',
  title: '看今天等我办的',
  kind: 'query',
  input: f.nothing,
  value: z.object({
    cards: f.listOf(
      z.object({
        toDo,
        /** `评议`. */
        title: z.string(),
        count: z.int(),
        /** There are more than were counted. */
        more: z.boolean(),
        /** Of the most urgent one, a sentence. */
        due: z.string(),
        dueDay: f.day,
        /** How many of them are past their last day. */
        late: z.int(),
        /** The page that opens it; what it is called, where it is one alone. */
        page: z.string(),
        subject: z.nullable(z.string()),
      }),
      mostTaskKinds,
    ),
  }),
  refusals: [],
});

/** What others leave lying, for those who answer for it; the longest waiting first. */
export const listLate = contract({
  functionName: 'people',
  action: 'list-late',
  title: '看超期的事',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.cursor) }),
  value: z.object({
    tasks: f.listOf(
      z.object({
        taskId: z.string(),
        title: z.string(),
        /** Whom and what it waits for, and since which day it is late, a sentence. */
        next: z.string(),
        villageName: z.string(),
        /** Null where the reader has nothing to open. */
        page: z.nullable(z.string()),
      }),
      tasksPerPage,
    ),
    more: z.boolean(),
    next: z.nullable(f.cursor),
  }),
  refusals: [],
});
