import { maskName } from '../../kernel/names';
import type { Person } from '../types';
import { readsNames } from './seats';
import type { HeldOffice, Office } from './types';

const order: readonly Office[] = [
  ...(['cadre', 'supervisor', 'panel', 'keeper', 'merchant', 'town-admin'] as const),
  ...(['town-staff', 'discipline', 'accountant', 'carrier', 'guide', 'observer'] as const),
];

/** Whether somebody sees the names of a village's office holders in full. */
export function seesNames(reader: Person | null, villageId: string): boolean {
  if (!reader) return false;
  const { roles } = reader;
  const holdsThere = roles.some(({ place }) => place === villageId);
  return reader.villageId === villageId || holdsThere || readsNames(roles);
}

/** Of who is elected held on until the next election, as the law has it. */
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
        ...{ organisation: held.organisation ?? null },
        ...{ sinceDay, basis, untilDay, isOver: isOver(held, today) },
        ...{ byOne: held.byOne === true, isOwn: isOwn(held) },
      };
    });
}
