import { town as contracts } from '../../../src/contracts';
import type { JobRun } from '../../../src/domain/town/job-schedule';
import { openProofTown, type ProofTown } from '../../proof/town';
import { documentsOf } from '../../support/town';

const dayMs = 86_400_000;
let town: ProofTown;

const tick = () => town.timer('jobs', 'tick');
const runs = () => town.engine.find('job-runs') as unknown as JobRun[];
const stateOf = async (job: string) => {
  const { jobs } = await town.administrator.must(contracts.readOverview, {});
  return jobs.find((each) => each.job === job);
};

beforeEach(async () => {
  town = await openProofTown();
});

test('does all that is due: a notice posts, an order expires, the day is sealed', async () => {
  const recordId = await town.onNotice(8);
  const orderId = await town.order(9);
  town.clock.advanceMs(9 * dayMs);
  expect(await tick()).toMatchObject({ ok: true });
  expect(town.engine.get('records', recordId)).toMatchObject({ state: 'posted' });
  expect(town.engine.get('orders', orderId)).toMatchObject({ state: 'expired' });
  expect(town.engine.find('seals').length).toBeGreaterThan(0);
  expect(runs().map(({ running, failed }) => running || failed)).toEqual([
    ...[false, false, false, false, false, false, false, false, false, false],
  ]);
});

test('fired again at once, or twice at the same time, it changes nothing', async () => {
  await town.onNotice(8);
  town.clock.advanceMs(9 * dayMs);
  await tick();
  const before = documentsOf(town.engine);
  expect(await tick()).toMatchObject({ ok: true, value: { done: 0, left: 0 } });
  await Promise.all([tick(), tick(), tick()]);
  expect(documentsOf(town.engine)).toEqual(before);
});

test('a job that always fails keeps no other waiting, and shows as late', async () => {
  await tick();
  const orderId = await town.order(9);
  const order = town.engine.get('orders', orderId);
  await town.engine.set('orders', orderId, { ...order, lines: 'torn' });
  const recordId = await town.onNotice(8);
  town.clock.advanceMs(9 * dayMs);
  expect(await tick()).toMatchObject({ ok: false });
  expect(town.engine.get('records', recordId)).toMatchObject({ state: 'posted' });
  expect(await stateOf('expire-orders')).toMatchObject({ title: '过期兑换单退分', overdue: true });
  expect(await stateOf('close-notices')).toMatchObject({ overdue: false });
});

test('an event in the shape of a timer’s does nothing from a phone', async () => {
  const event = { Type: 'Timer', TriggerName: 'tick' };
  const answer = await town.send('jobs', event, 'somebody');
  expect(answer).toMatchObject({ ok: false });
  expect(runs()).toEqual([]);
});
