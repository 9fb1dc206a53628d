import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import {
  drawIsHonest,
  drawPanel,
  nextSeed,
  panelIsLate,
  panelOf,
  seedHashOf,
} from '../../../src/domain/records/panel';
import { refusalOf } from '../kernel/refusal-of';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    personId: `p${index}`,
    householdId: `v01-${index}`,
  }));
const nobody = { householdIds: [], personIds: [] };

test('a draw can be redone by anyone, whatever the order of the pool', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 3, max: 20 }), (seed, count) => {
      const draw = drawPanel(people(count), nobody, seed, 0);
      expect(draw.panel).toHaveLength(3);
      expect(new Set(draw.panel).size).toBe(3);
      expect(drawIsHonest(seedHashOf(seed), draw)).toBe(true);
      expect(panelOf(seed, [...draw.pool].reverse())).toEqual(draw.panel);
    }),
  );
});

test('promises and lots are the hashes the poster explains: anyone can compute them', () => {
  expect(seedHashOf('seed')).toBe(sha('panel-seed\nseed'));
  expect(nextSeed('seed')).toBe(sha('panel-next\nseed'));
  const pool = ['a', 'b', 'c', 'd', 'e'];
  const lots = pool.map((personId) => ({ personId, lot: sha(`seed\n${personId}`) }));
  const smallest = lots.sort((one, other) => one.lot.localeCompare(other.lot)).slice(0, 3);
  expect(panelOf('seed', pool)).toEqual(smallest.map(({ personId }) => personId));
});

test('a draw is frozen: its pool sorted, everybody once, its instant and the draw before', () => {
  const twice = [...people(4), ...people(4)].reverse();
  const first = drawPanel(twice, nobody, 'seed', 7);
  expect(first).toMatchObject({ seed: 'seed', pool: ['p0', 'p1', 'p2', 'p3'], drawnAtMs: 7 });
  expect(first.previous).toBeNull();
  expect(drawPanel(people(4), nobody, 'seed', 8, first).previous).toBe(first);
});

test('another seed, pool or panel than was promised is found out', () => {
  const draw = drawPanel(people(9), nobody, 'seed', 0);
  const promised = seedHashOf('seed');
  const other = draw.pool.find((personId) => !draw.panel.includes(personId)) ?? '';
  expect(drawIsHonest(promised, { ...draw, seed: 'other' })).toBe(false);
  expect(drawIsHonest(seedHashOf('other'), draw)).toBe(false);
  expect(drawIsHonest(promised, { ...draw, panel: [other, ...draw.panel.slice(1)] })).toBe(false);
  const smaller = draw.pool.filter((personId) => personId !== draw.panel[0]);
  expect(drawIsHonest(promised, { ...draw, pool: smaller })).toBe(false);
});

test('everybody is drawn about equally often', () => {
  const times = new Map<string, number>();
  for (let round = 0; round < 3000; round += 1) {
    for (const personId of drawPanel(people(6), nobody, `seed ${round}`, 0).panel) {
      times.set(personId, (times.get(personId) ?? 0) + 1);
    }
  }
  for (const count of times.values()) expect(Math.abs(count - 1500)).toBeLessThan(150);
});

test('conflicts of interest are left out; too few is said', () => {
  const excluded = { householdIds: ['v01-0', 'v01-1'], personIds: ['p2'] };
  expect(drawPanel(people(6), excluded, 's', 0).pool).toEqual(['p3', 'p4', 'p5']);
  expect(refusalOf(() => drawPanel(people(5), excluded, 's', 0))).toEqual({
    code: 'panel-too-small',
    message: '能回避亲属的评议小组成员只有 2 人,要 3 人才能评议。请镇里从本村或邻村再指定几位。',
    details: { there: 2, needed: 3 },
  });
  // Somebody of the town's own people has no household and no conflict by it.
  const outsider = { personId: 'p9', householdId: null };
  expect(drawPanel([...people(5), outsider], excluded, 's', 0).panel).toContain('p9');
});

test('a second draw follows from the first seed, so nobody chooses it', () => {
  const first = drawPanel(people(9), nobody, 'seed', 0);
  const rest = { householdIds: [], personIds: first.panel };
  const second = drawPanel(people(9), rest, nextSeed('seed'), 1, first);
  const promised = seedHashOf('seed');
  expect(drawIsHonest(promised, second)).toBe(true);
  expect(second.panel.some((personId) => first.panel.includes(personId))).toBe(false);
  const chosen = drawPanel(people(9), rest, 'a better seed', 1, first);
  expect(drawIsHonest(promised, chosen)).toBe(false);
});

test('a panel is late when its third working day is over', () => {
  // Drawn on a Friday: Monday, Tuesday and Wednesday are its three days.
  const draw = drawPanel(people(5), nobody, 's', Date.parse('2026-11-20T09:00:00+08:00'));
  expect(panelIsLate(draw, Date.parse('2026-11-25T23:59:59+08:00'))).toBe(false);
  expect(panelIsLate(draw, Date.parse('2026-11-26T00:00:00+08:00'))).toBe(true);
  expect(panelIsLate(null, Number.MAX_SAFE_INTEGER)).toBe(false);
});
