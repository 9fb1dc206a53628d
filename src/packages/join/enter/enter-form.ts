import { isPersonName, tidyName } from '../../../contracts/name-text';

export type EnterForm = {
  name: string;
  birthYear: string;
  /** `YYYY-MM`; empty until chosen. */
  sinceMonth: string;
  residence: 'local' | 'newcomer';
  /** Lives in a household that is there, or has none yet. */
  where: 'with' | 'own';
  number: string;
  agreed: boolean;
  shown: boolean;
};

export type EnterProblems = Partial<
  Record<'name' | 'birthYear' | 'sinceMonth' | 'number' | 'agreed', string>
>;

export const emptyEnterForm: EnterForm = {
  ...{ name: '', birthYear: '', sinceMonth: '', residence: 'newcomer', where: 'own', number: '' },
  ...{ agreed: false, shown: false },
};

const isBetween = (text: string, least: number, most: number) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;

/** All that still has to be filled in or put right, at once, each at its field. */
export function problemsOf(form: EnterForm, thisYear: number): EnterProblems {
  const name = tidyName(form.name);
  const isAdult = isBetween(form.birthYear, 1900, thisYear - 19);
  const needsNumber = form.where === 'with' && !isBetween(form.number, 1, 9999);
  return {
    ...(!isPersonName(name) && {
      name: name === '' ? '姓名要填。' : '姓名只写汉字或字母,名字中间的点写成“·”。',
    }),
    ...(!isAdult && {
      birthYear: '出生年份是四个数字。没满18岁的不登记;今年刚满的,请家里大人找村干部。',
    }),
    ...(form.sinceMonth === '' && { sinceMonth: '请选从哪年哪月住在这里。' }),
    ...(needsNumber && { number: '户号是 1 到 9999 的数字。不知道就问这一户的人。' }),
    ...(!form.agreed && { agreed: '请先看一看并勾选“同意村里核实”。' }),
  };
}
