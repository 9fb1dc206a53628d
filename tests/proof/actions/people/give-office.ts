import { type Appointed, actOf } from '../../../../config/run/appoint';
import { holder, isWrong, pickFrom, today } from '../../../simulation/histories/moves/move';
import { testHeadName } from '../../../support/test-register';
import { testShopId } from '../../../support/town';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';

const roles = ['cadre', 'panel', 'panel', 'supervisor', 'keeper', 'keeper', 'town-admin'] as const;

export const card: Card = {
  call(town) {
    const who = { villageId: 'v01', householdNumber: 14, name: testHeadName(14) };
    const input = actOf({ ...who, role: 'panel', place: 'v01' }, town.today());
    const other = actOf({ ...who, role: 'keeper', place: testShopId }, town.today());
    return { as: administrator, input, otherInput: other };
  },
  who: 'committee, supervisors and town, as the first of two; never for oneself or near relatives',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    // Those who may confirm it read what it cites.
    texts: [],
  },
  move: {
    weight: 3,
    // The limits are reached in actions/full-lists.
    elsewhere: ['too-many-roles', 'too-many-offices'],
    wish(scene) {
      const { random, model } = scene;
      const members = [...model.members.values()];
      const joined = members.filter(({ personId }) => personId !== null);
      // Supervisors who come to look over their relatives.
      const conflicted = random.chance(0.3);
      const torn = joined.filter(
        ({ householdId }) => (model.households.get(householdId)?.relatives.length ?? 0) > 0,
      );
      // Entered twice, by whomever: only one of the two can come into force.
      const pending = [...model.acts.values()].filter(
        ({ state, change, invited }) => state === 'proposed' && change === 'give' && !invited,
      );
      const again = random.chance(0.2) ? pickFrom(scene, pending) : null;
      const member =
        model.members.get(again?.memberId ?? '') ??
        pickFrom(scene, conflicted ? torn : random.chance(0.5) ? joined : members);
      if (!member) return null;
      const role = again
        ? (again.role as Appointed['role'])
        : conflicted
          ? 'supervisor'
          : random.pick(roles);
      const home = isWrong(scene) ? random.pick([...model.villages.keys()]) : member.villageId;
      const shop = random.pick([...model.shops.keys()]);
      const usual = role === 'keeper' ? shop : role === 'town-admin' ? 'town' : home;
      const place = again?.place ?? usual;
      const who = {
        villageId: member.villageId,
        householdNumber: model.households.get(member.householdId)?.number ?? 1,
        name: (!isWrong(scene) && member.name) || '没有这人',
      };
      const input = {
        ...actOf({ ...who, role, place }, today(scene)),
        ...(isWrong(scene) && { place: 'nowhere' }),
        ...(isWrong(scene) && { day: '2035-01-01' }),
        ...(isWrong(scene) && { basis: random.pick(['elected', 'appointed']) }),
        // Over at once, so that it can be given anew.
        ...(random.chance(0.4) && { untilDay: random.pick(['2020-01-01', '2034-01-01']) }),
      };
      const first = random.pick(['cadre', 'supervisor', 'town-admin', 'town-admin']);
      return { openid: holder(scene, first, first === 'town-admin' ? undefined : home), input };
    },
  },
  costs: { requests: 18, documents: 29 },
};
