import {
  anybody,
  holder,
  isWrong,
  pickFrom,
  recordIn,
} from '../../../simulation/histories/moves/move';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';

const reason = '跟这一户走得近';

export const card: Card = {
  async call(town) {
    // Of these households nobody sits on a panel: somebody is left to come in.
    const recordId = await town.declare(14);
    await town.drawFor(recordId);
    const [member] = town.panelOf(recordId);
    if (!member) throw new Error('a panel was drawn');
    const input = { recordId, reason };
    return { as: { openid: member.openid }, input, otherInput: { recordId, reason: '不在村里' } };
  },
  who: 'the panel of the village that was drawn, before they vote',
  may: { panel: here },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 3,
    wish(scene) {
      const record = recordIn(scene, 'waiting-review');
      if (!record) return null;
      const { world, openids } = scene;
      const drawn = openids.filter((openid) => record.panel.includes(world.personIdOf(openid)));
      const openid = isWrong(scene)
        ? holder(scene, 'panel', record.villageId)
        : (pickFrom(scene, drawn) ?? anybody(scene));
      return { openid, input: { recordId: record.recordId, reason } };
    },
  },
  costs: { requests: 11, documents: 8 },
};
