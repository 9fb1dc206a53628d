import { mostLinesOfAPhone } from '../../../src/contracts/limits';
import { dayOf } from '../../../src/domain/kernel/time';
import { withSomebodyNew } from '../../../src/domain/people/life/new-line';
import type { Member } from '../../../src/domain/people/types';
import type { LifeKindOf } from './kind';

/** Somebody who turned 18, or came to live here. */
export const newLine: LifeKindOf<'adult' | 'move-in'> = async (change, carrying) => {
  const { at, tx, read, nowMs, newId } = carrying;
  const { phone } = change.line;
  const ofPhone = phone
    ? await read.query<Member>('members', {
        where: { phone },
        order: { field: 'memberId', direction: 'asc' },
        limit: mostLinesOfAPhone,
      })
    : [];
  const memberId = newId();
  const who = { memberId, today: dayOf(nowMs) };
  const { household, member } = withSomebodyNew(at, change, ofPhone, who);
  return {
    memberId,
    write() {
      tx.set('households', household.householdId, household);
      tx.create('members', memberId, member);
    },
  };
};
