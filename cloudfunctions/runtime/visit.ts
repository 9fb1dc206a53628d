import { withDone } from '../../src/domain/people/proxy';
import type { HouseholdProxy, ProxyInHand } from '../../src/domain/people/types';
import type { Transaction } from './store/store';

/**
 * What is done for a household is counted where its visit stands, in the same transaction: so it is
 * in every figure, and a visit that ended meanwhile decides nothing.
 * @throws Refusal `proxy-over`
 */
export async function countInVisit(
  tx: Transaction,
  { proxyId }: ProxyInHand,
  action: string,
): Promise<void> {
  const visit = await tx.get<HouseholdProxy>('proxies', proxyId);
  tx.set('proxies', proxyId, withDone(visit, action));
}
