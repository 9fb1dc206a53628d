import { points, town as townContracts } from '../../../src/contracts';
import type { PostingRun } from '../../../src/domain/ledger/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import { recordWith } from '../../domain/records/fixture';
import { householdId } from '../../support/household-ids';
import { openPointsTown, type PointsTown } from '../points/points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const states = (query: Record<string, unknown>) =>
  (town.engine.find('records', { query, limit: 1000 }) as unknown as DeedRecord[]).map(
    ({ spendableState }) => spendableState,
  );
const count = (query: Record<string, unknown>, state: DeedRecord['spendableState']) =>
  states(query).filter((each) => each === state).length;

/** Awards of 2 points whose honour points posted long ago: a quarter without money leaves them. */
async function letWait(many: number): Promise<void> {
  for (let index = 0; index < many; index += 1) {
    const recordId = town.newId();
    const number = (index % 16) + 1;
    const record = recordWith({
      recordId,
      householdId: householdId(town, `v01-${number}`),
      householdNumber: number,
      state: 'posted',
      open: false,
      points: 2,
      postedAtMs: index,
      spendableState: 'waiting',
    });
    await town.engine.set('records', recordId, { ...record });
  }
}

test('more wait than one run looks at: all get a turn, nobody new passes them', async () => {
  await letWait(220);
  const fresh = await town.onNotice(13, { itemId: 'public-order-patrol' });
  town.clock.advanceDays(6);
  const old = { recordId: { $ne: fresh } };
  expect(await town.closeNotices()).toEqual({ done: 201, left: 0 });
  expect(count(old, 'posted')).toBe(200);
  expect(town.record(fresh)).toMatchObject({ state: 'posted', spendableState: 'waiting' });
  const run = () => town.engine.get('posting-runs', 'v01') as unknown as PostingRun;
  expect(run().waiting).toBe(true);
  // No notice ends any more: the timer comes back for those who wait.
  expect(await town.closeNotices()).toEqual({ done: 21, left: 0 });
  expect(count({}, 'posted')).toBe(221);
  expect(run().waiting).toBe(false);
});

test('villages without money do not keep the place of one whose money has come', async () => {
  const idle = { decisions: 0, decision: null, owed: [], waiting: true, ranAtMs: 0 };
  for (let index = 0; index < 12; index += 1) {
    const villageId = `a${index}`;
    await town.engine.set('posting-runs', villageId, { ...idle, villageId });
    const householdId = `${villageId}-1`;
    const waits = { state: 'posted', postedAtMs: 1, spendableState: 'waiting' } as const;
    const record = recordWith({ ...waits, recordId: town.newId(), householdId, villageId });
    await town.engine.set('records', record.recordId, { ...record });
  }
  await town.administrator.must(townContracts.addFunds, {
    villageId: 'v01',
    amountFen: -1_000_000,
    source: 'spent-on-goods',
  });
  const recordId = await town.onNotice(13, { itemId: 'public-order-patrol' });
  town.clock.advanceDays(6);
  await town.closeNotices();
  expect(town.record(recordId).spendableState).toBe('waiting');
  await town.administrator.must(townContracts.addFunds, {
    villageId: 'v01',
    amountFen: 500,
    source: 'donation',
  });
  for (let runs = 0; runs < 2; runs += 1) {
    town.clock.advanceMs(600_000);
    await town.closeNotices();
  }
  expect((await town.head(13).must(points.readAccount, {})).spendable).toBe(5);
});
