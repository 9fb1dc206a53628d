import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { ownHousehold } from '../../may';

export const card: Card = {
  call: async (town) => ({
    as: resident,
    input: { orderId: await town.order(8) },
  }),
  who: 'the household itself',
  may: { resident: ownHousehold },
  publishes: onlyThoseWhoMay,
  costs: { requests: 4, documents: 4 },
};
