import * as fc from 'fast-check';
import { nightOf } from '../../../src/domain/records/night';
import {
  drawnOf,
  fallOfRecheck,
  freezeRecheck,
  monthBefore,
  recheckSeedHash,
  recheckSize,
} from '../../../src/domain/records/recheck';
import { type PublishedRecheck, redoRecheck } from '../../../src/domain/records/redo-recheck';

const seed = 'e'.repeat(64);
const hex = fc.stringMatching(/^[0-9a-f]{12}$/);
const pools = fc.uniqueArray(hex, { minLength: 1, maxLength: 300 });
const frozenAtMs = Date.parse('2026-12-01T06:00:00+08:00');
const of = { villageId: 'v01', month: '2026-11', seedHash: recheckSeedHash(seed) };
const night = nightOf('2026-12-02', [{ villageId: 'v01', hash: 'a'.repeat(64) }], 1);

const frozenWith = (marks: readonly string[]) =>
  freezeRecheck(
    of,
    marks.map((mark) => ({ mark, recordId: `r${mark}` })),
    frozenAtMs,
  );

function publishedOf(marks: readonly string[]): PublishedRecheck {
  const { pool, drawn, draw, seedHash, drawDay } = fallOfRecheck(frozenWith(marks), seed, night, 2);
  const lines = pool
    .filter(({ recordId }) => drawn.includes(recordId))
    .map(({ mark }) => ({
      ...{ mark, itemName: '', day: '2026-11-20', householdNumber: null },
      ...{ result: 'waiting' as const, reversed: false },
    }));
  const { seals } = night;
  const told = draw && { seed: draw.seed, night: draw.night, nightHash: draw.nightHash };
  const all = pool.map(({ mark }) => mark);
  return { month: of.month, seedHash, frozenAtMs, drawDay, marks: all, draw: told, lines, seals };
}

test('one of twenty, rounded up, and one where there is any', () => {
  expect([0, 1, 20, 21, 40, 41, 10_000].map(recheckSize)).toEqual([0, 1, 1, 2, 2, 3, 500]);
});

test('the draw is the same whatever order the pool comes in, and as many as it should be', () => {
  fc.assert(
    fc.property(pools, (marks) => {
      const chance = { seed, nightHash: night.hash };
      const there = drawnOf(
        chance,
        marks.map((mark) => ({ mark })),
      );
      const back = drawnOf(
        chance,
        [...marks].reverse().map((mark) => ({ mark })),
      );
      expect(there).toEqual(back);
      expect(there).toHaveLength(Math.ceil(marks.length * 0.05));
    }),
  );
});

test('drawn again from what is published it is the same; what was changed shows', () => {
  fc.assert(
    fc.property(pools, (marks) => {
      const published = publishedOf(marks);
      expect(redoRecheck(published)).toEqual({ drawFits: true, nightFits: true });
      // A record taken out of the pool, one left out of what was drawn, another seed, other seals.
      const [one] = published.lines;
      const without = published.marks.filter((mark) => mark !== one?.mark);
      const draw = published.draw && { ...published.draw, seed: 'f'.repeat(64) };
      const wrongs: Partial<PublishedRecheck>[] = [
        { marks: without },
        { lines: published.lines.slice(1) },
        { draw },
        { frozenAtMs: Date.parse('2026-12-02T00:30:00+08:00') },
      ];
      for (const wrong of wrongs) {
        expect(redoRecheck({ ...published, ...wrong })?.drawFits).toBe(false);
      }
      const seals = [{ villageId: 'v01', hash: 'b'.repeat(64) }];
      expect(redoRecheck({ ...published, seals })?.nightFits).toBe(false);
    }),
  );
});

test('the draw falls on a working morning behind a night; of nothing nothing is drawn', () => {
  expect(frozenWith(['0'.repeat(12)])).toMatchObject({ state: 'frozen', drawDay: '2026-12-02' });
  expect(frozenWith([])).toMatchObject({ state: 'asked', drawn: [] });
  const early = nightOf('2026-12-01', [], 1);
  expect(() => fallOfRecheck(frozenWith(['0'.repeat(12)]), seed, early, 2)).toThrow('morning');
  expect(monthBefore(Date.parse('2027-01-01T00:10:00+08:00'))).toBe('2026-12');
});
