import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { type DocumentDefinition, mm } from '../document';
import { besideCode, codeInCorner, grey, pageFooter } from './sheet-parts';

export type StatementRow = {
  day: string;
  what: string;
  spendable: number;
  held: number;
  honour: number;
  spendableAfter: number;
  honourAfter: number;
};
export type Balance = { spendable: number; held: number; honour: number };
export type StatementFacts = {
  /** `17号户 张*`. */
  household: string;
  villageName: string;
  /** `2026年1月1日 — 2026年11月30日`. */
  period: string;
  printedOn: string;
  before: Balance;
  after: Balance;
  /** Oldest first. */
  rows: readonly StatementRow[];
  edition: string;
  /** What a scanner reads: leads to 报码查. */
  qrText: string;
};

const margin = 40;
const qrSize = mm(20);
const headings = ['日期', '事由', '兑换分', '占用', '荣誉分', '余兑换分', '余荣誉分'];

const signed = (points: number) => (points > 0 ? `+${points}` : points === 0 ? '' : `−${-points}`);

function balanceWords({ spendable, held, honour }: Balance): string {
  const inUse = held > 0 ? `(另有 ${held} 分下单占用)` : '';
  return `兑换分 ${spendable} 分${inUse},荣誉分 ${honour} 分`;
}

const right = (text: string): TableCell => ({ text, alignment: 'right' });

function rowOf(row: StatementRow): TableCell[] {
  return [
    row.day,
    row.what,
    ...[row.spendable, row.held, row.honour].map((points) => right(signed(points))),
    ...[row.spendableAfter, row.honourAfter].map((points) => right(String(points))),
  ];
}

const thinLines: CustomTableLayout = {
  hLineWidth: () => 0.4,
  vLineWidth: () => 0,
  hLineColor: () => '#C9D2CD',
};

function table(rows: readonly StatementRow[]): Content {
  if (rows.length === 0) return { text: '这段时间没有变动。', margin: [0, 12, 0, 0] };
  const body = [
    headings.map((text, index) => (index < 2 ? text : right(text))),
    ...rows.map(rowOf),
  ];
  const widths = [60, '*', 42, 36, 42, 48, 48];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths, body },
    ...{ layout: thinLines, fontSize: 9, margin: [0, 12, 0, 0] },
  };
}

/** What came and went in both purses of a household, in a period; for the household itself. */
export function statement(facts: StatementFacts): DocumentDefinition {
  const about: Content[] = [
    { text: '积分明细', fontSize: 20 },
    { text: `${facts.villageName} ${facts.household}`, fontSize: 12, margin: [0, 4, 0, 0] },
    { text: facts.period, margin: [0, 2, 0, 0] },
    { text: `开始时:${balanceWords(facts.before)}`, margin: [0, 8, 0, 0] },
    { text: `结束时:${balanceWords(facts.after)}` },
    { text: facts.edition, color: grey, fontSize: 8, margin: [0, 6, 0, 0] },
  ];
  return {
    title: '积分明细',
    paper: 'A4',
    margins: [margin, margin, margin, margin + 10],
    content: [besideCode(about, { qrSize }), table(facts.rows)],
    footer: pageFooter(facts.printedOn),
    drawings: [codeInCorner(facts.qrText, 0, { margin, qrSize })],
  };
}
