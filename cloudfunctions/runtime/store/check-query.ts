import { assert } from '../../../src/domain/kernel/refusal';
import type { Query } from './store';

/**
 * The SDK drops undefined fields and turns `{}` into "matches everything", so a hole in a query
 * would read or change what nobody asked for. Both adapters refuse it, so that tests find it.
 */
export function checkQuery({ where, limit }: Query): void {
  assert(limit >= 1 && limit <= 1000, 'a query asks for 1 to 1000 documents');
  const values = Object.values(where);
  assert(values.length > 0, 'a query names at least one field');
  const plain = values.every((value) => ['string', 'number', 'boolean'].includes(typeof value));
  assert(plain, 'a query compares with plain values only');
}
