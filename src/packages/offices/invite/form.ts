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

export type InviteProblems = Partial<
  Record<'shopId' | 'name' | 'organisation' | 'phone' | 'cites', string>
>;

const digitsOf = (phone: string) => phone.replace(/\D/g, '');

/** All that still has to be filled in or put right, at once, each at its field. */
export function problemsOf(form: InviteForm): InviteProblems {
  const { role, shopId, name, organisation, phone, cites } = form;
  return {
    ...(role === 'merchant' && shopId === null && { shopId: '请选哪个超市。' }),
    ...(name.trim() === '' && { name: '姓名要填。' }),
    ...(organisation.trim() === '' && { organisation: '单位要填。' }),
    ...(!/^1\d{10}$/.test(digitsOf(phone)) && { phone: '手机号是 1 开头的 11 位数字。' }),
    ...(cites.trim() === '' && { cites: '写在哪里要填,比如函的名字。' }),
  };
}

/** What is sent, of a form without problems. */
export function filled(form: InviteForm): Given {
  const { role, shopId, day, term } = form;
  return {
    ...{ role, place: role === 'merchant' && shopId !== null ? shopId : 'town', day },
    ...{ name: form.name.trim(), organisation: form.organisation.trim() },
    ...{ phone: digitsOf(form.phone), cites: form.cites.trim() },
    untilDay: yearsAfter(day, years[term]),
  };
}
