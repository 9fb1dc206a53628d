import type { Gender } from './columns';
import type { NameMaker } from './names';
import type { Chance } from './random';

/** The year the sample's ages are counted from. */
export const sampleYear = 2026;

export type HouseholdShape =
  | 'elder-alone'
  | 'worker-alone'
  | 'elder-couple'
  | 'couple'
  | 'one-child'
  | 'two-children'
  | 'with-elder'
  | 'three-generations';

export type SampleMember = {
  name: string;
  relationToHead: string;
  gender: Gender;
  birthYear: number;
};

/** Thirty households of a village: 1 to 6 members, minors and elders among them. */
export const shapesOfAVillage: HouseholdShape[] = [
  'elder-alone',
  ...Array<HouseholdShape>(2).fill('worker-alone'),
  ...Array<HouseholdShape>(3).fill('elder-couple'),
  ...Array<HouseholdShape>(4).fill('couple'),
  ...Array<HouseholdShape>(7).fill('one-child'),
  ...Array<HouseholdShape>(7).fill('two-children'),
  ...Array<HouseholdShape>(4).fill('with-elder'),
  ...Array<HouseholdShape>(2).fill('three-generations'),
];

/** Office is held by people of working age. */
export function headIsOfWorkingAge(shape: HouseholdShape): boolean {
  return shape !== 'elder-alone' && shape !== 'elder-couple';
}

function headAge(shape: HouseholdShape, chance: Chance): number {
  if (shape === 'elder-alone' || shape === 'elder-couple') return chance.whole(67, 82);
  if (shape === 'worker-alone' || shape === 'couple') return chance.whole(26, 58);
  return chance.whole(31, 48);
}

function childCount(shape: HouseholdShape): number {
  if (shape === 'one-child') return 1;
  return ['two-children', 'with-elder', 'three-generations'].includes(shape) ? 2 : 0;
}

/**
 * Makes the members of one household, the head first.
 * @param surname of the man at its head, and of the children
 */
export function makeMembers(
  shape: HouseholdShape,
  surname: string,
  chance: Chance,
  names: NameMaker,
): SampleMember[] {
  const age = headAge(shape, chance);
  const member = (relation: string, gender: Gender, years: number, family: string) => ({
    name: names.nameFor(family),
    relationToHead: relation,
    gender,
    birthYear: sampleYear - years,
  });
  const headGender: Gender = chance.happens(70) ? '男' : '女';
  const members = [member('户主', headGender, age, surname)];
  if (!shape.endsWith('-alone')) {
    const spouseGender = headGender === '男' ? '女' : '男';
    members.push(member('配偶', spouseGender, age + chance.whole(-3, 2), names.surname()));
  }
  let childAge = age - chance.whole(23, 28);
  for (let index = 0; index < childCount(shape); index += 1) {
    const gender: Gender = chance.happens(50) ? '男' : '女';
    members.push(member(gender === '男' ? '儿子' : '女儿', gender, Math.max(childAge, 1), surname));
    childAge -= chance.whole(2, 5);
  }
  if (shape === 'three-generations') {
    members.push(member('父亲', '男', age + chance.whole(24, 28), surname));
  }
  if (shape === 'with-elder' || shape === 'three-generations') {
    members.push(member('母亲', '女', age + chance.whole(22, 26), names.surname()));
  }
  return members;
}
