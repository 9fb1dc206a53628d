import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { usesPerPage } from './limits';
import { byProxy } from './proxy';

const words = z.string().check(z.minLength(1));

/** How a deed is scored. There is no free-typed score, so that nobody can favour anyone. */
export const standard = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), points: f.points }),
  z.strictObject({
    kind: z.literal('per-unit'),
    points: f.points,
    /** What people count: `半天`, `小时`. */
    unit: words,
    /** So many of them make one share, which `units` counts; missing where each is one. */
    step: z.optional(z.int()),
    maximumUnits: z.int(),
  }),
  z.strictObject({
    kind: z.literal('levels'),
    levels: f.listOf(z.strictObject({ id: f.slug, name: words, points: f.points }), 10),
  }),
]);
export type Standard = z.infer<typeof standard>;

/** A household's limit for one item; at least one of `points` and `times` is given. */
export const cap = z.strictObject({
  period: z.enum(['month', 'quarter', 'year', 'once']),
  points: z.optional(f.points),
  times: z.optional(z.int()),
});

export type Cap = z.infer<typeof cap>;
export type CapPeriod = Cap['period'];

/** Strict, so that a misspelt key of the catalogue is found and not dropped (plan 三(一)1). */
export const pointItem = z.strictObject({
  id: f.slug,
  fieldId: f.slug,
  name: words,
  /** One plain sentence a villager understands. */
  guidance: words,
  standard,
  /** Empty only where domain.md sets no cap of its own; the household's general caps still hold. */
  caps: f.listOf(cap, 5),
  evidence: z.enum(['photo', 'none']),
  declarers: f.listOf(z.enum(['resident', 'cadre']), 2),
  /** `honour`: adds honour points only (blood donation stays unpaid). */
  purse: z.enum(['both', 'honour']),
  /** Health items never show a household to others. */
  householdHidden: z.boolean(),
  /** Shown first on the recording screen. */
  common: z.boolean(),
  /** Marked once in a life, as an act of courage: outside what all items share in a quarter. */
  onceInALife: z.optional(z.literal(true)),
  /** Counted once for a household and day: a second record of it is refused. */
  oncePerDay: z.optional(z.literal(true)),
});
export type PointItem = z.infer<typeof pointItem>;

export const listItems = contract({
  functionName: 'points',
  action: 'list-items',
  title: '看评分办法',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({
    schemeVersion: z.int(),
    fields: f.listOf(z.object({ id: f.slug, name: z.string(), order: z.int() }), 20),
    items: f.listOf(pointItem, 100),
  }),
  refusals: ['village-not-found'],
});

/** How the points of a deed would fall; asked before recording, decided when recorded. */
export const readAllowance = contract({
  functionName: 'points',
  action: 'read-allowance',
  title: '看这项的分怎么落',
  kind: 'query',
  byProxy: true,
  input: z.strictObject({
    householdId: f.householdId,
    itemId: f.slug,
    day: f.day,
    ...byProxy,
  }),
  value: z.object({
    /** Of a deed so many points can be spent; above that it adds honour alone. */
    pointsLeft: f.points,
    /** A sentence: what limits it. */
    because: z.string(),
    /** Records there are of this item on this day already. */
    sameDay: z.int(),
  }),
  refusals: ['household-not-found', 'item-not-found'],
});

/** What one deed used of the caps; `once` counts for good, the others in the year of their day. */
export const keptUse = z.object({
  householdId: f.householdId,
  itemId: f.slug,
  day: f.day,
  points: f.points,
  once: z.optional(z.literal(true)),
  onceInALife: z.optional(z.literal(true)),
});
export type KeptUse = z.infer<typeof keptUse>;

/** For a committee member's phone without network: what every household of the village used. */
export const listUses = contract({
  functionName: 'points',
  action: 'list-uses',
  title: '存一份各户记过的分,没网时也能看兑换分还剩多少',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug, after: z.optional(f.cursor) }),
  value: z.object({ uses: f.listOf(keptUse, usesPerPage), next: z.nullable(f.cursor) }),
  refusals: [],
});
