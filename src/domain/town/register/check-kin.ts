import { numberKey } from '../../people/household-number';
import type { Household } from '../../people/types';
import { registerHeadings } from './columns';
import type { Problem, RegisterHousehold } from './types';

/** By `numberKey`. */
type Households = ReadonlyMap<string, Household>;

/** Kinship names households that exist: in this file, or in the register already. */
export function relativesAreInTheRegister(
  households: readonly RegisterHousehold[],
  after: Households,
): Problem[] {
  return households.flatMap(({ villageId, lines }) =>
    lines.flatMap(({ row, relativeNumbers }) =>
      relativeNumbers
        .filter((number) => !after.has(numberKey(villageId, number)))
        .map((number) => ({
          row,
          column: registerHeadings.relatives,
          message: `没有 ${number} 号户。请核对近亲的户号。`,
        })),
    ),
  );
}

/** 村组法: no committee member or near relative of one sits on the supervisory committee. */
export function supervisorsAreNoRelativesOfTheCommittee(
  households: readonly RegisterHousehold[],
  after: Households,
): Problem[] {
  const nearCommittee = ({ villageId, number, relativeNumbers }: RegisterHousehold) =>
    [number, ...relativeNumbers]
      .map((each) => numberKey(villageId, each))
      .find((key) => after.get(key)?.ofCommittee);
  return households.flatMap((household) => {
    if (!after.get(household.key)?.ofSupervision) return [];
    const near = nearCommittee(household);
    if (!near) return [];
    const supervisor = household.lines.find((line) => line.job === 'supervisor');
    const row = (supervisor ?? household.lines[0])?.row ?? 1;
    const number = after.get(near)?.number ?? household.number;
    const message = `村委会成员和近亲属不能进监督委员会,而 ${number}号户有村委会成员。请另选一位。`;
    return [{ row, column: registerHeadings.job, message }];
  });
}
