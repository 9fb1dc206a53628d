import type { ValueOf } from '../../../src/contracts/contract';
import type { readBoard } from '../../../src/contracts/records';

type Board = ValueOf<typeof readBoard>;

export const noticeIdOf = (number: number) => `01JDBN${String(number).padStart(20, '0')}`;

/** A notice of one line, named after its number. */
export function notice(number: number): Board['notices'][number] {
  const line = { recordId: noticeIdOf(number), itemName: `好事${number}`, points: 3, spendable: 3 };
  return {
    noticeId: noticeIdOf(number),
    openedAtMs: Date.UTC(2026, 10, 20),
    closesAtMs: Date.UTC(2026, 10, 25 + number),
    ...{ count: 1, points: 3, torn: 0 },
    lines: [{ ...line, day: '2026-11-19', household: null, objected: false }],
  };
}

export function board(part: Partial<Board> = {}): Board {
  return {
    ...{ villageName: '示例三嘎查', sample: false, schemeVersion: 1, notices: [], more: false },
    answers: [],
    quarter: {
      ...{ name: '2026年第四季度', pointsIssued: 0, householdsWithPoints: 0 },
      ...{ households: 20, redeemed: 0, reversed: 0 },
      helped: { visits: 0, declared: 0, objected: 0, ordered: 0, collected: 0 },
    },
    ...{ byField: [], seal: null, checked: null, alarm: null },
    ...part,
  };
}
