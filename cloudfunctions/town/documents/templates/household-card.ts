import type { Content } from 'pdfmake/interfaces';
import { type DocumentDefinition, type Drawing, mm, paperSizes } from '../document';
import { fittingSize } from './fit';

export type CardFacts = {
  /** What a scanner reads: an identifier, no secret. */
  cardText: string;
  /** `17号户 张*`. */
  household: string;
  villageName: string;
  /** `2026年11月30日版 · 报码 1234 5678`. */
  edition: string;
};

const [cardWidth, cardHeight] = paperSizes.card;
const qrSize = mm(26);
const edge = mm(5);
const textWidth = cardWidth - qrSize - edge * 3;
const grey = '#5A6B62';

type Corner = { page: number; x: number; y: number };

function line(text: string, most: number, { x, y }: Corner, down: number, color: string): Content {
  const fontSize = fittingSize(text, textWidth, most);
  const absolutePosition = { x: x + edge, y: y + down };
  return { columns: [{ width: textWidth, text, fontSize, color }], absolutePosition };
}

function cardAt(facts: CardFacts, corner: Corner): { content: Content[]; drawing: Drawing } {
  const { x, y, page } = corner;
  const right = x + cardWidth - edge - qrSize;
  const footer = {
    columns: [{ width: cardWidth - edge * 2, text: facts.edition, fontSize: 7, color: grey }],
    absolutePosition: { x: x + edge, y: y + cardHeight - mm(8) },
  };
  return {
    content: [
      line(facts.villageName, 11, corner, mm(6), grey),
      line(facts.household, 20, corner, mm(14), 'black'),
      line('户码 · 办事、记分时请出示', 8, corner, mm(28), grey),
      line('捡到请交给村里', 8, corner, mm(32), grey),
      footer,
    ],
    drawing: { kind: 'qr', page, text: facts.cardText, x: right, y: y + mm(8), size: qrSize },
  };
}

function ofPages(title: string, paper: 'A4' | 'card', pages: Content[][], drawings: Drawing[]) {
  const content = pages.map((stack, index): Content => {
    return { stack, ...(index > 0 && { pageBreak: 'before' as const }) };
  });
  return { title, paper, margins: [0, 0, 0, 0], content, drawings } satisfies DocumentDefinition;
}

const [columns, rows] = [2, 5];
const [sheetWidth, sheetHeight] = paperSizes.A4;
const left = (sheetWidth - columns * cardWidth) / 2;
const top = (sheetHeight - rows * cardHeight) / 2;

/** Thin lines to cut along, of one sheet. */
function cuttingLines(): Content {
  const stroke = { type: 'line' as const, lineWidth: 0.3, lineColor: '#9AA8A1' };
  const [right, bottom] = [left + columns * cardWidth, top + rows * cardHeight];
  const across = Array.from({ length: rows + 1 }, (_, row) => top + row * cardHeight);
  const down = Array.from({ length: columns + 1 }, (_, column) => left + column * cardWidth);
  const canvas = [
    ...across.map((y) => ({ ...stroke, x1: left, x2: right, y1: y, y2: y })),
    ...down.map((x) => ({ ...stroke, x1: x, x2: x, y1: top, y2: bottom })),
  ];
  return { canvas, absolutePosition: { x: 0, y: 0 } };
}

/** Ten cards to a sheet of A4, to be cut. */
export function cardSheets(cards: readonly CardFacts[]): DocumentDefinition {
  const perSheet = columns * rows;
  const made = cards.map((facts, index) => {
    const place = index % perSheet;
    return cardAt(facts, {
      page: Math.floor(index / perSheet),
      x: left + (place % columns) * cardWidth,
      y: top + Math.floor(place / columns) * cardHeight,
    });
  });
  const sheets = Array.from({ length: Math.ceil(cards.length / perSheet) }, (_, sheet) => [
    cuttingLines(),
    ...made.slice(sheet * perSheet, (sheet + 1) * perSheet).flatMap(({ content }) => content),
  ]);
  const drawings = made.map(({ drawing }) => drawing);
  return ofPages('户码卡', 'A4', sheets, drawings);
}

/** Each card on a page of its size, for a printer of cards or to be looked at on a phone. */
export function singleCards(cards: readonly CardFacts[]): DocumentDefinition {
  const made = cards.map((facts, page) => cardAt(facts, { page, x: 0, y: 0 }));
  const pages = made.map(({ content }) => content);
  const drawings = made.map(({ drawing }) => drawing);
  return ofPages('户码卡', 'card', pages, drawings);
}
