import { people } from '../../../../src/contracts';
import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { testHeadName } from '../../../support/test-register';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { linkOf } from '../../ready/people';

export const card: Card = {
  async call(town) {
    const linkId = linkOf(town, 8);
    const line = { villageId: 'v01', householdNumber: 8, name: testHeadName(8) };
    await town.administrator.must(people.unlinkMember, line);
    const input = { linkId, out: false, reason: '是本人,弄错了' };
    return { as: supervisor, input, otherInput: { linkId, out: true, reason: '手机丢了' } };
  },
  who: 'two people, one of them outside the committee; neither kin nor who let them in',
  // The town cut it alone, so that it is another’s turn.
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
    weight: 7,
    // Nobody who looks after the town by an office of the register alone is objected to.
    elsewhere: ['last-administrator'],
    wish(scene) {
      const { random, model, world, openids } = scene;
      const open = ['objected', 'proposed', 'cut'];
      const all = [...model.links].filter(([, { state }]) => open.includes(state));
      const some = isWrong(scene) ? [...model.links] : all;
      const [linkId, link] = pickFrom(scene, some) ?? [];
      if (!linkId || !link) return null;
      const office = random.pick(['cadre', 'supervisor', 'supervisor', 'town-admin']);
      const at = office === 'town-admin' ? undefined : link.villageId;
      // Who let them in, who objected, and who said so first, would like to see it settled.
      const involved = [...link.two, link.objector, link.opinion?.personId, link.cutBy];
      const wanted = isWrong(scene) ? random.pick([...involved, null]) : null;
      const known = openids.find((each) => world.personIdOf(each) === wanted);
      const first = link.opinion?.out ?? random.chance(0.5);
      const out = random.chance(0.3) ? !first : first;
      const says = !link.opinion || random.chance(0.5);
      const nowhere = isWrong(scene) && isWrong(scene);
      return {
        openid: known ?? holder(scene, office, at),
        input: {
          ...{ linkId: nowhere ? world.newCommandId(0) : linkId, out },
          ...(says && !isWrong(scene) && { reason: '问过邻居了' }),
        },
      };
    },
  },
  costs: { requests: 16, documents: 14 },
};
