import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { testHeadName } from '../../../support/test-register';
import { testShopId } from '../../../support/town';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

const roles = [
  'cadre',
  'panel',
  'panel',
  'supervisor',
  'keeper',
  'keeper',
  'town-admin',
  'resident',
] as const;

export const card: Card = {
  call() {
    const who = { villageId: 'v01', householdNumber: 14, name: testHeadName(14) };
    const input = { ...who, role: 'keeper', place: testShopId };
    return { as: administrator, input, otherInput: { ...input, role: 'panel', place: 'v01' } };
  },
  who: 'the town',
  may: town,
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 2,
    wish(scene) {
      const { random, model } = scene;
      const members = [...model.members.values()];
      const joined = members.filter(({ personId }) => personId !== null);
      // Supervisors who come to look over their relatives.
      const conflicted = random.chance(0.3);
      const torn = joined.filter(
        ({ householdId }) => (model.households.get(householdId)?.relatives.length ?? 0) > 0,
      );
      const member = pickFrom(scene, conflicted ? torn : random.chance(0.5) ? joined : members);
      if (!member) return null;
      const role = conflicted ? 'supervisor' : random.pick(roles);
      const home = isWrong(scene) ? random.pick([...model.villages.keys()]) : member.villageId;
      const shop = random.pick([...model.shops.keys()]);
      const place = role === 'keeper' ? shop : role === 'town-admin' ? 'town' : home;
      const input = {
        villageId: member.villageId,
        householdNumber: scene.model.households.get(member.householdId)?.number,
        name: (!isWrong(scene) && member.name) || '没有这人',
        ...{ role, place: isWrong(scene) ? 'nowhere' : place },
      };
      return { openid: holder(scene, 'town-admin'), input };
    },
  },
  costs: { requests: 20, documents: 18 },
};
