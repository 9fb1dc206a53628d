import { holder, recordIn } from '../../../simulation/histories/moves/move';
import { reason } from '../../../simulation/histories/moves/points';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { posted } from '../../ready/points';

export const card: Card = {
  async call(town) {
    const recordId = await posted(town);
    const input = { recordId, reason: '那天去的是别家,记错户了' };
    return { as: cadre, input, otherInput: { recordId, reason: '同一件事记了两回' } };
  },
  who: 'committee, supervisors and town, as the first of two; never on oneself or near relatives',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 3,
    wish(scene) {
      const record = recordIn(scene, 'posted');
      if (!record) return null;
      const { recordId, villageId } = record;
      const office = scene.random.pick(['cadre', 'supervisor', 'town-admin']);
      const at = office === 'town-admin' ? undefined : villageId;
      return { openid: holder(scene, office, at), input: { recordId, reason } };
    },
  },
  costs: { requests: 13, documents: 10 },
};
