import { quickSeed } from '../../../config/run/quick-seed';
import { everyAction, mutatingActions } from '../cards';
import { type CrashReport, reportOn } from './crash-report';
import { faultsOf, live, uninterrupted } from './crash-run';
import { prepare } from './prepared';

/** Quick; `npm run crash-points` tries every point. */
const quick = { seed: quickSeed, pointsAtMost: 3, doubles: 1 };

test('an action without a card cannot be left out', async () => {
  const later = { functionName: 'points', action: 'added-later', kind: 'command' } as const;
  await expect(prepare(later)).rejects.toThrow('points.added-later has no card');
  expect(mutatingActions.length).toBe(everyAction.filter(({ kind }) => kind !== 'query').length);
});

test.each(mutatingActions)(
  '$functionName: $action can be killed before and after each call, and is done once',
  async (name) => {
    const report: CrashReport = await reportOn(name, quick);
    expect(report.calls).toBeGreaterThan(0);
    expect(report.points).toBe(report.calls * 2);
    expect(report.failures).toEqual([]);
  },
  60_000,
);

test('it is done once as well where every third call is turned away at the gate', async () => {
  const name = mutatingActions.find(({ action }) => action === 'place-order');
  if (!name) throw new Error('orders are placed');
  const report = await reportOn(name, { ...quick, turnsAwayEvery: 3 });
  const alone = await uninterrupted(await prepare(name));
  expect(report.calls).toBeGreaterThan(alone.calls);
  expect(report.points).toBe(report.calls * 2);
  expect(report.failures).toEqual([]);
});

test('an effect done twice would be seen', async () => {
  const name = mutatingActions.find(({ action }) => action === 'add-funds');
  if (!name) throw new Error('money is booked');
  const wanted = await uninterrupted(await prepare(name));
  const { prepared, points } = wanted;
  const { left } = await live(prepared, prepared, points.indexOf('after commit') + 1);
  expect(await faultsOf(wanted, await live(prepared, left, null))).toEqual([]);
  // Without its log nobody knows that the command was done.
  const documents = new Map(left.documents);
  documents.delete('commands');
  const wrong = await faultsOf(wanted, await live(prepared, { ...left, documents }, null));
  expect(wrong.join()).toContain('funds/v01');
});
