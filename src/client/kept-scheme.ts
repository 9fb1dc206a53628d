import type { ValueOf } from '../contracts/contract';
import type { listItems } from '../contracts/scheme';
import { keep, readKept } from './storage';

export type Scheme = ValueOf<typeof listItems>;

const keyOf = (villageId: string) => `scheme.${villageId}`;

/** A scheme as this phone last saw it; null when it never did. */
export function keptScheme(villageId: string): Scheme | null {
  return readKept<Scheme>(keyOf(villageId));
}

export function keepScheme(villageId: string, scheme: Scheme): void {
  keep(keyOf(villageId), scheme);
}
