import { people } from '../../../src/contracts';
import { mostOpenRolls } from '../../../src/contracts/limits';
import type { Roll } from '../../../src/domain/people/rolls/types';
import { defineQuery } from '../../runtime/define-action';
import { shownRoll } from '../rolls/show-roll';

export const listOpenRolls = defineQuery({
  contract: people.listOpenRolls,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input: { villageId } }) => ({ villageId }),
  run: async ({ input: { villageId }, read }) => {
    const rolls = await read.query<Roll>('rolls', {
      where: { villageId, state: ['proposed', 'refused'] },
      order: { field: 'turn', direction: 'desc' },
      limit: mostOpenRolls,
    });
    return { rolls: rolls.map((roll) => ({ ...shownRoll(roll), reason: roll.reason })) };
  },
});
