import { addDays } from '../../../simulation/histories/model/days';
import { holder, isWrong, pickFrom, today } from '../../../simulation/histories/moves/move';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, type May } from '../../may';
import { invitation } from '../../ready/invitations';

const town: May = { 'town-admin': anywhere };

export const card: Card = {
  call: () => ({
    as: administrator,
    input: invitation(),
    otherInput: invitation({ role: 'carrier' }),
  }),
  who: 'the town, as the first of two; never for oneself or near relatives',
  may: town,
  publishes: { ...onlyThoseWhoMay, texts: ['organisation'] },
  move: {
    weight: 3,
    // The limit is reached in actions/full-lists.
    elsewhere: ['too-many-offices', 'own-office'],
    wish(scene) {
      const { random, model } = scene;
      const role = random.pick(['observer', 'merchant', 'guide', 'town-admin', 'discipline']);
      const shop = random.pick([...model.shops.keys()]);
      const usual = role === 'merchant' ? shop : 'town';
      const member = pickFrom(
        scene,
        [...model.members.values()].filter((each) => each.phone),
      );
      const phone = `1390000000${random.integer(6)}`;
      const soon = addDays(today(scene), 1 + random.integer(40));
      const input = {
        ...{ role, place: isWrong(scene) ? random.pick(['nowhere', 'town', shop, 'v01']) : usual },
        ...{ name: '试派驻', organisation: '试验旗农牧局', cites: '派驻函' },
        phone: isWrong(scene) ? (member?.phone ?? '12000000000') : phone,
        day: isWrong(scene) ? '2040-01-01' : today(scene),
        untilDay: isWrong(scene) ? '2020-01-01' : soon,
      };
      const odd = isWrong(scene) && isWrong(scene);
      const whose = odd ? { ...input, phone: '12000000000' } : input;
      return { openid: holder(scene, 'town-admin'), input: whose };
    },
  },
  costs: { requests: 13, documents: 7 },
};
