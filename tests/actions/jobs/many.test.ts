import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { inParallel } from '../../../cloudfunctions/runtime/in-parallel';
import { type Account, openAccount } from '../../../src/domain/points/ledger';
import { openTestTown } from '../../support/town';

test('a call settles a bounded number of accounts, the next goes on where it stopped', async () => {
  const town = await openTestTown({ functions: { jobs: jobActions }, seed: false });
  const openedMs = Date.parse('2026-06-01T09:00:00+08:00');
  for (let number = 1; number <= 1200; number += 1) {
    const householdId = `v01-${number}`;
    const { account, entries } = openAccount(householdId, 'v01', openedMs);
    await town.engine.set('accounts', householdId, { ...account });
    await town.engine.set('entries', `${householdId}.1`, { ...entries[0] });
  }
  town.clock.advanceMs(Date.parse('2027-01-01T00:10:00+08:00') - town.clock.nowMs());
  const lapse = () => town.timer('jobs', 'lapse-points');
  expect(await lapse()).toMatchObject({ ok: true, value: { done: 1000, left: 200 } });
  expect(await lapse()).toMatchObject({ ok: true, value: { done: 200, left: 0 } });
  expect(await lapse()).toMatchObject({ ok: true, value: { done: 0, left: 0 } });
  const accounts = town.engine.find('accounts', { limit: 2000 }) as unknown as Account[];
  expect(new Set(accounts.map(({ sequence, honourYear }) => `${sequence} ${honourYear}`))).toEqual(
    new Set(['2 2027']),
  );
});

test('work in parallel stops at the first error once the others have ended', async () => {
  const done: number[] = [];
  const work = inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
    await new Promise((resolve) => setTimeout(resolve, item === 2 ? 1 : 5));
    if (item === 2) throw new Error('two broke');
    done.push(item);
  });
  await expect(work).rejects.toThrow('two broke');
  expect(done).toEqual([1]);
  const all: number[] = [];
  await inParallel([1, 2, 3], 8, async (item) => void all.push(item));
  expect(all).toEqual([1, 2, 3]);
});
