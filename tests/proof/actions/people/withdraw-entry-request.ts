import { people } from '../../../../src/contracts';
import { anybody, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import type { Card } from '../../card';
import { anywhere, everySeat, type May } from '../../may';
import { askToBeEntered } from '../../ready/people';

const nothing = 'nothing-to-withdraw';
const everywhere: May['cadre'] = Object.fromEntries(
  Object.keys(anywhere).map((position) => [position, nothing]),
);

export const card: Card = {
  async call(town) {
    const openid = 'thinks-again';
    const seen = await askToBeEntered(town, openid);
    await town.head(2).must(people.answerEntryRequest, { ...seen, accept: true });
    return { as: { openid }, input: {} };
  },
  who: 'whoever asked to be entered, as long as the village has not decided',
  may: {
    ...{ resident: everywhere, cadre: everywhere, panel: everywhere, supervisor: everywhere },
    ...{ keeper: everywhere, 'town-admin': everywhere },
    ...{ unjoined: nothing, 'false-timer': nothing },
    ...Object.fromEntries(Object.keys(everySeat).map((seat) => [seat, nothing])),
  },
  publishes: {
    apart: 'about-the-caller',
    caller: ['state'],
    texts: [],
    asked: () => [{}],
  },
  move: {
    weight: 0.4,
    wish(scene) {
      const { model, world, openids } = scene;
      const asking = openids.filter((each) => {
        const { entry } = model.persons.get(world.personIdOf(each)) ?? {};
        const { state = 'none' } = model.entries.get(entry ?? '') ?? {};
        return state === 'waiting' || state === 'agreed';
      });
      const appealing = openids.filter((each) => {
        const { entry } = model.persons.get(world.personIdOf(each)) ?? {};
        return model.entries.get(entry ?? '')?.state === 'appealed';
      });
      const openid = isWrong(scene)
        ? (pickFrom(scene, appealing) ?? anybody(scene))
        : pickFrom(scene, asking);
      return openid ? { openid, input: {} } : null;
    },
  },
  costs: { requests: 10, documents: 7 },
};
