import { templateOf } from '../../src/domain/messages/letters';
import type { Message } from '../../src/domain/messages/types';
import type { CommandContext } from './define-action';

/** What a move is written with: its transaction, its time, and what can be told of it. */
export type Moving = Pick<CommandContext<unknown>, 'tx' | 'nowMs' | 'templates'>;

/**
 * Writes what a move tells, in the transaction that makes it: one write more, no read; nothing
 * where its template is not set up.
 */
export function writeMessage(
  { tx, templates }: Pick<Moving, 'tx' | 'templates'>,
  message: Message | null,
): void {
  if (message && templates[templateOf[message.kind]]) {
    tx.set('messages', message.messageId, message);
  }
}
