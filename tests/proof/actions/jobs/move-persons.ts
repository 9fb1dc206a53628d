import { createSecret, keyIdOf } from '../../../../cloudfunctions/runtime/secret';
import { testSecretBefore } from '../../../support/town';
import { type Card, onlyThoseWhoMay } from '../../card';
import { timerOnly } from '../../may';

const before = createSecret(testSecretBefore);

export const card: Card = {
  /** Two people still lie under the key before. */
  async call(town) {
    for (const { openid } of [town.head(8), town.head(9)]) {
      const [person] = town.engine.find('persons', { query: { openid } });
      const lookUp = before.sign('person', openid, 32);
      const moved = { ...person, _id: lookUp, lookUp, keyId: keyIdOf(lookUp) };
      await town.engine.remove('persons', { _id: String(person?._id) });
      await town.engine.set('persons', lookUp, moved);
      const personId = String(person?.personId);
      await town.engine.set('person-places', personId, { personId, lookUp });
    }
    return { as: 'timer', input: {} };
  },
  who: 'the timer',
  may: timerOnly,
  publishes: onlyThoseWhoMay,
  costs: { requests: 15, documents: 14 },
};
