import type { HeldRole } from '../../client/session';
import type { ValueOf } from '../../contracts/contract';
import type { listOfficeActs, listOffices, Office, OfficeBasis } from '../../contracts/offices';
import { dayInWords, yearOf } from '../../domain/kernel/time';

export type HeldOffice = ValueOf<typeof listOffices>['offices'][number];
export type OfficeAct = ValueOf<typeof listOfficeActs>['acts'][number];

export const basisWords: Readonly<Record<OfficeBasis, string>> = {
  founded: '建镇时起',
  invited: '派驻',
  elected: '当选',
  appointed: '聘任',
  resigned: '辞职',
  recalled: '罢免',
  unfit: '评议不称职',
  dismissed: '免职',
  'term-over': '任期满、换届',
  lapsed: '自行终止',
};

/** 村组法: these are elected, and leave by the village's own act. */
export const isElected = (role: Office) => ['cadre', 'supervisor', 'panel'].includes(role);

/** Whether somebody enters and confirms acts there. */
export const entersActs = (roles: readonly HeldRole[], villageId: string) =>
  roles.some(
    ({ role, place }) =>
      role === 'town-admin' || (['cadre', 'supervisor'].includes(role) && place === villageId),
  );

/** `2026年11月2日`. */
export const wholeDay = (day: string) => `${yearOf(day)}年${dayInWords(day)}`;

/** `当选,2026年11月2日起,到2031年11月1日`. */
export function termInWords(held: HeldOffice): string {
  const { basis, sinceDay, untilDay, isOver, byOne, organisation } = held;
  const from = organisation ? `${organisation}${basisWords[basis]}` : basisWords[basis];
  const since = `${from},${wholeDay(sinceDay)}起`;
  const until = untilDay ? `,到${wholeDay(untilDay)}` : '';
  const over = isOver && !organisation ? '。任期已满,等换届,换届前照常履职' : '';
  return `${since}${until}${over}${byOne ? '。建镇时由一个人定的' : ''}`;
}

const bodies: Record<OfficeAct['proposedAs'], string> = {
  cadre: '村委会',
  supervisor: '监委会',
  'town-admin': '镇里',
  holder: '本人',
};

export const enteredBy = ({ proposedAs }: OfficeAct) => `${bodies[proposedAs]}登记的`;
