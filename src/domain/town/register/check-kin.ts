import { numberKey } from '../../people/household-number';
import type { Household } from '../../people/types';
import { registerHeadings } from './headings';
import type { Problem, RegisterHousehold } from './types';

/** By `numberKey`. */
type Households = ReadonlyMap<string, Household>;

/**
 * Kinship names households that exist: in this file, or in the register already.
 * @param broken whose rows in this file could not be read
 */
export function relativesAreInTheRegister(
  households: readonly RegisterHousehold[],
  after: Households,
  broken: ReadonlySet<string>,
): Problem[] {
  const isThere = (key: string) => after.has(key) || broken.has(key);
  return households.flatMap(({ villageId, lines }) =>
    lines.flatMap(({ row, relativeNumbers }) => {
      const missing = (relativeNumbers ?? []).filter(
        (number) => !isThere(numberKey(villageId, number)),
      );
      const message = `没有 ${missing.join('、')}号户。请核对近亲的户号。`;
      return missing.length > 0 ? [{ row, column: registerHeadings.relatives, message }] : [];
    }),
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
