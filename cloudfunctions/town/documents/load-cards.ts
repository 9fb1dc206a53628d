import { editionWords, mustBePrintable } from '../../../src/domain/documents/print';
import { calledBy, maskName } from '../../../src/domain/kernel/names';
import { living } from '../../../src/domain/people/ended-household';
import { writeCardText } from '../../../src/domain/people/household-card';
import type { Household, Village } from '../../../src/domain/people/types';
import type { Secret } from '../../runtime/secret';
import { readAll } from '../../runtime/store/read-all';
import type { Reader, Store } from '../../runtime/store/store';
import { giveCodes } from './give-codes';
import { subjectOf } from './subjects';
import type { CardFacts } from './templates/household-card';

export const householdWords = ({ number, headName }: Household) =>
  calledBy(number, maskName(headName));

/** What of a household stands on its card; when it changes, the card is an older one. */
export function cardContent(household: Household, { name }: Village) {
  const facts = {
    cardText: writeCardText(household),
    household: householdWords(household),
    villageName: name,
  };
  const { householdId, villageId } = household;
  return { facts, subject: subjectOf({ document: 'household-card', villageId, householdId }) };
}

export type Numbers = { fromNumber?: number | undefined; toNumber?: number | undefined };

/** @throws Refusal `no-households`, `too-many-cards` */
export async function readHouseholds(read: Reader, villageId: string, numbers: Numbers) {
  const { fromNumber = 1, toNumber = Number.POSITIVE_INFINITY } = numbers;
  const all = await readAll<Household>(read, 'households', { villageId }, 'number');
  const wanted = living(all).filter(({ number }) => number >= fromNumber && number <= toNumber);
  const isWholeVillage = numbers.fromNumber === undefined && numbers.toNumber === undefined;
  mustBePrintable(wanted.length, isWholeVillage);
  return wanted;
}

/** The cards of households of one village, each with its edition. */
export async function loadCards(
  households: readonly Household[],
  village: Village,
  given: { store: Store; secret: Secret; day: string },
): Promise<CardFacts[]> {
  const contents = households.map((household) => cardContent(household, village));
  const editions = await giveCodes(contents, given);
  return contents.flatMap(({ facts }, index) => {
    const edition = editions[index];
    return edition ? [{ ...facts, edition: editionWords(edition) }] : [];
  });
}
