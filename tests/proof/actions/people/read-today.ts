import { cadre } from '../../call';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  async call(town) {
    await town.declare(8);
    await town.agreed(9);
    return { as: cadre, input: {} };
  },
  who: 'everybody whom WeChat knows, what waits for them',
  may: wechatUsers,
  publishes: {
    apart: 'about-the-caller',
    caller: ['cards[]: toDo title count more due dueDay late page subject'],
    asked: () => [{}],
  },
  costs: { requests: 2, documents: 4 },
};
