import { points } from '../../../src/contracts';
import { defineQuery } from '../../runtime/define-action';
import { collectRecords } from '../collect-records';
import { recordLineOf } from '../record-line';
import { viewFor } from '../record-views';

/** Each view looks only where the caller holds the role for it; without the role it is empty. */
export const listRecords = defineQuery({
  contract: points.listRecords,
  allow: [
    ...([{ who: 'resident' }, { who: 'cadre' }, { who: 'panel' }, { who: 'supervisor' }] as const),
    // What the village leaves lying, and what is found wrong.
    { who: 'town-admin' },
  ],
  async run({ input, read, caller, nowMs }) {
    const view = viewFor(input.view, caller);
    const { records, ...page } = await collectRecords(read, caller, view, input.after);
    const lines = records.map((record) => recordLineOf(record, view.shown(record), nowMs));
    return { records: lines, ...page };
  },
});
