import { mostLinesOfAPhone } from '../../../src/contracts/limits';
import { dayOf } from '../../../src/domain/kernel/time';
import { withSomebodyNew } from '../../../src/domain/people/life/new-line';
import type { Member } from '../../../src/domain/people/types';
import type { LifeKindOf } from './kind';

/** Somebody who turned 18, or came to live here. */
export const newLine: LifeKindOf<'adult' | 'move-in'> = async (change, carrying) => {
  const { at, by, tx, read, nowMs, newId } = carrying;
  const { phone } = change.line;
  const ofPhone = phone
    ? await read.query<Member>('members', {
        where: { phone },
        order: { field: 'memberId', direction: 'asc' },
        limit: mostLinesOfAPhone,
      })
    : [];
  const memberId = newId();
  const who = { memberId, by, today: dayOf(nowMs) };
  const entered = withSomebodyNew(at, change, ofPhone, who);
  const { household } = entered.at;
  return {
    memberId,
    write() {
      tx.set('households', household.householdId, household);
      tx.create('members', memberId, entered.member);
    },
  };
};
