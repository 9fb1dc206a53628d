import { people } from '../../../src/contracts';
import { maskName } from '../../../src/domain/kernel/names';
import { maySetPin } from '../../../src/domain/people/pin';
import { leftMs, refuseProxy } from '../../../src/domain/people/proxy';
import type { Household, Village } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { loadProxy, placeOfProxy } from '../proxies';

/** For whoever stands there and is asked to confirm it, and for the helper. */
export const readProxy = defineQuery({
  contract: people.readProxy,
  allow: [
    { who: 'resident', at: 'own-village' },
    { who: 'cadre', at: 'own-village' },
    { who: 'keeper', at: 'own-shop' },
  ],
  place: placeOfProxy,
  run: async ({ input, caller, read, nowMs }) => {
    const proxy = await loadProxy(read, input.proxyId);
    if (!proxy) refuseProxy();
    const [household, village] = await Promise.all([
      read.get<Household>('households', proxy.householdId),
      read.get<Village>('villages', proxy.villageId),
    ]);
    const { state, as, helperNumber, helperId } = proxy;
    const left = leftMs(proxy, nowMs);
    return {
      ...{ state, leftMs: left, as, helperNumber, isHelper: caller.personId === helperId },
      householdNumber: household?.number ?? proxy.householdNumber,
      householdName: maskName(household?.headName ?? ''),
      villageName: village?.name ?? '',
      maySetPin: left > 0 && maySetPin(proxy),
    };
  },
});
