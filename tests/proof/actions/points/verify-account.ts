import { householdId } from '../../../support/household-ids';
import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, ownHousehold } from '../../may';

export const card: Card = {
  async call(town) {
    town.clock.advanceDays(1);
    await town.timer('jobs', 'seal-day');
    return { as: resident, input: { householdId: householdId(town, 'v01-8') } };
  },
  who: 'the household, committee and supervisors of its village, and the town',
  may: { resident: ownHousehold, cadre: here, supervisor: here, 'town-admin': 'ok' },
  publishes: onlyThoseWhoMay,
  costs: { requests: 7, documents: 51 },
  growsWithHistory: 'reads the whole chain of one household: that is what it is asked for',
};
