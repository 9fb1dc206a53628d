import { mustStand } from '../../src/domain/people/ended-household';
import {
  readCardText,
  refuseCard,
  refuseReplacedCard,
} from '../../src/domain/people/household-card';
import type { Household } from '../../src/domain/people/types';
import type { Query, Reader } from '../runtime/store/store';

const findOne = async (where: Query['where'], read: Reader) =>
  (await read.query<Household>('households', { where, limit: 1 }))[0];

/**
 * Whose card it is, for those to whom the household's village is theirs.
 * @throws Refusal `card-not-ours` also for a card of another village; `household-ended`,
 *   `card-replaced`
 */
export async function findByCard(
  cardText: string,
  isTheirs: (villageId: string) => Promise<boolean> | boolean,
  read: Reader,
): Promise<Household> {
  const { cardId } = readCardText(cardText);
  const household = await findOne({ cardId }, read);
  const before = household ? undefined : await findOne({ oldCardIds: cardId }, read);
  const found = household ?? before;
  if (!found || !(await isTheirs(found.villageId))) refuseCard();
  mustStand(found);
  if (before) refuseReplacedCard();
  return found;
}
