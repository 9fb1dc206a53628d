import { assert, refuse } from '../kernel/refusal';
import { addDays, dayOf, wholeDayInWords } from '../kernel/time';
import { isStopped, spendingFrozen } from '../people/freeze';
import { append, start } from './append';
import { lapse, startHonourYear } from './ledger';
import type { Account, Cause, LedgerChange, Lot } from './types';

/** How long points of a household stay whose last member is gone (domain default). */
export const daysAfterTheEnd = 30;

function causeOf(lastDay: string, isLater: boolean, atMs: number): Cause {
  const why = isLater
    ? `这一户已经销户,这时才入账的兑换分留到 ${wholeDayInWords(lastDay)},过了就失效。`
    : `家里没有人了,这一户销户。剩下的兑换分留到 ${wholeDayInWords(lastDay)},过了就失效。账还查得到。`;
  return { kind: 'date', id: dayOf(atMs), title: '销户', ruleVersion: 0, why: [why] };
}

/** Lots that would count for longer come to the last day; those that lapse before stay theirs. */
function shortened({ lots }: Account, lastDay: string): Lot[] {
  const longer = lots.filter((lot) => lot.free > 0 && lot.lastDay > lastDay);
  if (longer.length === 0) return [];
  const free = longer.reduce((all, lot) => all + lot.free, 0);
  const gone = longer.map((lot) => ({ lastDay: lot.lastDay, free: -lot.free, held: 0 }));
  return [...gone, { lastDay, free, held: 0 }];
}

/**
 * 销户: nothing more is spent here, what is left lapses after thirty days by the night's work. The
 * account is read and sealed on.
 * @throws Refusal `spending-frozen`
 */
export function endAccount(account: Account, atMs: number): LedgerChange {
  assert(!account.ended && account.held === 0, 'an account that is there, its orders ended');
  if (isStopped(account)) refuse(spendingFrozen.code, spendingFrozen.message);
  const lastDay = addDays(dayOf(atMs), daysAfterTheEnd);
  const current = startHonourYear(lapse(start(account), atMs), atMs);
  const lots = shortened(current.account, lastDay);
  return append(current, { kind: 'end', lots, cause: causeOf(lastDay, false, atMs), atMs });
}

/**
 * What comes into an account behind its end lapses after thirty days as well; in any other account
 * nothing changes.
 */
export function keepShort(change: LedgerChange, atMs: number): LedgerChange {
  const { ended } = change.account;
  if (!ended || ended.into !== null) return change;
  const lastDay = addDays(dayOf(atMs), daysAfterTheEnd);
  const lots = shortened(change.account, lastDay);
  if (lots.length === 0) return change;
  return append(change, { kind: 'end', lots, cause: causeOf(lastDay, true, atMs), atMs });
}
