import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';
import { putRegister } from '../../ready/town';

export const card: Card = {
  call: async (town) => ({
    as: administrator,
    input: { fileId: await putRegister(town) },
  }),
  who: 'the town',
  may: town,
  publishes: onlyThoseWhoMay,
  costs: { requests: 5, documents: 73 },
};
