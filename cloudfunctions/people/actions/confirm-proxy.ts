import { people } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { helpedMessage } from '../../../src/domain/messages/moved';
import * as proxies from '../../../src/domain/people/proxy';
import { holdsRole, isSurelyAdult } from '../../../src/domain/people/roles';
import type { Household, HouseholdProxy, Member } from '../../../src/domain/people/types';
import { type Caller, rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { loadPerson, savePerson } from '../../runtime/persons';
import { getKnown } from '../../runtime/store/get-known';
import type { Transaction } from '../../runtime/store/store';
import { writeMessage } from '../../runtime/write-message';
import { actorOf, helperFacts, homeOf, loadProxy, placeOfProxy } from '../proxies';

/** Who the second person is to the household and to the helper. */
async function factsOf(caller: Caller, proxy: HouseholdProxy, tx: Transaction, nowMs: number) {
  const { person } = caller;
  const { villageId, householdId, helperHouseholdId, helperOfCommittee } = proxy;
  const home = await homeOf(tx, person?.householdId);
  const household = await tx.get<Household>('households', householdId);
  const helpersHome = await homeOf(tx, helperHouseholdId);
  const member = await getKnown<Member>(tx, 'members', person?.memberId);
  if (!home || !household || !member) proxies.refuseProxy();
  const actor = {
    ...actorOf(home, household, helpersHome),
    isHelper: caller.personId === proxy.helperId,
    adult: isSurelyAdult(member, dayOf(nowMs)),
    ofCommittee: holdsRole(rolesOf(caller), 'cadre', villageId),
  };
  const timeIsOver = nowMs >= proxy.endsAtMs;
  return { home, facts: { ...helperFacts, actor, helperOfCommittee, timeIsOver } };
}

export const confirmProxy = defineCommand({
  contract: people.confirmProxy,
  allow: [{ who: 'resident', at: 'own-village' }],
  place: placeOfProxy,
  run: async (context) => {
    const { input, caller, personId, tx, nowMs } = context;
    const proxy = await loadProxy(tx, input.proxyId);
    if (!proxy) proxies.refuseProxy();
    const { home, facts } = await factsOf(caller, proxy, tx, nowMs);
    const running = proxies.confirm(proxy, { personId, number: home.number }, facts, nowMs);
    const helper = await loadPerson(tx, proxy.helperId);
    // Gone, or acting for others since: then nobody has it in hand.
    if (!helper || proxies.busyWith(helper, nowMs) !== null) proxies.refuseProxy();
    tx.set('proxies', proxy.proxyId, running);
    writeMessage(context, helpedMessage(running));
    savePerson(tx, proxies.withProxy(helper, running));
    return { proxyId: proxy.proxyId, householdId: proxy.householdId, state: running.state };
  },
});
