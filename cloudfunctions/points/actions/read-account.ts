import { points } from '../../../src/contracts';
import { mostDeedsOfAYear } from '../../../src/contracts/limits';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf, quarterOf } from '../../../src/domain/kernel/time';
import { type Account, nextLapse, spendableAt } from '../../../src/domain/ledger/ledger';
import { rollupId } from '../../../src/domain/ledger/rollup';
import type { Rollup } from '../../../src/domain/ledger/types';
import { freezeSeen } from '../../../src/domain/people/freeze';
import type { DeedRecord } from '../../../src/domain/records/types';
import { ownHouseholdId } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { readOpenAlarm } from '../load-alarm';
import { recordLineOf } from '../record-line';

/** No more deeds of a year are told of a household. */
const mostPending = mostDeedsOfAYear;

export const readAccount = defineQuery({
  contract: points.readAccount,
  allow: [{ who: 'resident' }],
  async run({ caller, read, nowMs }) {
    const householdId = ownHouseholdId(caller);
    const recordsWhere = (where: Record<string, string | boolean>) =>
      read.query<DeedRecord>('records', {
        where: { householdId, ...where },
        order: { field: 'recordId', direction: 'desc' },
        limit: mostPending,
      });
    const [account, pending, waiting, alarm] = await Promise.all([
      read.get<Account>('accounts', householdId),
      recordsWhere({ open: true }),
      recordsWhere({ spendableState: 'waiting' }),
      readOpenAlarm(read, caller.person?.villageId ?? '', caller),
    ]);
    if (!account) refuse('account-not-found', '您家还没有积分账户。请告诉村里,让村里核对户册。');
    const quarter = quarterOf(dayOf(nowMs));
    const rollup = await read.get<Rollup>('rollups', rollupId(account.villageId, quarter));
    const standing = rollup?.standings.find((each) => each.householdId === householdId);
    return {
      spendable: spendableAt(account, nowMs),
      held: account.held,
      honour: account.honour,
      spendableWaiting: waiting.reduce((total, record) => total + record.spendable, 0),
      lapse: nextLapse(account, nowMs),
      quarterRank: standing?.rank ?? null,
      booksCheckedSince: alarm?.day ?? null,
      frozen: freezeSeen(account),
      pending: pending.map((record) => recordLineOf(record, 'named', nowMs)),
    };
  },
});
