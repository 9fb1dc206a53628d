import { noticeLinesPerPage, noticesPerPage } from '../../contracts/limits';
import { calledBy, maskName } from '../kernel/names';
import { quarterOf } from '../kernel/time';
import { standsOnNotice } from './answers';
import { isWhole, linesOf } from './notice';
import type { DeedRecord, Notice, NoticeLine } from './types';

/** `第四季度`, the quarter a day lies in. */
export function quarterInWords(day: string): string {
  const names = ['第一季度', '第二季度', '第三季度', '第四季度'];
  const quarter = quarterOf(day);
  return `${quarter.slice(0, 4)}年${names[Number(quarter.slice(6)) - 1] ?? ''}`;
}

/** What villagers may know of a household: its name only where it may be named, else its number. */
export type HouseholdSeen = { headName: string; named: boolean };

/**
 * Who a line is about, for a logged-in member of the village; nobody else gets to see a household
 * (PIPL art. 25), and nobody at all for health items (art. 28).
 */
export function householdOnBoard(
  line: Pick<NoticeLine, 'householdHidden' | 'householdId' | 'householdNumber'>,
  seen: ReadonlyMap<string, HouseholdSeen> | null,
): string | null {
  if (seen === null || line.householdHidden) return null;
  const household = seen.get(line.householdId);
  return calledBy(line.householdNumber, household?.named ? maskName(household.headName) : null);
}

export type BoardNotice = {
  noticeId: string;
  openedAtMs: number;
  closesAtMs: number;
  count: number;
  points: number;
  /** So many lines cannot be read. */
  torn: number;
  lines: {
    recordId: string;
    itemName: string;
    points: number;
    spendable: number;
    day: string;
    household: string | null;
    objected: boolean;
  }[];
};

/** A notice as the board shows it; what was upheld against does not stand there any more. */
export function boardNotice(
  notice: Notice,
  seen: ReadonlyMap<string, HouseholdSeen> | null,
): BoardNotice {
  const { lines, torn } = linesOf(notice);
  const shown = lines.filter(({ outcome }) => outcome !== 'upheld');
  const standing = shown.filter(isWhole);
  return {
    noticeId: notice.noticeId,
    openedAtMs: notice.openedAtMs,
    closesAtMs: notice.closesAtMs,
    count: standing.length,
    points: standing.reduce((total, line) => total + line.points, 0),
    torn: torn + shown.length - standing.length,
    lines: standing.map((line) => ({
      recordId: line.recordId,
      itemName: line.itemName,
      points: line.points,
      spendable: line.spendable,
      day: line.day,
      household: householdOnBoard(line, seen),
      objected: line.outcome === 'objected',
    })),
  };
}

/**
 * The first of them, so many as one answer takes: by their number and by the lines they have in
 * all. The first one always fits, as a notice has a bound of its own.
 */
export function pageOfNotices(found: readonly Notice[]): { notices: Notice[]; more: boolean } {
  let lines = 0;
  const tooMany = found.findIndex((notice, place) => {
    lines += linesOf(notice).lines.length;
    return place >= noticesPerPage || (place > 0 && lines > noticeLinesPerPage);
  });
  const more = tooMany !== -1;
  return { notices: found.slice(0, more ? tooMany : undefined), more };
}

export type BoardAnswer = {
  recordId: string;
  itemName: string;
  day: string;
  household: string | null;
  upheld: boolean;
  answeredAtMs: number;
};

/**
 * What an objection came to, as the board shows it; never who objected, nor why: the words of who
 * answered may name people, and are for the household and for who objected. The household is named
 * as long as its line stands on the notice: once that is over it is shown to nobody else.
 */
export function boardAnswer(
  record: DeedRecord,
  seen: ReadonlyMap<string, HouseholdSeen> | null,
  nowMs: number,
): BoardAnswer | null {
  const { recordId, itemName, day, answer, answeredAtMs } = record;
  if (!answer || answeredAtMs === undefined) return null;
  const household = standsOnNotice(record, nowMs) ? householdOnBoard(record, seen) : null;
  return { recordId, itemName, day, household, upheld: answer.upheld, answeredAtMs };
}
