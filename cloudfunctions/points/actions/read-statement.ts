import { points } from '../../../src/contracts';
import type { Entry } from '../../../src/domain/ledger/ledger';
import { statementLineOf } from '../../../src/domain/ledger/statement';
import { ownHouseholdId } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';

const linesPerPage = 20;

/** One request at any length of history: every entry carries its own reasons and balances. */
export const readStatement = defineQuery({
  contract: points.readStatement,
  allow: [{ who: 'resident' }],
  async run({ input, caller, read }) {
    const entries = await read.query<Entry>('entries', {
      where: { householdId: ownHouseholdId(caller) },
      order: { field: 'sequence', direction: 'desc' },
      limit: linesPerPage + 1,
      ...(input.before !== undefined && { after: input.before }),
    });
    const lines = entries.slice(0, linesPerPage).map(statementLineOf);
    return { lines, more: entries.length > linesPerPage };
  },
});
