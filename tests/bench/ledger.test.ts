import { defaultFaults } from '../simulation/histories/faults';
import { keeperNames, runFaultTrial } from './ledger/faults/run';
import { measureGrowth } from './ledger/growth';
import { aimRows } from './ledger/rows';

const seed = 20261123;
const replay = 'npm run bench -- --only ledger --largest 10000';

test('a post, a balance and a page cost the same at any length; medici reads it all', async () => {
  const measured = await measureGrowth([1000, 10_000], seed, 2);
  const counted = aimRows(measured).filter(({ what }) => !what.includes('time'));
  const missed = counted.filter(({ met }) => met === false).map(({ what }) => what);
  expect({ replay, missed }).toEqual({ replay, missed: [] });
  const examined = (method: string, operation: string) =>
    measured
      .filter((each) => each.method === method && each.operation === operation)
      .map(({ cost }) => cost.examined);
  expect(examined('ours', 'balance')).toEqual([1, 1]);
  for (const [method, operation] of [
    ['medici', 'balance, no snapshots'],
    ['medici', 'balance, snapshot of yesterday, until its recount is done'],
    ['naive', 'balance'],
  ] as const) {
    const [short = 0, long = 0] = examined(method, operation);
    expect(short).toBeGreaterThanOrEqual(1000);
    expect(short).toBeLessThan(1010);
    expect(long).toBeGreaterThan(9 * short);
  }
  // With a snapshot medici is as good; its recount comes behind the answer's back. The other row
  // of the last entry, and both of the entry that made the snapshot old, have later ids.
  expect(examined('medici', 'balance, snapshot of today')).toEqual([2, 2]);
  expect(examined('medici', 'balance, snapshot of yesterday')).toEqual([4, 4]);
}, 120_000);

test.each(keeperNames)(
  '50 at one household over a bad network: %s',
  async (keeper) => {
    const intentsEach = keeper === 'ours' ? 3 : 1;
    const { audit, told, seen } = await runFaultTrial({
      ...{ keeper, clients: 50, intentsEach, rates: defaultFaults, seed },
    });
    expect(told).toBe(50 * intentsEach);
    const { requestLost, duplicated, answerLost, killed, replayed } = seen;
    for (const times of [requestLost, duplicated, answerLost, killed, replayed]) {
      expect(times).toBeGreaterThan(0);
    }
    const wrong = audit.pointsLost + audit.pointsInvented + audit.overdrawnBy;
    if (keeper === 'ours') {
      const nothing = { pointsLost: 0, pointsInvented: 0, overdrawnBy: 0, balanceOffBy: 0 };
      expect({ seed, ...audit }).toEqual({ seed, ...nothing });
    } else if (keeper === 'medici, looked up') {
      // It forgets refusals: a late duplicate may succeed, so points may still be lost.
      const { pointsInvented, overdrawnBy } = audit;
      expect({ seed, pointsInvented, overdrawnBy }).toEqual({
        seed,
        pointsInvented: 0,
        overdrawnBy: 0,
      });
    } else {
      // The trial itself must bite: without command ids something is done twice.
      expect(wrong).toBeGreaterThan(0);
    }
  },
  120_000,
);
