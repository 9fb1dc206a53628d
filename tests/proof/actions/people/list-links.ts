import { householdId } from '../../../support/household-ids';
import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here, ownHousehold } from '../../may';

export const card: Card = {
  call: (town) => ({ as: resident, input: { householdId: householdId(town, 'v01-8') } }),
  who: 'the household itself; the supervision of its village and the town, who watch letting in',
  may: { resident: ownHousehold, supervisor: here, ...everyTown },
  publishes: onlyThoseWhoMay,
  costs: { requests: 6, documents: 7 },
};
