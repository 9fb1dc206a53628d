import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { eachForItself, inParallel, inRotation } from '../../../cloudfunctions/runtime/in-parallel';
import { type Account, openAccount } from '../../../src/domain/ledger/ledger';
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

test('one account that cannot be settled does not keep the others waiting', async () => {
  const town = await openTestTown({ functions: { jobs: jobActions }, seed: false });
  const openedMs = Date.parse('2026-06-01T09:00:00+08:00');
  for (let number = 1; number <= 260; number += 1) {
    const householdId = `v01-${number}`;
    await town.engine.set('accounts', householdId, {
      ...openAccount(householdId, 'v01', openedMs).account,
    });
  }
  await town.engine.insert('entries', { _id: 'v01-1.2' });
  town.clock.advanceMs(Date.parse('2027-01-01T00:10:00+08:00') - town.clock.nowMs());
  const settled = () => town.engine.count('accounts', { honourYear: 2027 });
  expect((await town.timer('jobs', 'lapse-points')).ok).toBe(false);
  // Also those of the batches behind it.
  expect(settled()).toBe(259);
  await town.engine.remove('entries', { _id: 'v01-1.2' });
  const answer = await town.timer('jobs', 'lapse-points');
  expect(answer).toMatchObject({ ok: true, value: { done: 1, left: 0 } });
  expect(settled()).toBe(260);
});

test('accounts that are not due are not read', async () => {
  const town = await openTestTown({ functions: { jobs: jobActions } });
  const before = town.engine.counters().documentsRead;
  expect(await town.timer('jobs', 'lapse-points')).toMatchObject({ ok: true });
  expect(town.engine.counters().documentsRead).toBe(before);
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

test('work that is each for itself ends the whole list and hands back what failed', async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    if (item % 2 === 0) throw new Error(`${item} broke`);
    done.push(item);
  };
  const { errors, left } = await eachForItself([1, 2, 3, 4], 2, work, () => true);
  expect(done).toEqual([1, 3]);
  expect(errors).toEqual([new Error('2 broke'), new Error('4 broke')]);
  expect(left).toBe(0);
});

test('near the end of the call nothing more is begun, and what was left is counted', async () => {
  const done: number[] = [];
  const work = async (item: number) => void done.push(item);
  const { errors, left } = await eachForItself([1, 2, 3, 4, 5], 1, work, () => done.length < 2);
  expect({ done, errors, left }).toEqual({ done: [1, 2], errors: [], left: 3 });
});

test('a list is begun at another place each time, and goes round', () => {
  const tickMs = 5 * 60_000;
  const first = [0, 1, 2, 3].map((tick) => inRotation(['a', 'b', 'c'], tick * tickMs).join(''));
  expect(first).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(inRotation([], 0)).toEqual([]);
});
