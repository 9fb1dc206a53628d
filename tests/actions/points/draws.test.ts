import { points } from '../../../src/contracts';
import { redoDraw } from '../../../src/domain/records/redo-draw';
import { codeOf, openPointsTown, type PointsTown, panelNumbers } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const read = (recordId: string, openid = 'passer-by') =>
  town.as(openid).must(points.readDraw, { recordId });

/** The night’s seals, then the draw, as the clock has it. */
async function morning(): Promise<void> {
  const { clock } = town;
  clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  await town.timer('jobs', 'draw-panels');
}

test('anybody reads who may be drawn before, and makes the draw again after', async () => {
  const recordId = await town.declare(13);
  const early = await town.as('passer-by').call(points.readDraw, { recordId });
  expect(codeOf(early)).toBe('not-drawn-for');
  await town.check(recordId);
  const before = await read(recordId);
  expect(before).toMatchObject({ draws: [], seals: [], mine: null });
  expect(redoDraw(before)).toBeNull();
  await morning();
  const after = await read(recordId);
  expect([after.seedHash, after.pool, after.drawDay]).toEqual([before.seedHash, before.pool, null]);
  expect(after.seals.map(({ villageId }) => villageId)).toEqual(['v01', 'v02']);
  expect(redoDraw(after)).toEqual({ panelFits: true, nightFits: true });
  const text = JSON.stringify(after);
  for (const number of panelNumbers(town, recordId)) {
    const mine = (await read(recordId, town.head(number).openid)).mine;
    expect(after.draws[0]?.panel).toContain(mine?.mark);
    expect(mine?.agreed).toBeNull();
  }
  for (const person of town.engine.find('persons'))
    expect(text).not.toContain(String(person.personId));
});

test('a draw waits for the seals of the night until noon, and for no village after', async () => {
  const recordId = await town.declare(13);
  await town.check(recordId);
  const nineMs = 9 * 3600_000;
  const { clock } = town;
  clock.advanceMs(Date.parse('2026-11-03T00:00:00+08:00') + nineMs - clock.nowMs());
  const draw = async () => (await town.timer('jobs', 'draw-panels')) as { value?: unknown };
  expect((await draw()).value).toEqual({ done: 0, left: 1 });
  expect(town.record(recordId).state).toBe('waiting-draw');
  clock.advanceMs(3 * 3600_000);
  expect((await draw()).value).toEqual({ done: 1, left: 0 });
  expect(town.record(recordId).draw?.night).toBe('2026-11-03');
  expect((await draw()).value).toEqual({ done: 0, left: 0 });
});

test('how one voted is told to oneself alone', async () => {
  const recordId = await town.declare(13);
  await town.check(recordId);
  await morning();
  const [first = 0] = panelNumbers(town, recordId);
  await town.head(first).must(points.reviewRecord, { recordId, accept: true });
  expect((await read(recordId, town.head(first).openid)).mine?.agreed).toBe(true);
  expect((await read(recordId)).mine).toBeNull();
});
