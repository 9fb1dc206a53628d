import { holder, pickFrom, recordIn, type Scene } from '../../../simulation/histories/moves/move';
import { reason, supervisorsNear } from '../../../simulation/histories/moves/points';
import { headOpenid } from '../../../support/town';
import type { Card } from '../../card';
import { here } from '../../may';

/** Now and then: a record on notice whose objection a relative would have to answer. */
function nearASupervisor(scene: Scene) {
  if (scene.random.chance(0.6)) return null;
  const standing = [...scene.model.records.values()].filter(({ state }) => state === 'on-notice');
  return pickFrom(
    scene,
    standing.filter((record) => supervisorsNear(scene, record).length > 0),
  );
}

export const card: Card = {
  async call(town) {
    const recordId = await town.onNotice(8);
    const input = { recordId, reason: '那天他在旗里,没有去帮忙' };
    const otherInput = { recordId, reason: '那件事是两家一起做的' };
    return { as: { openid: headOpenid(1, 9) }, input, otherInput };
  },
  who: 'residents of the village',
  may: { resident: here },
  publishes: {
    apart: 'by-place',
    outsiders: [],
    insiders: ['recordId state'],
    texts: [],
  },
  move: {
    weight: 5,
    wish(scene) {
      const record = nearASupervisor(scene) ?? recordIn(scene, 'on-notice');
      if (!record) return null;
      const { recordId, villageId } = record;
      // Now and then one of those who would have to answer.
      const role = scene.random.chance(0.2) ? 'supervisor' : 'resident';
      return { openid: holder(scene, role, villageId), input: { recordId, reason } };
    },
  },
  costs: { requests: 13, documents: 10 },
};
