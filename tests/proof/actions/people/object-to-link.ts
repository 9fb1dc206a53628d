import { people } from '../../../../src/contracts';
import { isWrong, ofHousehold, pickFrom } from '../../../simulation/histories/moves/move';
import { testHeadName } from '../../../support/test-register';
import { type Card, onlyThoseWhoMay } from '../../card';
import { linkOf } from '../../ready/people';

const elsewhere = 'link-not-found';

export const card: Card = {
  async call(town) {
    const linkId = linkOf(town, 8);
    const where = { villageId: 'v01', householdNumber: 8, name: `${testHeadName(8)}偶` };
    const openid = 'spouse-of-eight';
    await town.as(openid).must(people.join, { ...where, namesShown: true });
    const { requests } = await town.head(2).must(people.listJoinRequests, {});
    const { joinRequestId = '' } = requests.find(({ name }) => name === where.name) ?? {};
    const seen = { joinRequestId, householdNumber: 8, name: where.name, accept: true };
    for (const as of [town.head(2), town.head(4)]) await as.must(people.answerJoin, seen);
    const input = { linkId, reason: '不是我家的人' };
    return { as: { openid }, input, otherInput: { ...input, reason: '不认识' } };
  },
  who: 'adults of the household, of who joined it beside themselves',
  may: {
    resident: {
      ...{ 'own-household': 'ok', 'near-relative': elsewhere, 'other-household': elsewhere },
      ...{ 'other-village': elsewhere, 'other-shop': elsewhere, none: elsewhere },
    },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 5,
    wish(scene) {
      const { random, model, world, openids } = scene;
      const all = [...model.links].filter(([, { state }]) => state === 'linked' || isWrong(scene));
      const others = (householdId: string, personId: string | null) =>
        openids.filter((each) => {
          const person = model.persons.get(world.personIdOf(each));
          return person?.householdId === householdId && person.personId !== personId;
        });
      const shared = all.filter(([, link]) => others(link.householdId, link.personId).length > 0);
      const some = random.chance(0.9) ? shared : all;
      const [linkId, link] = pickFrom(scene, some) ?? [];
      if (!linkId || !link) return null;
      const own = pickFrom(scene, others(link.householdId, link.personId));
      const openid = isWrong(scene) || !own ? ofHousehold(scene, link.householdId) : own;
      const nowhere = isWrong(scene) && isWrong(scene);
      const input = { linkId: nowhere ? world.newCommandId(0) : linkId, reason: '不认识' };
      return { openid, input };
    },
  },
  costs: { requests: 15, documents: 10 },
};
