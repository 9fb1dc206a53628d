import { resident } from '../../call';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  call: () => ({
    as: resident,
    input: { text: '门前路扫了' },
  }),
  who: 'WeChat users',
  may: wechatUsers,
  publishes: {
    apart: 'about-the-caller',
    caller: [],
    asked: () => [{ text: '门前路扫了' }],
  },
  costs: { requests: 1, documents: 1 },
};
