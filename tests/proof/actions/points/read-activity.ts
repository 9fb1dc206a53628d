import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, here, ownHousehold } from '../../may';
import { recordedTogether } from '../../ready/activities';

/** Who was not drawn for one of them does not learn what it is; one's own is one's own. */
const hidden = 'activity-not-found';
const ofThePanel = { ...ownHousehold, 'near-relative': hidden, 'other-household': hidden };

export const card: Card = {
  call: async (town) => ({
    as: cadre,
    input: { activityId: await recordedTogether(town, 8, 9, 10) },
  }),
  who: 'who handles its records: committee and supervisors of the village, who was drawn, the town',
  may: { cadre: here, panel: ofThePanel, supervisor: here, 'town-admin': anywhere },
  publishes: {
    ...onlyThoseWhoMay,
  },
  costs: { requests: 7, documents: 14 },
};
