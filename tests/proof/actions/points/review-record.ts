import {
  anybody,
  holder,
  isWrong,
  pickFrom,
  recordIn,
} from '../../../simulation/histories/moves/move';
import { aDecision } from '../../../simulation/histories/moves/points';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { bothWays } from '../../ready/points';

export const card: Card = {
  async call(town) {
    const recordId = await town.declare(8);
    await town.drawFor(recordId);
    const [member] = town.panelOf(recordId);
    if (!member) throw new Error('a panel was drawn');
    return bothWays({ openid: member.openid }, recordId);
  },
  who: 'the panel of the village that was drawn, not on oneself or relatives',
  may: { panel: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 26,
    wish(scene) {
      const record = recordIn(scene, 'waiting-review');
      if (!record) return null;
      const { world, openids } = scene;
      const votes = scene.model.records.get(record.recordId)?.votes;
      const drawn = openids.filter((openid) => record.panel.includes(world.personIdOf(openid)));
      const asked = drawn.filter((openid) => !votes?.has(world.personIdOf(openid)));
      const openid = isWrong(scene)
        ? holder(scene, 'panel', record.villageId)
        : (pickFrom(scene, isWrong(scene) ? drawn : asked) ?? anybody(scene));
      return { openid, input: aDecision(scene, record.recordId) };
    },
  },
  costs: { requests: 11, documents: 8 },
};
