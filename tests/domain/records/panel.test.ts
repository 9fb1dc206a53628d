import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { nightHashOf, nightOf } from '../../../src/domain/records/night';
import {
  dayOfDraw,
  drawIsHonest,
  drawnAgain,
  drawsOf,
  type Excluded,
  everDrawn,
  fallOf,
  freezePool,
  nextSeed,
  orderOf,
  panelIsLate,
  panelOf,
  publicDraw,
  seedHashOf,
  withoutMember,
} from '../../../src/domain/records/panel';
import type { Draw } from '../../../src/domain/records/types';
import { refusalOf } from '../kernel/refusal-of';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    personId: `p${index}`,
    householdId: `v01-${index}`,
    mark: sha(`mark ${index}`).slice(0, 16),
  }));
const nobody: Excluded = { nearIds: [], involvedIds: [], personIds: [], awayIds: [] };
const frozenAtMs = Date.parse('2026-11-19T12:00:00+08:00');
const drawnAtMs = Date.parse('2026-11-20T06:00:00+08:00');
const night = '2026-11-20';
const nightHash = nightHashOf(night, [{ villageId: 'v01', hash: 'h' }]);
const draw = (count: number, seed = 'seed', excluded = nobody, previous: Draw | null = null) =>
  fallOf(
    freezePool(people(count), excluded, frozenAtMs, previous),
    { seed, nightHash },
    night,
    drawnAtMs,
  );

test('a draw can be redone by anyone from what is public, whatever the order of the pool', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 3, max: 20 }), (seed, count) => {
      const drawn = draw(count, seed);
      expect(drawn.panel).toHaveLength(Math.min(5, count));
      expect(new Set(drawn.panel).size).toBe(drawn.panel.length);
      const told = publicDraw(drawn);
      expect(drawIsHonest(seedHashOf(seed), [told])).toBe(true);
      const turned = { ...told, pool: [...told.pool].reverse() };
      expect(drawIsHonest(seedHashOf(seed), [turned])).toBe(true);
      // Chance may make a seed that reads like a person's id: it is public, and no name.
      expect(JSON.stringify({ ...told, seed: '' })).not.toMatch(/"p\d/);
    }),
  );
});

test('promises and lots are the hashes the page explains: anyone can compute them', () => {
  expect(seedHashOf('seed')).toBe(sha('panel-seed\nseed'));
  expect(nextSeed('seed')).toBe(sha('panel-next\nseed'));
  const marks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const lots = marks.map((mark) => ({ mark, lot: sha(`seed\nnight\n${mark}`) }));
  const order = lots.sort((one, other) => one.lot.localeCompare(other.lot));
  const chance = { seed: 'seed', nightHash: 'night' };
  const pool = marks.map((mark) => ({ mark, near: false }));
  const told = order.map(({ mark }) => mark);
  expect(orderOf(chance, pool).map(({ mark }) => mark)).toEqual(told);
  expect(panelOf(chance, pool).map(({ mark }) => mark)).toEqual(told.slice(0, 5));
});

test('a night’s hash is over all the town’s seals, in whatever order', () => {
  const seals = [
    { villageId: 'v02', hash: 'b' },
    { villageId: 'v01', hash: 'a' },
  ];
  expect(nightHashOf(night, seals)).toBe(sha(`seals-of-night\n${night}\nv01 a\nv02 b`));
  expect(nightOf(night, seals, 1).hash).toBe(nightHashOf(night, [...seals].reverse()));
  expect(nightHashOf('2026-11-21', seals)).not.toBe(nightHashOf(night, seals));
});

test('of the first five those who stand near have no vote; under three the next come in', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 20 }), (nearness) => {
      const chance = { seed: 's', nightHash };
      const pool = nearness.map((near, index) => ({ mark: `m${index}`, near }));
      const order = orderOf(chance, pool);
      const panel = panelOf(chance, pool);
      const freeOfFive = order.slice(0, 5).filter(({ near }) => !near);
      const freeAtAll = order.filter(({ near }) => !near);
      expect(panel).toEqual(freeAtAll.slice(0, Math.max(3, freeOfFive.length)));
    }),
  );
});

test('a pool is frozen: everybody once, by their marks, who is left out with why', () => {
  const twice = [...people(7), ...people(7)].reverse();
  const excluded = {
    nearIds: ['v01-0'],
    involvedIds: ['v01-1'],
    ...{ personIds: ['p2'], awayIds: ['p3'] },
  };
  const { pool, leftOut, ...rest } = freezePool(twice, excluded, frozenAtMs);
  expect(rest).toEqual({ frozenAtMs, previous: null });
  const marks = pool.map(({ mark }) => mark);
  expect(marks).toEqual([...marks].sort());
  const inPool = pool.map(({ personId, near }) => [personId, near]).sort();
  expect(inPool).toEqual([
    ...[['p0', true]],
    ...['p4', 'p5', 'p6'].map((personId) => [personId, false]),
  ]);
  const why = new Map(leftOut.map((each) => [each.mark, each.why]));
  const markOf = (index: number) => people(7)[index]?.mark ?? '';
  expect(why.get(markOf(1))).toBe('kin-of-involved');
  expect(why.get(markOf(2))).toBe('involved');
  expect(why.get(markOf(3))).toBe('away');
  expect(leftOut).toHaveLength(3);
});

test('another seed, night, pool or panel than was published is found out', () => {
  const told = publicDraw(draw(9));
  const promised = seedHashOf('seed');
  const honest = (change: Partial<typeof told>) => drawIsHonest(promised, [{ ...told, ...change }]);
  expect(honest({})).toBe(true);
  const other = told.pool.find(({ mark }) => !told.panel.includes(mark))?.mark ?? '';
  expect(honest({ seed: 'other' })).toBe(false);
  expect(drawIsHonest(seedHashOf('other'), [told])).toBe(false);
  expect(honest({ panel: [other, ...told.panel.slice(1)] })).toBe(false);
  expect(honest({ pool: told.pool.filter(({ mark }) => mark !== told.panel[0]) })).toBe(false);
  expect(honest({ nightHash: nightHashOf(night, []) })).toBe(false);
  expect(honest({ aside: [other] })).toBe(false);
  // Frozen in the same night: whoever froze it could have known the seals.
  expect(honest({ frozenAtMs: drawnAtMs })).toBe(false);
  expect(dayOfDraw({ ...draw(9), frozenAtMs })).toBe(night);
});

test('everybody is drawn about equally often', () => {
  const times = new Map<string, number>();
  for (let round = 0; round < 3000; round += 1) {
    for (const personId of draw(10, `seed ${round}`).panel) {
      times.set(personId, (times.get(personId) ?? 0) + 1);
    }
  }
  expect(times.size).toBe(10);
  for (const count of times.values()) expect(Math.abs(count - 1500)).toBeLessThan(150);
});

test('too few who may vote is said; who has no household stands near nobody', () => {
  const excluded = { ...nobody, nearIds: ['v01-0', 'v01-1'], personIds: ['p2'] };
  expect(refusalOf(() => freezePool(people(5), excluded, frozenAtMs))).toEqual({
    code: 'panel-too-small',
    message: '能回避亲属的评议小组成员只有 2 人,要 3 人才能评议。请镇里从本村或邻村再指定几位。',
    details: { there: 2, needed: 3 },
  });
  const outsider = { personId: 'p9', householdId: null, mark: 'outside' };
  const { pool } = freezePool([...people(5), outsider], excluded, frozenAtMs);
  expect(pool.find(({ personId }) => personId === 'p9')?.near).toBe(false);
});

test('who steps aside is replaced only where fewer than three are left', () => {
  const first = draw(6);
  const [one = '', two = '', three = '', four = ''] = first.panel;
  const outside = people(6).find(({ personId }) => !first.panel.includes(personId))?.personId;
  const twoLess = withoutMember(withoutMember(first, one), two);
  expect(twoLess.panel).toEqual(first.panel.slice(2));
  const threeLess = withoutMember(twoLess, three);
  expect(threeLess.panel).toEqual([...first.panel.slice(3), outside]);
  expect(drawIsHonest(seedHashOf('seed'), drawsOf(threeLess))).toBe(true);
  expect(refusalOf(() => withoutMember(threeLess, four)).code).toBe('nobody-comes-in');
  expect(everDrawn(threeLess)).toEqual([...threeLess.panel, one, two, three]);
  expect(everDrawn(null)).toEqual([]);
});

test('a second draw follows from the first seed, so nobody chooses it', () => {
  const first = draw(12);
  const rest = { ...nobody, awayIds: first.panel };
  const second = draw(12, nextSeed('seed'), rest, first);
  const promised = seedHashOf('seed');
  expect(drawsOf(second)).toEqual([publicDraw(first), publicDraw(second)]);
  expect(drawIsHonest(promised, drawsOf(second))).toBe(true);
  expect(second.panel.some((personId) => first.panel.includes(personId))).toBe(false);
  expect(drawIsHonest(promised, drawsOf(draw(12, 'a better seed', rest, first)))).toBe(false);
});

test('the same deed goes to those drawn before; whoever stands too near since has no vote', () => {
  const first = draw(9);
  const [one = ''] = first.panel;
  const now = (excluded = nobody) => freezePool(people(9), excluded, drawnAtMs);
  expect(drawnAgain(first, now(), drawnAtMs + 1)).toEqual({ ...first, drawnAtMs: drawnAtMs + 1 });
  const nearer = drawnAgain(first, now({ ...nobody, personIds: [one] }), drawnAtMs);
  expect(nearer.panel).toEqual(first.panel.slice(1));
  expect(drawIsHonest(seedHashOf('seed'), drawsOf(nearer))).toBe(true);
  const left = (count: number) => freezePool(people(count), nobody, drawnAtMs);
  const few = () => drawnAgain({ ...first, pool: first.pool.slice(0, 2) }, left(3), 1);
  expect(refusalOf(few).code).toBe('panel-too-small');
});

test('a panel is late when its third working day is over', () => {
  // Drawn on a Friday: Monday, Tuesday and Wednesday are its three days.
  const drawn = { ...draw(5), drawnAtMs: Date.parse('2026-11-20T09:00:00+08:00') };
  expect(panelIsLate(drawn, Date.parse('2026-11-25T23:59:59+08:00'))).toBe(false);
  expect(panelIsLate(drawn, Date.parse('2026-11-26T00:00:00+08:00'))).toBe(true);
  expect(panelIsLate(null, Number.MAX_SAFE_INTEGER)).toBe(false);
});
