import { addNotices, generateTown, townNowMs } from '../../bench/town/generate';
import { meterOf } from '../../bench/town/measure';

const seed = 20261123;

test('a call that has posted 300 records begins no further village, the next goes on', async () => {
  const households = 100;
  const town = await generateTown({ households, entries: 200, seed });
  const ended = { closesAtMs: townNowMs - 1, firstNumber: 5_000_000 };
  expect(await addNotices(town, { households, perVillage: 2, ...ended })).toBe(600);
  const meter = meterOf(town, seed);
  const event = { Type: 'Timer', TriggerName: 'close-notices' };
  const close = async () => (await meter('jobs', event, { kind: 'timer' }, 'close-notices')).value;
  expect(await close()).toEqual({ done: 300, left: 10 });
  expect(await close()).toEqual({ done: 300, left: 0 });
  expect(await close()).toEqual({ done: 0, left: 0 });
  expect(town.engine.count('records', { state: 'on-notice' })).toBe(0);
  expect(town.engine.count('notices', { state: 'open' })).toBe(0);
});
