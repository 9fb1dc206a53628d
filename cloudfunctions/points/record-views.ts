import type * as z from 'zod/mini';
import type { recordView } from '../../src/contracts/records';
import { dayMs } from '../../src/domain/kernel/time';
import type { DeedRecord } from '../../src/domain/records/types';
import { type Queue, queues } from '../../src/domain/tasks/queues';
import { type Caller, placesOf } from '../runtime/caller';
import type { Plain } from '../runtime/store/store';
import type { HouseholdShown } from './record-line';

export type RecordView = z.infer<typeof recordView>;

/** One list of records: what waits for the caller, or what is their own. */
export type View = {
  queue: Queue | null;
  where: Record<string, Plain> | null;
  keep(record: DeedRecord): boolean;
  shown(record: DeedRecord): HouseholdShown;
  /** What was recorded before then is not listed. */
  sinceMs?: number;
  /** Whose own vote each line says. */
  voterId?: string;
};

/** What somebody was drawn for is listed so long. */
const drawnForDays = 90;

const named = (): HouseholdShown => 'named';
const hiddenForPanel = (record: DeedRecord): HouseholdShown =>
  record.householdHidden ? 'nothing' : 'named';
const own = { queue: null, keep: () => true, shown: named };

/** Of who holds the office still, what the draw or an order that came in later gave them. */
function drawnFor(caller: Caller, nowMs: number): View {
  const inOffice = placesOf(caller, 'panel');
  const voterId = caller.personId ?? '';
  return {
    ...{ queue: null, where: { 'draw.panel': voterId }, shown: hiddenForPanel, voterId },
    keep: ({ villageId }) => inOffice.includes(villageId),
    sinceMs: nowMs - drawnForDays * dayMs,
  };
}

export function viewFor(view: RecordView, caller: Caller, nowMs: number): View {
  const householdId = caller.person?.householdId ?? null;
  switch (view) {
    case 'own':
      return { ...own, where: householdId === null ? null : { householdId } };
    case 'recorded-by-me': {
      // What a cadre recorded is shown by the office, for as long as it lasts.
      const inOffice = placesOf(caller, 'cadre');
      const keep = (record: DeedRecord) =>
        record.householdId === householdId || inOffice.includes(record.villageId);
      return { ...own, keep, where: { recorderId: caller.personId ?? '' } };
    }
    case 'drawn-for':
      return drawnFor(caller, nowMs);
    case 'to-review':
      return { ...own, where: null, queue: queues[view], shown: hiddenForPanel };
    default:
      return { ...own, where: null, queue: queues[view] };
  }
}
