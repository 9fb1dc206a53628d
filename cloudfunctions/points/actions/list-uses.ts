import { points } from '../../../src/contracts';
import { usedHouseholdsPerPage, usesPerPage } from '../../../src/contracts/limits';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Household } from '../../../src/domain/people/types';
import { allowanceId } from '../../../src/domain/scheme/allowance';
import { usesThatFit, yearsOfDeeds } from '../../../src/domain/scheme/kept-uses';
import type { Allowance } from '../../../src/domain/scheme/types';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';

/** By the number of the household that ended the page before. */
export const listUses = defineQuery({
  contract: points.listUses,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  async run({ input: { villageId, after }, read, nowMs }) {
    const page = await read.query<Household>('households', {
      where: { villageId },
      order: { field: 'number', direction: 'asc' },
      after: Number(/^\d{1,4}$/.exec(after ?? '')?.[0] ?? 0),
      limit: usedHouseholdsPerPage,
    });
    const periods = [...yearsOfDeeds(dayOf(nowMs)), 'once' as const];
    const householdIds = page.map(({ householdId }) => householdId);
    const ids = householdIds.flatMap((id) => periods.map((period) => allowanceId(id, period)));
    const allowances = await readByIds<Allowance>(read, 'allowances', ids);
    const { uses, households } = usesThatFit(householdIds, allowances, usesPerPage);
    const isLast = households === page.length && page.length < usedHouseholdsPerPage;
    return { uses, next: isLast ? null : String(page[households - 1]?.number) };
  },
});
