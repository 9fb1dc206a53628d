import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';

export const card: Card = {
  async call(town) {
    await town.order(8);
    return { as: resident, input: {} };
  },
  who: 'residents, of their own household',
  may: { resident: oneself },
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'orders[]: orderId state stateLabel next shopId shopName householdNumber',
      'orders[]: householdName points placedAtMs expiresAtMs endedAtMs',
      'orders[].lines[]: goodsId name unit count points',
      'more',
    ],
  },
  costs: { requests: 2, documents: 24 },
};
