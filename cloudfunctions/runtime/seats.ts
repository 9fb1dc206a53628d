import { everySeat, readBySeats } from '../../src/domain/people/offices/seats';
import type { Allow } from './define-action';

/** Rows of `allow` for the seats that an action may be read by: a merchant at their own shop. */
export function seatsThatRead(action: keyof typeof readBySeats): Allow[] {
  return readBySeats[action].map((who) =>
    who === 'merchant' ? { who, at: 'own-shop' as const } : { who },
  );
}

/** Whoever was invited has their own acts, and may resign. */
export const bySeats: readonly Allow[] = everySeat.map((who) => ({ who }));
