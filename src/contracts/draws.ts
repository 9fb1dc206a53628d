import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostDrawsShown, mostOfficesAtAPlace, mostVillages } from './limits';

/** Stands for somebody in one draw; whose it is, nobody can tell from it. */
const mark = z.string().check(z.regex(/^[0-9a-f]{12}$/));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const marks = f.listOf(mark, mostOfficesAtAPlace);

const pool = f.listOf(z.object({ mark, near: z.boolean() }), mostOfficesAtAPlace);
const leftOut = f.listOf(
  z.object({ mark, why: z.enum(['involved', 'kin-of-involved', 'away']) }),
  mostOfficesAtAPlace,
);

/**
 * What a draw is made from and what it gave: enough to make it again. Before the night it is the
 * hash of the seed and who may be drawn; behind it the seed and the night's seals as well.
 */
export const readDraw = contract({
  functionName: 'points',
  action: 'read-draw',
  title: '看评议员怎么抽的',
  kind: 'query',
  input: z.strictObject({ recordId: f.ulid }),
  value: z.object({
    seedHash: hash,
    /** On whose morning it falls; null where it has. */
    drawDay: z.nullable(f.day),
    frozenAtMs: f.instant,
    pool,
    leftOut,
    /** The first one first; a later one took the place of a panel that did not decide in time. */
    draws: f.listOf(
      z.object({
        seed: hash,
        night: f.day,
        nightHash: hash,
        frozenAtMs: f.instant,
        pool,
        panel: marks,
        aside: marks,
      }),
      mostDrawsShown,
    ),
    /** All the town's seals of the last draw's night. */
    seals: f.listOf(z.object({ villageId: f.slug, hash }), mostVillages),
    /** Of who asks, where they may be or were drawn, and how they voted. */
    mine: z.nullable(z.object({ mark, agreed: z.nullable(z.boolean()) })),
  }),
  refusals: ['record-not-found', 'not-drawn-for'],
});
