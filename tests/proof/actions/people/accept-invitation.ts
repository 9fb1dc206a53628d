import { wechat } from '../../../../src/contracts';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';
import { codeOfInvitation, invitedPhone, openInvitation } from '../../ready/invitations';

export const card: Card = {
  async call(town) {
    const openid = 'newly-come';
    const invitationCode = await codeOfInvitation(town, await openInvitation(town));
    const code = `phone:${invitedPhone}`;
    const { phoneToken } = await town.as(openid).must(wechat.readPhoneNumber, { code });
    const input = { invitationCode, phoneToken };
    const other = await openInvitation(town, { role: 'carrier' });
    const otherInput = { ...input, invitationCode: await codeOfInvitation(town, other) };
    return { as: { openid }, input, otherInput };
  },
  who: 'WeChat users who prove the number that the code is for',
  // Whoever sits there already needs no code.
  may: { ...wechatUsers, observer: 'already-holds' },
  publishes: {
    apart: 'about-the-caller',
    caller: ['role untilDay'],
    texts: [],
    // Whoever has no number of an invitation has no token of one.
    asked: () => [{ invitationCode: '0000000000', phoneToken: 'made-up' }],
  },
  move: { none: 'what a seat opens is read only; actions/people/invitations has its whole life' },
  costs: { requests: 20, documents: 14 },
};
