import { findHouseholds } from '../contracts/people';
import { call } from './call';
import { OutboxProblem } from './outbox-problem';
import { isUndecided } from './trouble';

/** A household, or the card or number it was recorded by where nobody could be asked. */
export type ToldHousehold =
  | { householdId: string }
  | { villageId: string; found: string; householdNumber: number };

const notThatHousehold = (householdNumber: number) => ({
  code: 'household-not-found',
  message: `户册里没有对上${householdNumber}号户,这一条没有交上。请看清是哪一户,再记一次。`,
});

/**
 * Asks which household a card or number stands for. What the screen said when it was recorded must
 * be the one that is found: a card may carry another's number.
 * @throws OutboxProblem when nobody answered, or it is not there
 */
export async function askHousehold(
  told: Exclude<ToldHousehold, { householdId: string }>,
): Promise<string> {
  const { villageId, found: search, householdNumber } = told;
  const answer = await call(findHouseholds, { villageId, search });
  if (!answer.ok) {
    const { error } = answer;
    throw new OutboxProblem(error, isUndecided(error) ? {} : { state: 'refused' });
  }
  const [only, ...others] = answer.value.households;
  if (only && others.length === 0 && only.householdNumber === householdNumber) {
    return only.householdId;
  }
  throw new OutboxProblem(notThatHousehold(householdNumber), { state: 'refused' });
}
