import { mostHouseholdsOnAPage } from '../../../src/contracts/limits';
import { itemsForASheet } from '../../../src/domain/documents/deed-sheet';
import { editionWords } from '../../../src/domain/documents/print';
import { writePrintedText } from '../../../src/domain/documents/printed-text';
import { boxWords } from '../../../src/domain/documents/sheet-items';
import type { Village } from '../../../src/domain/people/types';
import { partsOf } from '../../runtime/parts-of';
import { schemeOf } from '../../runtime/scheme-of';
import type { Secret } from '../../runtime/secret';
import type { Store } from '../../runtime/store/store';
import { giveCodes } from './give-codes';
import { householdWords, type Numbers, readHouseholds } from './load-cards';
import { subjectOf } from './subjects';
import type { DeedSheetFacts } from './templates/deed-sheet';

/**
 * A sheet for the households of a village and some items. Each page is an edition of its own, and
 * each printing too, so that a page that comes back filled in is one certain piece of paper; the
 * same command prints the same ones.
 * @throws Refusal `item-not-found`, `item-not-for-you`, `item-not-on-paper`, `no-households`,
 *   `too-many-cards`
 */
export async function loadDeedSheet(
  { itemIds, ...numbers }: Numbers & { itemIds: readonly string[] },
  village: Village,
  given: { store: Store; secret: Secret; day: string; commandId: string },
): Promise<DeedSheetFacts> {
  const { villageId, name } = village;
  const { store, day, commandId } = given;
  const items = itemsForASheet(await schemeOf(store, village), itemIds);
  const columns = items.map((item) => ({ name: item.name, box: boxWords(item) }));
  const households = await readHouseholds(store, villageId, numbers);
  const pages = partsOf(households, mostHouseholdsOnAPage).map((some) => ({
    rows: some.map(householdWords),
    householdIds: some.map(({ householdId }) => householdId),
  }));
  const contents = pages.map(({ rows, householdIds }) => {
    const sheet = { itemIds: items.map(({ id }) => id), householdIds };
    const subject = subjectOf({ document: 'deed-sheet', villageId, sheet });
    return { subject, facts: { printing: commandId, name, columns, rows } };
  });
  const editions = await giveCodes(contents, given);
  return {
    ...{ villageName: name, year: day.slice(0, 4), columns },
    pages: editions.map((edition, index) => ({
      rows: pages[index]?.rows ?? [],
      edition: editionWords(edition),
      qrText: writePrintedText(edition.checkCode),
    })),
  };
}
