import { resident } from '../../call';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  call: () => ({
    as: resident,
    input: { accepted: ['posted', 'result'] },
    otherInput: { accepted: ['posted'] },
  }),
  who: 'whoever the town knows, for themselves',
  may: { ...wechatUsers, unjoined: 'join-first', 'false-timer': 'join-first' },
  publishes: {
    apart: 'about-the-caller',
    caller: ['reminders[]: template templateId left'],
    texts: [],
    asked: () => [{ accepted: ['to-do', 'posted', 'lapsing'] }],
  },
  move: { none: 'moves no right and no points; tests/actions/wechat/messages draws its histories' },
  costs: { requests: 8, documents: 4 },
};
