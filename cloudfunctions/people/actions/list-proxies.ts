import { people } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Household, HouseholdProxy, Pin } from '../../../src/domain/people/types';
import { ownHouseholdId } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';

const pageSize = 20;

/** Those that nobody confirmed did nothing: they are left out. */
function thatBegan({ proxyId, as, helperNumber, secondNumber, beganAtMs, done }: HouseholdProxy) {
  if (beganAtMs === null) return [];
  return [{ proxyId, as, helperNumber, secondNumber, beganAtMs, done }];
}

export const listProxies = defineQuery({
  contract: people.listProxies,
  allow: [{ who: 'resident' }],
  run: async ({ input, caller, read }) => {
    const householdId = ownHouseholdId(caller);
    const [found, household, pin] = await Promise.all([
      read.query<HouseholdProxy>('proxies', {
        where: { householdId },
        order: { field: 'proxyId', direction: 'desc' },
        ...(input.after !== undefined && { after: input.after }),
        limit: pageSize + 1,
      }),
      read.get<Household>('households', householdId),
      read.get<Pin>('pins', householdId),
    ]);
    return {
      proxies: found.slice(0, pageSize).flatMap(thatBegan),
      more: found.length > pageSize,
      cardSince: household?.cardSinceMs ? dayOf(household.cardSinceMs) : null,
      pinSince: pin ? dayOf(pin.setAtMs) : null,
    };
  },
});
