import { people } from '../../../src/contracts';
import * as proxies from '../../../src/domain/people/proxy';
import { defineCommand } from '../../runtime/define-action';
import { savePerson } from '../../runtime/persons';
import { helperFacts, loadProxy } from '../proxies';

/** For everybody known: whose office ended has still to be free of it. */
export const endProxy = defineCommand({
  contract: people.endProxy,
  allow: [{ who: 'resident' }, { who: 'cadre' }, { who: 'keeper' }],
  run: async ({ input, caller, personId, tx, nowMs }) => {
    const proxy = await loadProxy(tx, input.proxyId);
    if (!proxy) proxies.refuseProxy();
    const actor = { ...helperFacts.actor, isHelper: personId === proxy.helperId };
    const ended = proxies.end(proxy, { ...helperFacts, actor }, nowMs);
    tx.set('proxies', proxy.proxyId, ended);
    if (caller.person) savePerson(tx, proxies.withProxy(caller.person, ended));
    return { proxyId: proxy.proxyId, state: ended.state };
  },
});
