import type { Household, Member } from '../../people/types';
import { inRuns } from './notes';
import type { RegisterLine } from './types';

/** A number as two people compare it without reading all of it aloud. */
const tail = (phone: string) => `尾号 ${phone.slice(-4)}`;

function ofPhone(line: RegisterLine, { phone }: Member): string[] {
  if (line.phone === undefined || line.phone === phone) return [];
  if (line.phone === null) return ['手机号没有了'];
  const before = phone === null ? '' : `${tail(phone)} `;
  return [`手机号${before}换成${tail(line.phone)},要另一个人核对过才能用它加入`];
}

const instead = (what: string, before: string | number, after: string | number) =>
  before === after ? [] : [`${what} ${before} 改成 ${after}`];

function changed(line: RegisterLine, before: Member): string | null {
  const said = [
    ...instead('名字', before.name, line.name),
    ...instead('出生年份', before.birthYear, line.birthYear),
    ...instead('与户主关系', before.relation, line.relation),
    ...ofPhone(line, before),
  ];
  return said.length === 0 ? null : `${said.join(';')}。`;
}

/** What a register changes, in a sentence each: what it is, and what to do about it. */
export const saidOfChange = {
  changed,
  new: ({ relation, birthYear }: RegisterLine) =>
    `${relation},${birthYear} 年生。要另一个人核对过,才能凭手机号加入。`,
  moved: ({ birthYear }: RegisterLine, { number }: Household, { roles }: Member) =>
    `${number}号户有这个名字,也是 ${birthYear} 年生。` +
    (roles.length > 0
      ? '那位还担任着职务,要搬过来先登记离任。'
      : '就是这个人,就搬到这一户,积分留在原来那户,本人重新加入。'),
  renamed: ({ birthYear }: RegisterLine, before: Member) =>
    `这一户原来有“${before.name}”(${before.relation},${before.birthYear} 年生),表里没有了;` +
    `新写的这一位 ${birthYear} 年生。`,
  twice: ({ birthYear }: RegisterLine, otherNumber: number) =>
    `${otherNumber}号户也写着这个名字,也是 ${birthYear} 年生。同一个人只能在一户,请改表;` +
    '真是两个人再收进来。',
  otherFamily: ({ number, headName }: Household, head: string) =>
    `${number}号户原来是${headName || '另一家'},表里没有他们家的人,写的是${head}。` +
    '号给了新的一家,就开一个新账户;原来那家换一个没用过的号,积分一分不动。',
  missing: ({ relation, roles, personId }: Member) => {
    if (roles.length > 0) return '还担任着职务,先登记离任,再从户册里去掉。没有动。';
    const ends = personId === null ? '' : ',用手机加入的也同时解除';
    return `${relation}。已经不在这一户,就从户册里去掉${ends};积分留在户里。`;
  },
  newHousehold: (people: number) => `新的一户,${people} 人。`,
  missingHouseholds(numbers: ReadonlyMap<string, readonly number[]>): string {
    const all = [...numbers].map(([village, each]) => `${village} ${inRuns(each)}号`);
    const count = [...numbers.values()].reduce((sum, each) => sum + each.length, 0);
    return `登记过的有 ${count} 户不在这张表里,都没有动:${all.join(';')}。`;
  },
};
