import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { proposedAct } from '../../ready/people';

export const card: Card = {
  async call(town) {
    const officeActId = await proposedAct(town);
    const other = { officeActId, accept: false, reason: '名字不对' };
    return { as: cadre, input: { officeActId, accept: true }, otherInput: other };
  },
  who: 'committee, supervisors and town, as the second of two; never about oneself or kin',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 10,
    // Limits, and a village that is gone: actions/full-lists and actions/people/offices.
    elsewhere: [
      ...['too-many-roles', 'too-many-offices', 'place-not-found', 'role-does-not-fit'],
      ...['near-relative', 'supervisor-excluded', 'not-in-register'],
    ],
    wish(scene) {
      const { random, model, world } = scene;
      const all = [...model.acts].filter(([, { state }]) => state === 'proposed' || isWrong(scene));
      const invited = all.filter(([, each]) => each.invited !== null);
      const some = random.chance(0.3) && invited.length > 0 ? invited : all;
      const [officeActId, act] = pickFrom(scene, some) ?? [];
      if (!officeActId || !act) return null;
      const first = random.pick(['cadre', 'supervisor', 'town-admin']);
      // The town likes to confirm what it entered itself.
      const byTown =
        first === 'town-admin' ||
        act.role === 'town-admin' ||
        act.villageId === 'town' ||
        (act.by === 'town' && random.chance(0.4));
      const accept = random.chance(0.8);
      const input = {
        officeActId: isWrong(scene) ? world.newCommandId(0) : officeActId,
        ...{ accept, ...(!accept && !isWrong(scene) && { reason: '还没有开会' }) },
      };
      const openid = byTown ? holder(scene, 'town-admin') : holder(scene, first, act.villageId);
      return { openid, input };
    },
  },
  costs: { requests: 24, documents: 33 },
};
