import { householdId } from '../../../support/household-ids';
import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, ownHousehold } from '../../may';

export const card: Card = {
  call: (town) => ({
    as: resident,
    input: {
      householdId: householdId(town, 'v01-8'),
      itemId: 'errand-for-neighbour',
      day: town.today(),
    },
  }),
  who: 'the household itself, and the committee of its village',
  may: { resident: ownHousehold, cadre: here },
  publishes: onlyThoseWhoMay,
  costs: { requests: 4, documents: 4 },
};
