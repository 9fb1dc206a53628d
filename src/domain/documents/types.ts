export type DocumentName =
  | 'household-card'
  | 'statement'
  | 'village-code'
  | 'shop-code'
  | 'notice'
  | 'deed-sheet';

/** One page of a sheet: what its columns and its lines stand for, in their order. */
export type SheetPage = { itemIds: string[]; householdIds: string[] };

/** What was printed: of whom or what, and, of a statement, from which day to which. */
export type Subject = {
  document: DocumentName;
  villageId: string;
  householdId: string | null;
  shopId: string | null;
  from: string | null;
  to: string | null;
  /** Of a statement: the last line that stands on it, 0 where there is none. */
  sequence: number | null;
  /** Of a notice alone; the others were printed before there was any. */
  noticeId?: string;
  /** Of a page of a sheet alone. */
  sheet?: SheetPage;
};

/**
 * `editions/{checkCode}`: one content of one printed thing. The same content printed again is the
 * same edition; nothing of the content is kept but its keyed hash.
 */
export type Edition = Subject & {
  checkCode: string;
  digest: string;
  /** The day it was first printed: its version. */
  day: string;
};

/** `print-pieces/{personId}.{commandId}.{piece}`: part of a printed file until the phone has it. */
export type PrintPiece = {
  /** Always `town`: what is old is found by it. */
  townId: 'town';
  personId: string;
  base64: string;
  whole: { pages: number; bytes: number; pieces: number };
  printedAtMs: number;
};

/** `mini-codes/{scene}`: a mini-program code that WeChat has drawn; it never changes. */
export type MiniCode = {
  scene: string;
  villageId: string;
  imageBase64: string;
  contentType: string;
};

/** Under the person who had it printed: nobody else can name a piece of theirs. */
export function printPieceId(personId: string, commandId: string, piece: number): string {
  return `${personId}.${commandId}.${piece}`;
}
