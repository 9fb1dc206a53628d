import { people } from '../../../src/contracts';
import { mostNamedInRegister } from '../../../src/contracts/limits';
import { holdsRole } from '../../../src/domain/people/roles';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import { readByIds } from '../../runtime/store/read-by-ids';

const jobs = ['cadre', 'supervisor', 'panel'] as const;

/** One tap on a line of it fills the form of the act. */
export const listNamedInRegister = defineQuery({
  contract: people.listNamedInRegister,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId }, read }) => {
    const ofJob = await Promise.all(
      jobs.map(async (role) => {
        const where = { villageId, registerJob: role };
        const members = await readAll<Member>(read, 'members', where, 'memberId');
        return members.filter(({ roles }) => !holdsRole(roles, role, villageId));
      }),
    );
    const all = ofJob.flatMap((members, index) =>
      members.map((member) => ({ member, role: jobs[index] ?? 'panel' })),
    );
    const first = all.slice(0, mostNamedInRegister);
    const ids = [...new Set(first.map(({ member }) => member.householdId))];
    const households = await readByIds<Household>(read, 'households', ids);
    const numberOf = new Map(households.map((each) => [each.householdId, each.number]));
    const named = first.flatMap(({ member: { householdId, name }, role }) => {
      const householdNumber = numberOf.get(householdId);
      return householdNumber === undefined ? [] : [{ householdNumber, name, role }];
    });
    return { named, more: all.length > first.length };
  },
});
