import type { InputOf } from '../../../contracts/contract';
import type { invitePerson } from '../../../contracts/offices';

type Given = InputOf<typeof invitePerson>;
export type Term = 'one' | 'two' | 'three' | 'five';
export type InviteForm = {
  role: Given['role'];
  shopId: string | null;
  name: string;
  organisation: string;
  phone: string;
  day: string;
  cites: string;
  term: Term;
};

export const emptyForm = (today: string): InviteForm => ({
  ...{ role: 'observer', shopId: null, name: '', organisation: '', phone: '' },
  ...{ day: today, cites: '', term: 'one' },
});

const years: Readonly<Record<Term, number>> = { one: 1, two: 2, three: 3, five: 5 };

/** The same day of a later year; of the 29th of February the 28th. */
function yearsAfter(day: string, count: number): string {
  const later = `${Number(day.slice(0, 4)) + count}${day.slice(4)}`;
  return later.replace(/-02-29$/, '-02-28');
}

/** What is sent; null where something is still to be filled in. */
export function filled(form: InviteForm): Given | null {
  const { role, shopId, day, term } = form;
  const place = role === 'merchant' ? shopId : 'town';
  const [name, organisation, cites] = [form.name, form.organisation, form.cites].map((text) =>
    text.trim(),
  );
  const phone = form.phone.replace(/\D/g, '');
  if (!place || !name || !organisation || !cites || !/^1\d{10}$/.test(phone)) return null;
  const untilDay = yearsAfter(day, years[term]);
  return { role, place, name, organisation, phone, day, cites, untilDay };
}
