import { marriedInto } from '../../../src/domain/people/life/marry';
import { endMembership, removeRequestsFor } from '../end-membership';
import type { LifeKindOf } from './kind';
import { writeLeft } from './leave';
import { loadStored } from './load';
import { rewriteTasksOf } from './rewrite-tasks';

export const marry: LifeKindOf<'marry'> = async (change, carrying) => {
  const { at, tx } = carrying;
  const into = await loadStored(change.toHouseholdId, tx);
  const { from, to, moved, head } = marriedInto({ from: at, to: into }, change);
  return {
    async write() {
      const before = at.members.find(({ memberId }) => memberId === moved.memberId);
      if (before) {
        await removeRequestsFor(before, carrying);
        await endMembership(before, carrying);
      }
      writeLeft({ household: from, head }, carrying);
      tx.set('households', to.householdId, to);
      tx.set('members', moved.memberId, moved);
      // New to one another as relatives, they are not asked about each other any more.
      await rewriteTasksOf([from.householdId, to.householdId], carrying);
    },
  };
};
