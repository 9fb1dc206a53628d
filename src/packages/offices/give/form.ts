import type { ChosenVillage } from '../../../client/session';
import type { InputOf } from '../../../contracts/contract';
import type { giveOffice } from '../../../contracts/offices';
import { isElected } from '../words';

export type Term = 'none' | 'three' | 'five';
export type GiveForm = {
  role: Given['role'];
  shopId: string | null;
  number: string;
  name: string;
  day: string;
  cites: string;
  term: Term;
};
type Given = InputOf<typeof giveOffice>;

export const emptyForm = (today: string): GiveForm => ({
  ...{ role: 'cadre', shopId: null, number: '', name: '', day: today, cites: '', term: 'five' },
});

const years: Readonly<Record<Term, number>> = { none: 0, three: 3, five: 5 };

/** The same day of a later year; of the 29th of February the 28th. */
function yearsAfter(day: string, count: number): string {
  const later = `${Number(day.slice(0, 4)) + count}${day.slice(4)}`;
  return later.replace(/-02-29$/, '-02-28');
}

/** What is sent; null where something is still to be filled in. */
export function filled(form: GiveForm, { villageId }: ChosenVillage): Given | null {
  const { role, shopId, number, name, day, cites, term } = form;
  const householdNumber = Number(number.replace(/\D/g, ''));
  const place = role === 'keeper' ? shopId : role === 'town-admin' ? 'town' : villageId;
  if (!place || householdNumber < 1 || name.trim() === '' || cites.trim() === '') return null;
  return {
    ...{ villageId, householdNumber, name: name.trim(), role, place, day, cites: cites.trim() },
    basis: isElected(role) ? 'elected' : 'appointed',
    ...(term !== 'none' && { untilDay: yearsAfter(day, years[term]) }),
  };
}
