import { points } from '../../../../src/contracts';
import { holder, pickFrom, recordIn } from '../../../simulation/histories/moves/move';
import { reason, supervisorsNear } from '../../../simulation/histories/moves/points';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';

export const card: Card = {
  async call(town) {
    const recordId = await town.onNotice(8);
    await town.head(9).must(points.objectToRecord, { recordId, reason: '那天他在旗里' });
    // Nobody answers for three days: the town may as well.
    town.clock.advanceDays(6);
    const input = { recordId, uphold: false, reason: '查过了,那天他确实去了' };
    return { as: supervisor, input, otherInput: { ...input, uphold: true } };
  },
  who: 'supervisors of the village, after three days the town; not on oneself or relatives',
  may: {
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 5,
    wish(scene) {
      const record = recordIn(scene, 'objected');
      if (!record) return null;
      const { recordId, villageId } = record;
      const { world, model, openids, random } = scene;
      const input = { recordId, uphold: random.chance(0.3), reason };
      const objector = model.records.get(recordId)?.objector;
      const themselves = openids.find((openid) => world.personIdOf(openid) === objector);
      const kin = random.chance(0.5) ? pickFrom(scene, supervisorsNear(scene, record)) : null;
      const asTown = random.chance(0.2);
      const usual = asTown ? holder(scene, 'town-admin') : holder(scene, 'supervisor', villageId);
      const openid = kin ?? (themselves && random.chance(0.25) ? themselves : usual);
      return { openid, input };
    },
  },
  costs: { requests: 13, documents: 11 },
};
