import { points } from '../../../src/contracts';
import type { Household } from '../../../src/domain/people/types';
import { firstBadSealDay } from '../../../src/domain/seals/seal';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import { loadVillage } from '../load';
import { isDay, loadNewestSeals } from '../load-seals';
import { sealsPerWalk, walkBooks } from '../walk-books';

export const verifyVillage = defineQuery({
  contract: points.verifyVillage,
  allow: [{ who: 'supervisor', at: 'own-village' }, { who: 'town-admin' }],
  place: ({ input: { villageId } }) => ({ villageId }),
  async run({ input: { villageId, after }, read, secret, nowMs }) {
    await loadVillage(read, villageId);
    // Seals first: one made while the books are read may hold a head that is not among them.
    const known = await loadNewestSeals({ read, secret, villageId, nowMs }, sealsPerWalk);
    const step = await walkBooks(read, villageId, after ?? null, known);
    const ids = step.faults.map(({ householdId }) => householdId);
    const named = await readByIds<Household>(read, 'households', ids);
    const numberOf = new Map(named.map(({ householdId, number }) => [householdId, number]));
    const newest = known.seals.at(-1);
    return {
      households: step.households,
      entries: step.entries,
      faults: step.faults.map(({ householdId, sequence }) => ({
        householdNumber: numberOf.get(householdId) ?? 0,
        firstBadSequence: sequence,
      })),
      next: step.more ? step.after : null,
      sealedDay: newest && isDay(newest.day) ? newest.day : null,
      badSealDay: firstBadSealDay(known.seals, known.rules),
    };
  },
});
