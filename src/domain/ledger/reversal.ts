import { assert } from '../kernel/refusal';
import { dayInWords, dayOf, quarterOf, yearOf } from '../kernel/time';
import type { Decider } from '../people/types';
import type { By, Decision } from '../records/decide-record';
import { type Move, moved, mustBeAnAllowedMove, mustGiveAReason } from '../records/move-record';
import { asWhom, proposedBy } from '../records/record-needs';
import type { DeedRecord } from '../records/types';
import { append, start } from './append';
import { lapse, lastDayOfLot, startHonourYear } from './ledger';
import type { Account, Cause, LedgerChange, Lot } from './types';

/** What a posted record brought, and when. */
export type PostedDeed = Pick<
  DeedRecord,
  'householdId' | 'points' | 'spendable' | 'postedAtMs' | 'spendableState' | 'spendablePostedAtMs'
>;

const bodies: Readonly<Record<Decider, string>> = {
  cadre: '嘎查村委员会',
  supervisor: '村务监督委员会',
  'town-admin': '镇里',
};

/**
 * Free points of the lot that the deed brought, as many as it brought and no more: what is spent,
 * held by an order or lapsed is not there. An account that has ended has its lots together.
 */
function stillThere(account: Account, deed: PostedDeed): Lot[] {
  const { postedAtMs, spendablePostedAtMs = postedAtMs, spendableState } = deed;
  const lastDay = spendablePostedAtMs === null ? '' : lastDayOfLot(spendablePostedAtMs);
  let left = spendableState === 'posted' ? deed.spendable : 0;
  const taken: Lot[] = [];
  for (const lot of account.lots) {
    const points = lot.lastDay === lastDay || account.ended ? Math.min(left, lot.free) : 0;
    if (points > 0) taken.push({ lastDay: lot.lastDay, free: -points, held: 0 });
    left -= points;
  }
  return taken;
}

/** Honour points of a year that is over are archived: the new year's are nobody's to take. */
function honourThere({ honour, honourYear }: Account, { points, postedAtMs }: PostedDeed): number {
  const isOfThisYear = postedAtMs !== null && yearOf(dayOf(postedAtMs)) === honourYear;
  return isOfThisYear ? Math.min(points, honour) : 0;
}

function amountsInWords(deed: PostedDeed, honour: number, spendable: number): string[] {
  const posted = deed.spendableState === 'posted' ? deed.spendable : 0;
  const waited = deed.spendableState === 'waiting';
  return [
    `荣誉分减 ${honour} 分,兑换分收回 ${spendable} 分。`,
    ...(honour < deed.points ? ['荣誉分只减今年还在的,不会减成负数。'] : []),
    ...(posted > spendable
      ? [`另外 ${posted - spendable} 分兑换分已经用掉、占着或过期了,不再追回。`]
      : []),
    ...(waited ? [`还在等钱和货的 ${deed.spendable} 分兑换分不再入账。`] : []),
  ];
}

/**
 * The opposite of a posted deed, of what is still there: no purse goes below zero, nothing spent is
 * asked back, nothing of another deed's lot is taken. The entry stands also where nothing was left.
 * @param account where the deed's points are by now
 * @param cause without what only the amounts tell
 */
export function reverse(
  account: Account,
  deed: PostedDeed,
  cause: Cause,
  atMs: number,
): LedgerChange {
  const current = startHonourYear(lapse(start(account), atMs), atMs);
  const honour = honourThere(current.account, deed);
  const lots = stillThere(current.account, deed);
  const spendable = lots.reduce((all, { free }) => all - free, 0);
  const why = [...(cause.why ?? []), ...amountsInWords(deed, honour, spendable)];
  return append(current, {
    ...{ kind: 'reverse', honour: 0 - honour, lots },
    ...{ cause: { ...cause, why }, atMs },
  });
}

/** Names its field where it is taken back from totals of a quarter that still count it. */
function causeOf(record: DeedRecord, account: Account, by: By): Cause {
  const { recordId, itemName, schemeVersion, fieldId, householdId, postedAtMs } = record;
  const first = proposedBy(record)?.as ?? 'cadre';
  const quarter = (atMs: number) => quarterOf(dayOf(atMs));
  const counts =
    account.householdId === householdId &&
    postedAtMs !== null &&
    quarter(postedAtMs) === quarter(by.nowMs);
  const posted = postedAtMs === null ? '' : `${dayInWords(dayOf(postedAtMs))} 入账的`;
  const who = `${bodies[first]}提出,${bodies[asWhom(by.mover)]}的另一个人确认`;
  return {
    ...{ kind: 'record', id: recordId, title: `更正:${itemName}`, ruleVersion: schemeVersion },
    ...(counts && { fieldId }),
    why: [`${posted} ${record.points} 分记错了,${who}。原因写在这一条记录里。`.trimStart()],
  };
}

/**
 * 提出更正: somebody who looks after the village says why a posted record is wrong.
 * @throws Refusal `wrong-state`, `own-household`, `near-relative`
 */
export function decideProposeReversal(record: DeedRecord, by: By, reason: string): DeedRecord {
  const move: Move = { ...by, action: 'propose-reversal', by: asWhom(by.mover) };
  mustBeAnAllowedMove(record, move);
  return moved(record, move, 'waiting-reversal', reason);
}

/**
 * A second person looks: with their yes what is still there is taken back, with their no the record
 * stands as it was posted.
 * @param account where the deed's points are by now
 * @returns `change` null where it stands
 * @throws Refusal `wrong-state`, the conflicts of interest, `another-must-agree`, `reason-needed`
 */
export function decideAnswerReversal(
  account: Account,
  record: DeedRecord,
  by: By,
  { accept, reason }: Decision,
): { record: DeedRecord; change: LedgerChange | null } {
  const move: Move = { ...by, action: 'answer-reversal', by: asWhom(by.mover) };
  mustBeAnAllowedMove(record, move);
  mustGiveAReason(accept, reason);
  if (!accept) return { record: moved(record, move, 'posted', reason ?? null), change: null };
  assert(record.postedAtMs !== null, 'what is taken back was posted');
  const change = reverse(account, record, causeOf(record, account, by), by.nowMs);
  const spendableState = record.spendableState === 'waiting' ? 'none' : record.spendableState;
  return { record: { ...moved(record, move, 'reversed', reason ?? null), spendableState }, change };
}
