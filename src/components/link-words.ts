import type { ValueOf } from '../contracts/contract';
import type { listLinks } from '../contracts/links';
import { dayInWords } from '../domain/kernel/time';

export type ShownLink = NonNullable<ValueOf<typeof listLinks>['people'][number]['link']>;

const offices = { cadre: '村干部', supervisor: '监委会的人', 'town-admin': '镇里的人' } as const;

/** `户册登记的手机号`, or the two who let them in and when. */
function byWhom({ how, two }: ShownLink, today: string): string {
  const steps = two.map(({ as, day }) => `${offices[as]}(${dayInWords(day, today)})`);
  if (steps.length === 0) return '凭户册登记的手机号';
  return `${steps.join('、')}同意${how === 'entered' ? '登记' : '加入'}`;
}

/** `12月3日加入,村干部(12月1日)、监委会的人(12月3日)同意加入`. */
export function cameInWords(link: ShownLink, today: string): string {
  return `${dayInWords(link.sinceDay, today)}加入,${byWhom(link, today)}`;
}
