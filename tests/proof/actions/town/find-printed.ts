import { resident } from '../../call';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';
import { printCard } from '../../ready/documents';

export const card: Card = {
  call: async (town) => ({ as: resident, input: { checkCode: await printCard(town, 8) } }),
  who: 'everybody whom WeChat knows; whose card it is, only those who may know',
  may: wechatUsers,
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'checkCode document villageName day state of',
      'sheet.villageId sheet.itemIds[] sheet.householdIds[]',
    ],
    asked: () => [{ checkCode: '12345674' }],
  },
  costs: { requests: 9, documents: 6 },
};
