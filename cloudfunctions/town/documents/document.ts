import type { Content } from 'pdfmake/interfaces';

/** What can be printed on; `card` is the size of a bank card (ISO/IEC 7810 ID-1). */
export type Paper = 'A3' | 'A4' | 'A5' | 'card';

/** Everything in a document is measured in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Width and height, upright; a card lies. */
export const paperSizes: Readonly<Record<Paper, readonly [number, number]>> = {
  A3: [mm(297), mm(420)],
  A4: [mm(210), mm(297)],
  A5: [mm(148), mm(210)],
  card: [mm(85.6), mm(54)],
};

/** What the layout engine cannot set: it stands where the template says, from the upper left. */
export type Drawing = { page: number; x: number; y: number } & (
  | { kind: 'qr'; text: string; size: number }
  /** Read from above; where it is longer than `height`, it goes on in a column to the right. */
  | { kind: 'mongolian'; text: string; fontSize: number; height: number }
);

/** What a template makes of its facts: nothing in it is looked up any more. */
export type DocumentDefinition = {
  title: string;
  paper: Paper;
  /** Left, top, right, bottom. */
  margins: [number, number, number, number];
  content: Content;
  footer?: (page: number, pages: number) => Content;
  drawings: readonly Drawing[];
};
