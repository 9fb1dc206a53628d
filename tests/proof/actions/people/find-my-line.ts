import { wechat } from '../../../../src/contracts';
import { testPhone } from '../../../support/test-register';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  async call(town) {
    const openid = 'newly-come';
    const code = `phone:${testPhone(2, 12)}`;
    const { phoneToken } = await town.as(openid).must(wechat.readPhoneNumber, { code });
    return { as: { openid }, input: { phoneToken } };
  },
  who: 'WeChat users, by their own number',
  may: wechatUsers,
  publishes: {
    apart: 'about-the-caller',
    caller: ['lines[]: villageId villageName householdNumber maskedName'],
    // Whoever has no number of the register has no token of one: what they make up is no proof.
    asked: () => [{ phoneToken: 'made-up' }],
  },
  costs: { requests: 10, documents: 5 },
};
