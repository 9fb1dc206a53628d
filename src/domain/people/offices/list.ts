import { maskName } from '../../kernel/names';
import { holdsRole } from '../roles';
import type { Person } from '../types';
import type { HeldOffice, Office } from './types';

const order: readonly Office[] = ['cadre', 'supervisor', 'panel', 'keeper', 'town-admin'];

/** Whether somebody sees the names of a village's office holders in full. */
export function seesNames(reader: Person | null, villageId: string): boolean {
  if (!reader) return false;
  const { roles } = reader;
  const holdsThere = roles.some(({ place }) => place === villageId);
  return reader.villageId === villageId || holdsThere || holdsRole(roles, 'town-admin', 'town');
}

/** Held on until the next election, as the law has it. */
const isOver = ({ untilDay }: HeldOffice, today: string) => untilDay !== null && untilDay <= today;

/** Who holds what, the committee first; within an office who came first. */
export function shownOffices(
  offices: readonly HeldOffice[],
  reader: Person | null,
  { villageId, today }: { villageId: string; today: string },
) {
  const isFull = seesNames(reader, villageId);
  const turn = ({ role, sinceDay, officeId }: HeldOffice) =>
    `${order.indexOf(role)} ${sinceDay} ${officeId}`;
  const isOwn = ({ memberId, personId }: HeldOffice) =>
    reader !== null && (memberId ? memberId === reader.memberId : personId === reader.personId);
  return [...offices]
    .sort((left, right) => (turn(left) < turn(right) ? -1 : 1))
    .map((held) => {
      const { officeId, role, place, placeName, name, sinceDay, basis, untilDay } = held;
      const shown = isFull ? name : maskName(name);
      return {
        ...{ officeId, role, place, placeName, name: name === '' ? null : shown },
        ...{ sinceDay, basis, untilDay, isOver: isOver(held, today) },
        ...{ byOne: held.byOne === true, isOwn: isOwn(held) },
      };
    });
}
