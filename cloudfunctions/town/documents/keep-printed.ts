import {
  countPrinting,
  hasPrintingsLeft,
  refuseMissingGlyphs,
  refuseMorePrintings,
} from '../../../src/domain/documents/print';
import { type PrintPiece, printPieceId } from '../../../src/domain/documents/types';
import type { Attempts } from '../../../src/domain/people/types';
import type { Store } from '../../runtime/store/store';
import type { DocumentDefinition } from './document';
import { withBlanks } from './with-blanks';

/** An answer carries 500 000 bytes at most, and three bytes are four of its text. */
const bytesPerPiece = 300_000;

export type Printing = {
  store: Store;
  /** By which what somebody did today is counted. */
  lookUp: string;
  /** Whose phone fetches it, and the command it was asked by. */
  personId: string;
  commandId: string;
  nowMs: number;
};

const triesIdOf = ({ lookUp }: Printing) => `printed.${lookUp}`;

/**
 * Asked before anything is loaded. What was printed already and is asked for again stays.
 * @throws Refusal `too-many-printings`
 */
export async function mustHavePrintingsLeft(printing: Printing): Promise<void> {
  const { store, personId, commandId, nowMs } = printing;
  const before = await store.get<Attempts>('attempts', triesIdOf(printing));
  if (hasPrintingsLeft(before, nowMs)) return;
  const there = await store.get('print-pieces', printPieceId(personId, commandId, 0));
  if (!there) refuseMorePrintings();
}

/**
 * Prints a definition and lays the file by in pieces, all of them at once: those of two renderings
 * never mix, and a command that is sent again finds what is there. What the fonts lack is refused
 * by name, or left blank where that is wanted.
 */
export async function keepPrinted(
  definition: DocumentDefinition,
  leaveBlanks: boolean,
  printing: Printing,
) {
  const { findMissingGlyphs, render } = await import('./renderer/on-demand');
  const missing = await findMissingGlyphs(definition);
  if (missing.length > 0 && !leaveBlanks) refuseMissingGlyphs(missing);
  const printable = missing.length > 0 ? withBlanks(definition, missing) : definition;
  return layBy(await render(printable, printing.nowMs), printing);
}

async function layBy({ bytes, pages }: { bytes: Uint8Array; pages: number }, printing: Printing) {
  const { store, personId, commandId, nowMs } = printing;
  const triesId = triesIdOf(printing);
  const whole = { pages, bytes: bytes.length, pieces: Math.ceil(bytes.length / bytesPerPiece) };
  const idOf = (piece: number) => printPieceId(personId, commandId, piece);
  return store.transact(async (tx) => {
    const there = await tx.get<PrintPiece>('print-pieces', idOf(0));
    if (there) return { renderingId: commandId, ...there.whole };
    const before = await tx.get<Attempts>('attempts', triesId);
    tx.set('attempts', triesId, countPrinting(before, nowMs));
    for (let piece = 0; piece < whole.pieces; piece += 1) {
      const part = bytes.subarray(piece * bytesPerPiece, (piece + 1) * bytesPerPiece);
      const base64 = Buffer.from(part).toString('base64');
      const kept: PrintPiece = { townId: 'town', personId, base64, whole, printedAtMs: nowMs };
      tx.create('print-pieces', idOf(piece), kept);
    }
    return { renderingId: commandId, ...whole };
  });
}
