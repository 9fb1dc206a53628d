import { documents } from '../../../src/contracts';
import type { Edition } from '../../../src/domain/documents/types';
import type { Household } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import type { ProofTown } from '../town';

/** The statement of household 8 of this year, printed by its head. */
export async function printStatement(town: ProofTown) {
  const today = town.today();
  const print = { document: 'statement' as const, from: `${today.slice(0, 4)}-01-01`, to: today };
  return town.head(8).must(documents.printMine, { print });
}

/** The check code on the card of a household, printed by the committee of its village. */
export async function printCard(town: ProofTown, householdNumber: number): Promise<string> {
  const numbers = { fromNumber: householdNumber, toNumber: householdNumber };
  const print = { document: 'household-cards' as const, format: 'single' as const, ...numbers };
  await town.head(2).must(documents.printForVillage, { villageId: 'v01', print });
  const query = { villageId: 'v01', number: householdNumber };
  const [household] = town.engine.find('households', { query }) as unknown as Household[];
  const ofCard = { document: 'household-card', householdId: household?.householdId ?? '' };
  const [edition] = town.engine.find('editions', { query: ofCard }) as unknown as Edition[];
  return edition?.checkCode ?? '';
}

/** A sheet for some households and items, printed by the committee of the village. */
export async function printSheet(town: ProofTown): Promise<void> {
  const numbers = { fromNumber: 8, toNumber: 9 };
  const print = { document: 'deed-sheet' as const, itemIds: ['settle-dispute'], ...numbers };
  await town.head(2).must(documents.printForVillage, { villageId: 'v01', print });
}

/** The sheet of the notice a record stands on, printed by the committee of its village. */
export async function printNotice(town: ProofTown, recordId: string): Promise<void> {
  const { noticeId } = town.engine.get('records', recordId) as unknown as DeedRecord;
  const print = { document: 'notice' as const, noticeId: noticeId ?? '' };
  await town.head(2).must(documents.printForVillage, { villageId: 'v01', print });
}
