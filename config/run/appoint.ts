import { people } from '../../src/contracts';
import type { InputOf } from '../../src/contracts/contract';
import type { givenOffice, Office } from '../../src/contracts/offices';
import type { Actor } from './cloud-client';

/** Two different people: who enters an act of office, and who confirms it. */
export type Two = readonly [Pick<Actor, 'must'>, Pick<Actor, 'must'>];

type Given = InputOf<typeof people.giveOffice>;
/** Who is to hold what. */
export type Appointed = Pick<Given, 'villageId' | 'householdNumber' | 'name' | 'place'> & {
  role: (typeof givenOffice.options)[number];
};

const elected: readonly Office[] = ['cadre', 'supervisor', 'panel'];

/** What an office is usually given by. */
export function actOf(office: Appointed, day: string): Given {
  const isElected = elected.includes(office.role);
  const basis = isElected ? 'elected' : 'appointed';
  return { ...office, basis, day, cites: isElected ? '选举结果公告' : '聘任决定' };
}

/**
 * Gives an office by the act of two people; the founder's gift of the second administrator's office
 * is in force by the first of them alone.
 * @param ids of the two commands, where they may have to be sent again
 */
export async function appoint(
  office: Appointed,
  day: string,
  [first, second]: Two,
  ids: readonly string[] = [],
): Promise<void> {
  const act = await first.must(people.giveOffice, actOf(office, day), ids[0]);
  if (act.state === 'in-force') return;
  const { officeActId } = act;
  await second.must(people.answerOfficeAct, { officeActId, accept: true }, ids[1]);
}
