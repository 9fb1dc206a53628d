import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';

export const standard = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), points: f.points }),
  z.object({
    kind: z.literal('per-unit'),
    points: f.points,
    unit: z.string(),
    maximumUnits: z.int(),
  }),
  z.object({
    kind: z.literal('levels'),
    levels: z.array(z.object({ id: f.slug, name: z.string(), points: f.points })),
  }),
]);

export const cap = z.object({
  period: z.enum(['month', 'quarter', 'year', 'once']),
  points: z.optional(f.points),
  times: z.optional(z.int()),
});

export const pointItem = z.object({
  id: f.slug,
  fieldId: f.slug,
  name: z.string(),
  guidance: z.string(),
  standard,
  caps: z.array(cap),
  evidence: z.enum(['photo', 'none']),
  declarers: z.array(z.enum(['resident', 'cadre'])),
  purse: z.enum(['both', 'honour']),
  householdHidden: z.boolean(),
  common: z.boolean(),
});

export const listItems = contract({
  functionName: 'points',
  action: 'list-items',
  title: '看评分办法',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({
    schemeVersion: z.int(),
    fields: z.array(z.object({ id: f.slug, name: z.string(), order: z.int() })),
    items: z.array(pointItem),
  }),
  refusals: ['village-not-found'],
});

/** How much of an item a household may still get; asked before recording, decided when recorded. */
export const readAllowance = contract({
  functionName: 'points',
  action: 'read-allowance',
  title: '看这项还能记多少',
  kind: 'query',
  input: z.strictObject({ householdId: f.householdId, itemId: f.slug, day: f.day }),
  value: z.object({
    pointsLeft: f.points,
    /** A sentence: what limits it. */
    because: z.string(),
  }),
  refusals: ['item-not-found'],
});
