import { testPhone } from '../../../support/test-register';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  call: () => ({
    as: { openid: 'newly-come' },
    input: { code: `phone:${testPhone(2, 12)}` },
  }),
  who: 'WeChat users, their own',
  may: wechatUsers,
  publishes: {
    apart: 'about-the-caller',
    caller: ['phoneToken phoneMasked validUntilMs'],
    // Its answer holds the asker's own number, in a token for the asker alone.
    asked: () => [{ code: 'phone:10000000001' }],
  },
  costs: { requests: 6, documents: 2 },
};
