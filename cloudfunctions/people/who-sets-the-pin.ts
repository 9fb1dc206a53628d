import { commonRefusals } from '../../src/contracts/refusals';
import { refuse } from '../../src/domain/kernel/refusal';
import { dayOf } from '../../src/domain/kernel/time';
import { mustHaveTwoBeside } from '../../src/domain/people/pin';
import { refuseProxy } from '../../src/domain/people/proxy';
import { isSurelyAdult } from '../../src/domain/people/roles';
import type { Household, Member } from '../../src/domain/people/types';
import type { CommandContext } from '../runtime/define-action';
import { getKnown } from '../runtime/store/get-known';
import { loadProxy } from './proxies';

type Context = Pick<CommandContext<unknown>, 'caller' | 'tx' | 'nowMs'>;

/**
 * An adult of the household on their own phone, alone; else two who are not of it.
 * @throws Refusal `adult-only`, `pin-needs-two`
 */
export async function whoSetsThePin({
  caller,
  tx,
  nowMs,
}: Context): Promise<{ household: Household; secondId: string | null }> {
  const { person, proxy } = caller;
  const household = await getKnown<Household>(tx, 'households', person?.householdId);
  if (!household) refuse('join-first', commonRefusals['join-first']);
  if (proxy) {
    const visit = await loadProxy(tx, proxy.proxyId);
    if (!visit) refuseProxy();
    mustHaveTwoBeside(visit);
    return { household, secondId: visit.secondId };
  }
  const member = await getKnown<Member>(tx, 'members', person?.memberId);
  if (!member || !isSurelyAdult(member, dayOf(nowMs))) {
    refuse('adult-only', '户码卡的密码,要由家里满18岁的人来定。请让家里大人用自己的手机办。');
  }
  return { household, secondId: null };
}
