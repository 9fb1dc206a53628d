import { withNewHead } from '../../../src/domain/people/life/head';
import type { LifeKindOf } from './kind';

export const head: LifeKindOf<'head'> = (change, { at, tx }) => {
  const { household, members } = withNewHead(at, change);
  return {
    write() {
      tx.set('households', household.householdId, household);
      for (const member of members) tx.set('members', member.memberId, member);
    },
  };
};
