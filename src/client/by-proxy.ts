import type { Contract } from '../contracts/contract';
import { useSession } from './session';

/**
 * What may be done for others is done for the household that one acts for; the whole phone is in
 * that mode until it is ended by a tap, and what comes too late is refused, never done for oneself.
 * Who names a proxy, or none, is left alone.
 */
export function withProxy<Input>(contract: Pick<Contract, 'byProxy'>, input: Input): Input {
  const { proxy } = useSession.getState();
  const isNamed = 'proxyId' in Object(input);
  return contract.byProxy && proxy && !isNamed ? { ...input, proxyId: proxy.proxyId } : input;
}
