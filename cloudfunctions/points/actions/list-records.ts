import { points } from '../../../src/contracts';
import type { DeedRecord } from '../../../src/domain/records/types';
import { defineQuery } from '../../runtime/define-action';
import { collectRecords } from '../collect-records';
import { recordLineOf } from '../record-line';
import { viewFor } from '../record-views';

/** Only their own: how the others of the panel voted is nobody's to read. */
function voteOf({ votes }: DeedRecord, voterId: string) {
  return { agreed: votes.find(({ personId }) => personId === voterId)?.agree ?? null };
}

/** Each view looks only where the caller holds the role for it; without the role it is empty. */
export const listRecords = defineQuery({
  contract: points.listRecords,
  allow: [
    ...([{ who: 'resident' }, { who: 'cadre' }, { who: 'panel' }, { who: 'supervisor' }] as const),
    // What the village leaves lying, and what is found wrong.
    { who: 'town-admin' },
  ],
  async run({ input, read, caller, nowMs }) {
    const view = viewFor(input.view, caller, nowMs);
    const { records, ...page } = await collectRecords(read, caller, view, input.after);
    const { voterId } = view;
    const lines = records.map((record) => ({
      ...recordLineOf(record, view.shown(record), nowMs),
      ...(voterId !== undefined && { mine: voteOf(record, voterId) }),
    }));
    return { records: lines, ...page };
  },
});
