import {
  editionWords,
  mostEntriesPrinted,
  refuseMoreEntries,
} from '../../../src/domain/documents/print';
import { writePrintedText } from '../../../src/domain/documents/printed-text';
import { endOfDayMs, startOfDayMs, wholeDayInWords } from '../../../src/domain/kernel/time';
import type { Entry } from '../../../src/domain/ledger/ledger';
import { statementLineOf } from '../../../src/domain/ledger/statement';
import type { Household, Village } from '../../../src/domain/people/types';
import type { Secret } from '../../runtime/secret';
import { mostPerQuery, type Reader, type Store } from '../../runtime/store/store';
import { giveCodes } from './give-codes';
import { householdWords } from './load-cards';
import { subjectOf } from './subjects';
import type { Balance, StatementFacts, StatementRow } from './templates/statement';

type Period = { from: string; to: string };

/**
 * The entries of a period and the one before it, newest first; what came after is read and left.
 * @throws Refusal `too-many-entries`
 */
async function readEntries(read: Reader, householdId: string, { from, to }: Period) {
  const [fromMs, toMs] = [startOfDayMs(from), endOfDayMs(to)];
  const within: Entry[] = [];
  for (let after: number | undefined; ; ) {
    const page = await read.query<Entry>('entries', {
      where: { householdId },
      order: { field: 'sequence', direction: 'desc' },
      limit: mostPerQuery,
      ...(after !== undefined && { after }),
    });
    within.push(...page.filter(({ atMs }) => atMs >= fromMs && atMs < toMs));
    if (within.length > mostEntriesPrinted) refuseMoreEntries();
    const before = page.find(({ atMs }) => atMs < fromMs) ?? null;
    after = page.at(-1)?.sequence;
    if (before || page.length < mostPerQuery) return { within, before };
  }
}

const nothing: Balance = { spendable: 0, held: 0, honour: 0 };

/** Whether anything was posted since that belongs to the period of a printed statement. */
export async function hasNewerEntry(
  read: Reader,
  printed: { householdId: string; to: string; sequence: number },
): Promise<boolean> {
  const { householdId, sequence, to } = printed;
  const [next] = await read.query<Entry>('entries', {
    where: { householdId },
    order: { field: 'sequence', direction: 'asc' },
    after: sequence,
    limit: 1,
  });
  return next !== undefined && next.atMs < endOfDayMs(to);
}

function rowOf(entry: Entry): StatementRow {
  const { day, kind, title, spendable, held, honour, spendableAfter, honourAfter } =
    statementLineOf(entry);
  const what = title === '' || title === kind ? kind : `${kind} ${title}`;
  return { day, what, spendable, held, honour, spendableAfter, honourAfter };
}

export const periodWords = ({ from, to }: Period) =>
  `${wholeDayInWords(from)} — ${wholeDayInWords(to)}`;

/** A household's statement of a period, with its edition. */
export async function loadStatement(
  { household, village, period }: { household: Household; village: Village; period: Period },
  given: { store: Store; secret: Secret; day: string },
): Promise<StatementFacts> {
  const { householdId, villageId } = household;
  const { within, before } = await readEntries(given.store, householdId, period);
  const last = within[0] ?? before;
  const sequence = last?.sequence ?? 0;
  const subject = subjectOf({ document: 'statement', villageId, householdId, ...period, sequence });
  // The last line's hash stands for all before it.
  const [edition] = await giveCodes([{ subject, facts: last?.hash ?? '' }], given);
  return {
    household: householdWords(household),
    villageName: village.name,
    period: periodWords(period),
    printedOn: wholeDayInWords(given.day),
    before: before?.after ?? nothing,
    after: last?.after ?? nothing,
    rows: within.map(rowOf).reverse(),
    edition: edition ? editionWords(edition) : '',
    qrText: edition ? writePrintedText(edition.checkCode) : '',
  };
}
