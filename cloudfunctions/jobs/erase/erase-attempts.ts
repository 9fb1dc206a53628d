import { addDays, dayOf } from '../../../src/domain/kernel/time';
import { keptSinceMs } from '../../../src/domain/people/retention';
import type { Attempts } from '../../../src/domain/people/types';
import type { Stored } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const attemptsPerCall = 100;

/** Guesses of days that are over. */
export async function eraseAttempts(ports: ErasePorts): Promise<Part> {
  const { store, nowMs } = ports;
  const lastDay = dayOf(keptSinceMs('attempts', nowMs));
  const isOver = ({ day }: Attempts) => day <= lastDay;
  const over = await store.query<Attempts>('attempts', {
    where: { townId: 'town' },
    order: { field: 'day', direction: 'desc' },
    after: addDays(lastDay, 1),
    limit: attemptsPerCall * 2,
  });
  return eraseEach(ports, over, attemptsPerCall, ({ _id }: Stored<Attempts>) =>
    store.transact(async (tx) => {
      const attempts = await tx.get<Attempts>('attempts', _id);
      if (attempts && isOver(attempts)) tx.remove('attempts', _id);
    }),
  );
}
