import { anybody, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, everySeat, type May } from '../../may';
import { proposedAct } from '../../ready/people';

const notTheirs = 'not-your-act';
const everywhere: May['cadre'] = Object.fromEntries(
  Object.keys(anywhere).map((position) => [position, notTheirs]),
);

const seats: May = Object.fromEntries(Object.keys(everySeat).map((seat) => [seat, notTheirs]));

export const card: Card = {
  async call(town) {
    const officeActId = await proposedAct(town);
    const other = await proposedAct(town, 15);
    return { as: administrator, input: { officeActId }, otherInput: { officeActId: other } };
  },
  who: 'whoever entered the act; of an open invitation any administrator',
  may: {
    resident: everywhere,
    cadre: everywhere,
    supervisor: everywhere,
    'town-admin': everywhere,
    ...seats,
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    wish(scene) {
      const { model, world, openids } = scene;
      const all = [...model.acts].filter(([, { state }]) => state === 'proposed' || isWrong(scene));
      const [officeActId, act] = pickFrom(scene, all) ?? [];
      if (!officeActId || !act) return null;
      const own = openids.find((each) => world.personIdOf(each) === act.proposer);
      const openid = isWrong(scene) ? anybody(scene) : (own ?? anybody(scene));
      return {
        openid,
        input: { officeActId: isWrong(scene) ? world.newCommandId(0) : officeActId },
      };
    },
  },
  costs: { requests: 8, documents: 6 },
};
