import { people } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf } from '../../../src/domain/kernel/time';
import { mustBeAnAdult } from '../../../src/domain/people/consent';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';

export const setNamesShown = defineCommand({
  contract: people.setNamesShown,
  allow: [{ who: 'resident' }],
  run: async ({ input, caller: { person }, tx, nowMs }) => {
    const [household, member] = await Promise.all([
      getKnown<Household>(tx, 'households', person?.householdId),
      getKnown<Member>(tx, 'members', person?.memberId),
    ]);
    if (!household || !member) refuse('join-first', commonRefusals['join-first']);
    mustBeAnAdult(member, dayOf(nowMs));
    const { namesShown } = input;
    tx.set('households', household.householdId, {
      ...household,
      namesShown,
      namesAnsweredAtMs: nowMs,
    });
    return { namesShown };
  },
});
