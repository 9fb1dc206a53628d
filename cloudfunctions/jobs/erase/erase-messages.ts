import type { Message } from '../../../src/domain/messages/types';
import { keptSinceMs } from '../../../src/domain/people/retention';
import { type ErasePorts, eraseEach, type Part } from './part';

const messagesPerCall = 100;

/** Messages that nobody wants to hear any more; also where none is sent any more. */
export async function eraseMessages(ports: ErasePorts): Promise<Part> {
  const { store, nowMs } = ports;
  const due = await store.query<Message>('messages', {
    where: { townId: 'town' },
    order: { field: 'atMs', direction: 'desc' },
    after: keptSinceMs('message', nowMs) + 1,
    limit: messagesPerCall + 1,
  });
  return eraseEach(ports, due, messagesPerCall, ({ messageId }) =>
    store.transact(async (tx) => tx.remove('messages', messageId)),
  );
}
