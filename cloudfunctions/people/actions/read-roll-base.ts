import { people } from '../../../src/contracts';
import {
  baseOf,
  committeeOf,
  type RollFacts,
  unseenOf,
} from '../../../src/domain/people/rolls/make-roll';
import { loadVillage } from '../../points/load';
import { defineQuery } from '../../runtime/define-action';
import { loadRollFacts, readLastRoll, readWaitingRolls } from '../rolls/load';

export const readRollBase = defineQuery({
  contract: people.readRollBase,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input: { villageId } }) => ({ villageId }),
  run: async ({ input, read }) => {
    const { villageId, kind } = input;
    await loadVillage(read, villageId);
    const [last, waiting] = await Promise.all([
      readLastRoll(input, read),
      readWaitingRolls(input, read),
    ]);
    const facts: RollFacts = await loadRollFacts(villageId, last, read);
    const count = (base: 'register' | 'last') => baseOf({ kind, base }, facts).length;
    return {
      register: kind === 'adults' ? count('register') : null,
      unseen: unseenOf(facts).length,
      last: last && { rollId: last.rollId, fromDay: last.fromDay, people: count('last') },
      committee: kind === 'representatives' ? committeeOf(facts).length : null,
      waits: waiting.length > 0,
    };
  },
});
