import { wechat } from '../../../../src/contracts';
import { showCodes } from '../../../simulation/histories/moves/invitations';
import {
  anybody,
  holder,
  isWrong,
  pickFrom,
  type Scene,
} from '../../../simulation/histories/moves/move';
import { strangers, tokenFor } from '../../../simulation/histories/moves/people';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';
import { codeOfInvitation, invitedPhone, openInvitation } from '../../ready/invitations';

/** One of the two who invited, with the number of whom they made up; else anybody. */
function whoInvited(scene: Scene, hash: string): string {
  const { model, world, openids } = scene;
  const act = model.acts.get(model.invitations.get(hash)?.officeActId ?? '');
  const two = [act?.proposer, act?.settler];
  const own = openids.filter((each) => two.includes(world.personIdOf(each)));
  return pickFrom(scene, own) ?? holder(scene, 'town-admin');
}

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
  move: {
    weight: 9,
    // Limits and places that are gone: actions/full-lists and actions/people/invitations.
    elsewhere: ['too-many-roles', 'too-many-offices', 'place-not-found', 'too-many-tries'],
    async wish(scene) {
      const { random, model, tokens } = scene;
      await showCodes(scene);
      const codes = [...model.inviteCodes];
      const open = codes.filter(([, { hash }]) => model.invitations.get(hash)?.state === 'open');
      const some = random.chance(0.75) && open.length > 0 ? open : codes;
      const [known, shown] = pickFrom(scene, some) ?? [];
      if (!known || !shown) return null;
      const who = random.chance(0.6) ? pickFrom(scene, strangers(scene)) : null;
      const openid = who ?? (random.chance(0.3) ? whoInvited(scene, shown.hash) : anybody(scene));
      const phone = isWrong(scene) ? '13900000009' : shown.phone;
      const stale = pickFrom(scene, [...tokens.keys()]);
      const phoneToken = isWrong(scene) && stale ? stale : tokenFor(scene, openid, phone);
      const invitationCode = isWrong(scene) ? '0123456789' : known;
      return { openid, input: { invitationCode, phoneToken } };
    },
  },
  costs: { requests: 20, documents: 14 },
};
