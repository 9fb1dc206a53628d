import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { type DocumentDefinition, mm } from '../document';
import { besideCode, codeInCorner, grey } from './sheet-parts';

export type DeedSheetFacts = {
  villageName: string;
  /** The year it is good in: `2026`. */
  year: string;
  /** What each column is for, and what is written into its boxes. */
  columns: readonly { name: string; box: string }[];
  pages: readonly {
    /** `17号户 张*`. */
    rows: readonly string[];
    edition: string;
    /** What a scanner reads: leads to this page's 报码. */
    qrText: string;
  }[];
};

type Page = DeedSheetFacts['pages'][number];

const margin = 40;
const qrSize = mm(22);
const numberWidth = 92;
/** High enough to be written into. */
const rowHeight = 20;

const thinLines: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#5A6B62',
  vLineColor: () => '#5A6B62',
  paddingTop: () => 3,
  paddingBottom: () => 1,
};

const heading = ({ name, box }: DeedSheetFacts['columns'][number]): TableCell => ({
  stack: [
    { text: name, fontSize: 10 },
    { text: box, fontSize: 8, color: grey },
  ],
  alignment: 'center',
});

function grid({ columns }: DeedSheetFacts, { rows }: Page): Content {
  const blank = columns.map((): TableCell => '');
  const body: TableCell[][] = [
    ['户', ...columns.map(heading)],
    ...rows.map((row) => [row, ...blank]),
  ];
  const heights = (row: number): number | 'auto' => (row === 0 ? 'auto' : rowHeight);
  return {
    table: { widths: [numberWidth, ...columns.map(() => '*')], heights, body },
    ...{ layout: thinLines, fontSize: 11, margin: [0, 8, 0, 0] },
  };
}

const toSign: Content = {
  columns: ['记的人签名:', '在场的人签名:'].map((text) => ({ text, width: '*' })),
  ...{ fontSize: 12, margin: [0, 14, 0, 0] },
};

function pageOf(facts: DeedSheetFacts, page: Page, index: number): Content {
  const { villageName, year, pages } = facts;
  const heads: Content[] = [
    { text: `${year}年记分单`, fontSize: 22 },
    { text: villageName, fontSize: 13, margin: [0, 3, 0, 0] },
    {
      text: `${page.edition} · 第 ${index + 1} 张,共 ${pages.length} 张`,
      fontSize: 8,
      color: grey,
    },
    { text: '哪天:______月______日    在哪里:______________________', fontSize: 12 },
  ];
  return {
    stack: [
      besideCode(heads, { qrSize }),
      {
        text: `做了的户在格子里写,没做的空着。一张只写一天的事。只在${year}年里作数。`,
        ...{ fontSize: 10, margin: [0, 8, 0, 0] },
      },
      grid(facts, page),
      toSign,
    ],
    ...(index > 0 && { pageBreak: 'before' as const }),
  };
}

/** Households by items, to be filled in by pen where the deed is done; each page stands alone. */
export function deedSheet(facts: DeedSheetFacts): DocumentDefinition {
  return {
    title: '记分单',
    paper: 'A4',
    margins: [margin, margin, margin, margin],
    content: facts.pages.map((page, index) => pageOf(facts, page, index)),
    drawings: facts.pages.map(({ qrText }, page) => codeInCorner(qrText, page, { margin, qrSize })),
  };
}
