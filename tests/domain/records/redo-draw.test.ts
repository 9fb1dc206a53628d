import { nightHashOf } from '../../../src/domain/records/night';
import { drawsOf, fallOf, freezePool, seedHashOf } from '../../../src/domain/records/panel';
import { type PublishedDraw, redoDraw } from '../../../src/domain/records/redo-draw';

const seals = [
  { villageId: 'v01', hash: 'a' },
  { villageId: 'v02', hash: 'b' },
];
const night = '2026-11-20';
const people = Array.from({ length: 8 }, (_, index) => ({
  ...{ personId: `p${index}`, householdId: `h${index}`, mark: `mark${index}` },
}));
const excluded = { nearIds: ['h1'], involvedIds: [], personIds: ['p2'], awayIds: [] };
const frozenAtMs = Date.parse('2026-11-19T12:00:00+08:00');
const frozen = freezePool(people, excluded, frozenAtMs);
const chance = { seed: 'seed', nightHash: nightHashOf(night, seals) };
const draws = drawsOf(fallOf(frozen, chance, night, frozenAtMs + 1));

const published = (change: Partial<PublishedDraw> = {}) =>
  redoDraw({
    ...{ seedHash: seedHashOf('seed'), drawDay: null, frozenAtMs, mine: null },
    ...{ pool: [], leftOut: [], seals },
    draws: draws as PublishedDraw['draws'],
    ...change,
  });

test('what is published gives the same panel again', () => {
  expect(published()).toEqual({ panelFits: true, nightFits: true });
});

test('before the seed is out nothing can be made again', () => {
  expect(published({ draws: [] })).toBeNull();
});

test('another seed, or a seal that was changed, is found', () => {
  expect(published({ seedHash: seedHashOf('other') })?.panelFits).toBe(false);
  const changed = [{ villageId: 'v01', hash: 'c' }, ...seals.slice(1)];
  expect(published({ seals: changed })).toEqual({ panelFits: true, nightFits: false });
});
