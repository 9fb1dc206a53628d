import { dayInWords, dayOf } from '../kernel/time';
import { byProxyInWords } from '../people/proxy-words';
import { type Move, moved, mustBeAnAllowedMove, timerMover } from '../records/move-record';
import type { DeedRecord } from '../records/types';
import { award } from './ledger';
import type { Account, Cause, Entry } from './types';

/** A notice that ended without an objection that still waits for its answer. */
export function maySettle(record: DeedRecord, nowMs: number): boolean {
  return record.state === 'on-notice' && record.closesAtMs !== null && nowMs >= record.closesAtMs;
}

const agreed = (record: DeedRecord) => record.votes.filter((vote) => vote.agree).length;
const step = (record: DeedRecord, action: string) =>
  record.steps.find((each) => each.action === action);

/** Plain sentences: what, who looked at it (offices and counts), the notice, rule and cap. */
export function reasonsOf(record: DeedRecord): string[] {
  const day = (atMs: number) => dayInWords(dayOf(atMs));
  const check = step(record, 'check-record');
  const cosign = step(record, 'cosign-record');
  const objected = step(record, 'object-to-record');
  const opened = record.noticeOpenedAtMs;
  const closes = record.closesAtMs;
  const proxy = byProxyInWords(record.byProxy);
  const lines = [
    `${dayInWords(record.day)},${record.standardText}(评分办法第 ${record.schemeVersion} 版)。`,
    record.byCadre ? '由嘎查村现场记录。' : `由本户申报${proxy ? `,${proxy}` : ''}。`,
    check && `${day(check.atMs)} 嘎查村委员会 1 人核对通过。`,
    cosign && `${day(cosign.atMs)} 村务监督委员会 1 人联签。`,
    `抽了 ${record.draw?.panel.length ?? 0} 位评议员,表态的 ${record.votes.length} 位里 ${agreed(record)} 位同意。`,
    opened !== null &&
      closes !== null &&
      `${day(opened)} 到 ${day(closes - 1)} 公示,${objected ? '有过异议,村务监督委员会查过,不成立' : '没有异议'}。`,
    record.capText,
    record.purse === 'honour' && '这一项只加荣誉分,不加兑换分。',
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}

function causeOf(record: DeedRecord, why: string[]): Cause {
  return {
    kind: 'record',
    id: record.recordId,
    title: record.itemName,
    ruleVersion: record.schemeVersion,
    fieldId: record.fieldId,
    why,
  };
}

export type Posted = { account: Account; entries: Entry[]; record: DeedRecord };

/**
 * Posts an award. Where funds and stock cannot back the spendable points yet, honour points post
 * and the spendable ones wait on the record.
 * @throws Refusal `wrong-state`
 */
export function decidePost(
  account: Account,
  record: DeedRecord,
  backed: boolean,
  nowMs: number,
): Posted {
  const move: Move = { action: 'post-record', by: 'timer', mover: timerMover, nowMs };
  mustBeAnAllowedMove(record, move);
  const { spendable } = record;
  const waits = spendable > 0 && !backed;
  const why = reasonsOf(record);
  if (waits) why.push(`兑换分 ${spendable} 分等村里的钱和货跟上了再入账。`);
  const amount = { honour: record.points, spendable: waits ? 0 : spendable };
  const change = award(account, amount, causeOf(record, why), nowMs);
  const spendableState = waits ? 'waiting' : spendable > 0 ? 'posted' : 'none';
  return {
    ...change,
    record: {
      ...moved(record, move, 'posted', null),
      ...{ postedAtMs: nowMs, postedMonth: dayOf(nowMs).slice(0, 7), spendableState },
      ...(spendableState === 'posted' && { spendablePostedAtMs: nowMs }),
    },
  };
}

/** Posts spendable points that waited; honour points are in the account already. */
export function decidePostWaiting(account: Account, record: DeedRecord, nowMs: number): Posted {
  const postedOn = record.postedAtMs === null ? '' : `${dayInWords(dayOf(record.postedAtMs))}`;
  const why = [
    ...reasonsOf(record),
    `荣誉分 ${postedOn} 已入账,兑换分等到村里的钱和货跟上了,现在入账。`,
  ];
  const amount = { honour: 0, spendable: record.spendable };
  const change = award(account, amount, causeOf(record, why), nowMs);
  return {
    ...change,
    record: { ...record, spendableState: 'posted', spendablePostedAtMs: nowMs },
  };
}
