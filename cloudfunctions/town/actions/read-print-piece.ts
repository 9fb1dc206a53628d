import { documents as contracts } from '../../../src/contracts';
import { mustBeThere } from '../../../src/domain/documents/print';
import { type PrintPiece, printPieceId } from '../../../src/domain/documents/types';
import { defineQuery } from '../../runtime/define-action';

/** Pieces of another's file are answered as those that are gone. */
export const readPrintPiece = defineQuery({
  contract: contracts.readPrintPiece,
  allow: [{ who: 'wechat-user' }],
  run: async ({ input: { renderingId, piece }, caller: { personId }, read, nowMs }) => {
    const id = printPieceId(personId ?? '', renderingId, piece);
    const kept = await read.get<PrintPiece>('print-pieces', id);
    const { base64 } = mustBeThere(kept, nowMs);
    return { base64 };
  },
});
