import { people } from '../../../../src/contracts';
import { anybody, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import type { Card } from '../../card';
import { anywhere, everySeat, type May } from '../../may';
import { askToBeEntered } from '../../ready/people';

const nothing = 'nothing-refused';
const everywhere: May['cadre'] = Object.fromEntries(
  Object.keys(anywhere).map((position) => [position, nothing]),
);

export const card: Card = {
  async call(town) {
    const openid = 'refused-once';
    const seen = await askToBeEntered(town, openid);
    const no = { ...seen, accept: false, reason: '没有常住' };
    await town.head(2).must(people.answerEntryRequest, no);
    return { as: { openid }, input: {} };
  },
  who: 'whoever was refused, of what was refused to them',
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
    wish(scene) {
      const { model, world, openids } = scene;
      const refused = openids.filter((each) => {
        const { entry } = model.persons.get(world.personIdOf(each)) ?? {};
        return model.entries.get(entry ?? '')?.state === 'refused';
      });
      const openid = isWrong(scene) ? anybody(scene) : pickFrom(scene, refused);
      return openid ? { openid, input: {} } : null;
    },
  },
  costs: { requests: 11, documents: 7 },
};
