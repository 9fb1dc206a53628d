import { holder } from '../../../simulation/histories/moves/move';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, notOneself } from '../../may';
import { raisedAlarm } from '../../ready/seals';

const anywhere = { ...here, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' };

export const card: Card = {
  async call(town) {
    await raisedAlarm(town);
    const input = { villageId: 'v01', number: 1, outcome: 'restored' };
    return { as: supervisor, input, otherInput: { ...input, outcome: 'kept' } };
  },
  who: 'supervisors of the village and the town, one of each, not about their own books',
  may: {
    supervisor: notOneself,
    'town-admin': { ...anywhere, 'own-household': 'own-household' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 0.2,
    wish(scene) {
      const villageId = 'v01';
      const role = scene.random.chance(0.5) ? 'supervisor' : 'town-admin';
      const openid = holder(scene, role, role === 'supervisor' ? villageId : undefined);
      return { openid, input: { villageId, number: 1, outcome: 'restored' } };
    },
    // No books are forged in a history: tests/actions/points/seal-alarm and the tampering do it.
    elsewhere: [
      ...['ok', 'alarm-not-open', 'own-household', 'committee-may-not-settle'],
      ...['other-side-needed', 'outcomes-differ'],
    ],
  },
  costs: { requests: 7, documents: 4 },
};
