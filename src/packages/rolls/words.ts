import type { HeldRole } from '../../client/session';
import type { ValueOf } from '../../contracts/contract';
import type { listOpenRolls, readRoll } from '../../contracts/rolls';
import { dayOf, wholeDayInWords } from '../../domain/kernel/time';

export type ShownRoll = ValueOf<typeof readRoll>['roll'];
export type RollLine = ValueOf<typeof readRoll>['lines'][number];
export type OpenRoll = ValueOf<typeof listOpenRolls>['rolls'][number];

/** Whether somebody enters and confirms rolls there, and reads the names on them. */
export const entersRolls = (roles: readonly HeldRole[], villageId: string) =>
  roles.some(
    ({ role, place }) =>
      role === 'town-admin' || (['cadre', 'supervisor'].includes(role) && place === villageId),
  );

const bodies: Record<ShownRoll['enteredAs'], string> = {
  cadre: '村委会',
  supervisor: '监委会',
  'town-admin': '镇里',
};

/** `412 人`, and what of them catches the eye. */
export function countInWords({ people, named, households }: ShownRoll): string {
  const ofHouseholds = households === null ? '' : `,全村 ${households} 户`;
  return `${people} 人${ofHouseholds}${named > 0 ? `,其中户册里没有的 ${named} 人` : ''}`;
}

/** `2026年12月1日起用,依据:换届选举公告`. */
export const groundInWords = ({ fromDay, cites }: ShownRoll) =>
  `${wholeDayInWords(fromDay)}起用,依据:${cites}`;

/** `村委会登记,监委会确认,2026年11月30日`: by whom, and how it stands. */
export function standing(roll: ShownRoll): string {
  const { state, enteredAs, enteredAtMs, settledAs, settledAtMs } = roll;
  const by = `${bodies[enteredAs]}登记`;
  if (state === 'proposed' || settledAs === null) {
    const day = wholeDayInWords(dayOf(enteredAtMs));
    return state === 'proposed' ? `${by},等第二个人确认` : `${by},又撤回了,${day}`;
  }
  const day = wholeDayInWords(dayOf(settledAtMs ?? enteredAtMs));
  return `${by},${bodies[settledAs]}${state === 'confirmed' ? '确认' : '没同意'},${day}`;
}
