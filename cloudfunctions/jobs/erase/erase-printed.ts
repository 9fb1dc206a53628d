import type { PrintPiece } from '../../../src/domain/documents/types';
import { keptSinceMs } from '../../../src/domain/people/retention';
import type { Stored } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const piecesPerCall = 100;

/** Pieces of printed files that a phone has fetched, or never will. */
export async function erasePrinted(ports: ErasePorts): Promise<Part> {
  const { store, nowMs } = ports;
  const due = await store.query<PrintPiece>('print-pieces', {
    where: { townId: 'town' },
    order: { field: 'printedAtMs', direction: 'desc' },
    after: keptSinceMs('printedFile', nowMs),
    limit: piecesPerCall + 1,
  });
  return eraseEach(ports, due, piecesPerCall, ({ _id }: Stored<PrintPiece>) =>
    store.transact(async (tx) => tx.remove('print-pieces', _id)),
  );
}
