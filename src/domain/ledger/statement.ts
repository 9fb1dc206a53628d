import { dayOf, wholeDayInWords } from '../kernel/time';
import type { Entry, EntryKind } from './types';

export const kindWords: Record<EntryKind, string> = {
  open: '开户',
  award: '加分',
  hold: '下单占用',
  release: '退回',
  redeem: '兑换',
  lapse: '到期失效',
  'year-reset': '新的一年',
  'split-out': '分户转出',
  'split-in': '分户转入',
  'merge-out': '并户转出',
  'merge-in': '并户转入',
  'carry-out': '并户后转出',
  'carry-in': '并户后转入',
  reverse: '更正',
  end: '销户',
};

const defaultReasons: Partial<Record<EntryKind, string>> = {
  open: '每户每年从同样的荣誉分起步,用来比贡献,不能换东西。',
  hold: '下单时先占住这些分,取到货才算用掉;不换了或过期会退回来。',
  release: '兑换单没有取货,占住的分退回来了。',
  redeem: '货已交到您家手里,占住的分用掉了。',
  lapse: '兑换分用到第二年年底,过了期的就失效。',
};

export type StatementLine = {
  sequence: number;
  day: string;
  kind: string;
  title: string;
  honour: number;
  spendable: number;
  held: number;
  spendableAfter: number;
  honourAfter: number;
  why: string[];
  recordId: string | null;
  orderId: string | null;
};

function lotReason(entry: Entry): string[] {
  const lot = entry.kind === 'award' ? entry.lots[0] : undefined;
  return lot ? [`这 ${lot.free} 分兑换分可以用到 ${wholeDayInWords(lot.lastDay)}。`] : [];
}

/** A line of the statement that explains itself from the entry alone. */
export function statementLineOf(entry: Entry): StatementLine {
  const { cause, kind } = entry;
  const fallback = defaultReasons[kind];
  const why = [...(cause.why ?? (fallback ? [fallback] : [])), ...lotReason(entry)];
  return {
    sequence: entry.sequence,
    day: dayOf(entry.atMs),
    kind: kindWords[kind],
    title: cause.title,
    honour: entry.honour,
    spendable: entry.spendable,
    held: entry.held,
    spendableAfter: entry.after.spendable,
    honourAfter: entry.after.honour,
    why,
    recordId: cause.kind === 'record' ? cause.id : null,
    orderId: cause.kind === 'order' ? cause.id : null,
  };
}
