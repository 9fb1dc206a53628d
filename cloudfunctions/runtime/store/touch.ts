import type { Touchable } from '../../../src/domain/kernel/touchable';
import type { Transaction } from './store';

/**
 * Writes a document that a command rests on but does not change, so that two such commands collide
 * and the later one starts again on what the other left. It carries a mark that is new each time:
 * to MongoDB a write that changes nothing is no write, and collides with nobody.
 * @param commandId of the command that rests on it
 */
export function touch<T extends Touchable>(
  tx: Transaction,
  { collection, id, document }: { collection: string; id: string; document: T },
  commandId: string,
): void {
  tx.set(collection, id, { ...document, touchedBy: commandId });
}
