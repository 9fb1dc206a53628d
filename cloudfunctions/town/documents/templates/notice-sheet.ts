import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { sealCodeWords } from '../../../../src/domain/seals/seal-code';
import { type DocumentDefinition, mm } from '../document';
import { besideCode, codeInCorner, grey, pageFooter } from './sheet-parts';

export type NoticeLineFacts = { household: string; itemName: string; day: string; points: number };
export type NoticeSheetFacts = {
  villageName: string;
  /** `2026年11月20日`. */
  from: string;
  to: string;
  lines: readonly NoticeLineFacts[];
  /** The newest when it was printed; null before the first night. */
  seal: { day: string; code: string } | null;
  printedOn: string;
  edition: string;
  /** What a scanner reads: leads to 报码查. */
  qrText: string;
};

const margin = 48;
const qrSize = mm(22);

const thinLines: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => '#9AA8A0',
  paddingTop: () => 6,
  paddingBottom: () => 6,
};

const right = (text: string): TableCell => ({ text, alignment: 'right' });

function table(lines: readonly NoticeLineFacts[]): Content {
  if (lines.length === 0) return { text: '这份公示现在没有在公示的条目。', margin: [0, 16, 0, 0] };
  const total = lines.reduce((sum, { points }) => sum + points, 0);
  const body: TableCell[][] = [
    ['户', '做了什么', '哪天做的', right('分')],
    ...lines.map(({ household, itemName, day, points }) => [
      ...[household, itemName, day],
      right(String(points)),
    ]),
    [`共 ${lines.length} 条`, '', '', right(String(total))],
  ];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [72, '*', 82, 40], body },
    ...{ layout: thinLines, fontSize: 13, margin: [0, 16, 0, 0] },
  };
}

function sealed(seal: NoticeSheetFacts['seal']): Content {
  if (!seal) return '';
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: [
      { text: `${seal.day}的账本留底号:${seal.code}`, fontSize: 13 },
      { text: sealCodeWords, color: grey, fontSize: 10, margin: [0, 3, 0, 0] },
    ],
  };
}

/** A public notice for the wall: what posts, until when it can be objected to, and how. */
export function noticeSheet(facts: NoticeSheetFacts): DocumentDefinition {
  const how =
    `对哪一条有不同看法,${facts.to}以前都可以提:在手机“公开”里点开那一条,` +
    '没有手机的,带上户码卡请村里代办。提了异议的先不入账,查清再说。';
  const about: Content[] = [
    { text: '积分公示', fontSize: 26 },
    { text: facts.villageName, fontSize: 15, margin: [0, 6, 0, 0] },
    { text: `${facts.from} 到 ${facts.to}`, fontSize: 15, margin: [0, 4, 0, 0] },
    { text: facts.edition, color: grey, fontSize: 8, margin: [0, 6, 0, 0] },
  ];
  return {
    title: '积分公示',
    paper: 'A4',
    margins: [margin, margin, margin, margin + 10],
    content: [
      besideCode(about, { qrSize }),
      { text: how, fontSize: 12, lineHeight: 1.3, margin: [0, 14, 0, 0] },
      table(facts.lines),
      sealed(facts.seal),
    ],
    footer: pageFooter(facts.printedOn),
    drawings: [codeInCorner(facts.qrText, 0, { margin, qrSize })],
  };
}
