import type { Order, Witness } from './types';

/**
 * What somebody ordered for a household leaves the shop only where three stand behind it: those who
 * ordered, confirmed and hand over, and the household's PIN. Who ordered for an old woman does not
 * give the goods to a friend, nor to themselves.
 * @param keeperId null for some keeper who has nothing to do with it
 * @param witness of a card at the counter; null where a code was scanned
 */
export function threeStandBehind(
  { byProxy }: Pick<Order, 'byProxy'>,
  keeperId: string | null,
  witness: Witness | null,
): boolean {
  if (!byProxy) return true;
  const vouchers = [byProxy.secondId, ...(witness ? [witness.secondId] : [])];
  // The PIN is the household itself, however often it is given.
  const pin = vouchers.includes(null) ? 1 : 0;
  const people = [byProxy.helperId, keeperId ?? '', ...vouchers.filter((each) => each !== null)];
  return new Set(people).size + pin >= 3;
}
