import type * as z from 'zod/mini';
import type { recordView } from '../../src/contracts/records';
import { householdIdsInConflict } from '../../src/domain/people/kin';
import type { Household } from '../../src/domain/people/types';
import { panelIsLate } from '../../src/domain/records/panel';
import type { DeedRecord, RecordState } from '../../src/domain/records/types';
import { type Caller, placesOf } from '../runtime/caller';
import type { Plain, Reader } from '../runtime/store/store';
import type { HouseholdShown } from './record-line';

export type RecordView = z.infer<typeof recordView>;

/** One list of records: where it looks, in which order, and what of it the caller may work on. */
export type View = {
  ranges: Record<string, Plain>[];
  newestFirst: boolean;
  keep(record: DeedRecord): boolean;
  shown(record: DeedRecord): HouseholdShown;
};

const hiddenForPanel = (record: DeedRecord): HouseholdShown =>
  record.householdHidden ? 'nothing' : 'named';
const named = (): HouseholdShown => 'named';

function queue(villageIds: readonly string[], state: RecordState): View['ranges'] {
  return villageIds.map((villageId) => ({ villageId, state }));
}

/** What somebody may decide on: not their own record, household or near relatives. */
async function withoutConflict(caller: Caller, reader: Reader) {
  const ownId = caller.person?.householdId ?? null;
  const own = ownId ? await reader.get<Household>('households', ownId) : null;
  const inConflict = own ? householdIdsInConflict(own) : [];
  return (record: DeedRecord) =>
    record.recorderId !== caller.personId && !inConflict.includes(record.householdId);
}

export async function viewFor(
  view: RecordView,
  caller: Caller,
  reader: Reader,
  nowMs: number,
): Promise<View> {
  const me = caller.personId ?? '';
  const all = () => true;
  const mine = { newestFirst: true, keep: all, shown: named };
  const work = { newestFirst: false, keep: all, shown: named };
  switch (view) {
    case 'own': {
      const householdId = caller.person?.householdId;
      return { ...mine, ranges: householdId ? [{ householdId }] : [] };
    }
    case 'recorded-by-me': {
      // What a cadre recorded is shown by the office, for as long as it lasts.
      const inOffice = placesOf(caller, 'cadre');
      const keep = ({ householdId, villageId }: DeedRecord) =>
        householdId === caller.person?.householdId || inOffice.includes(villageId);
      return { ...mine, keep, ranges: [{ recorderId: me }] };
    }
    case 'to-check': {
      const keep = await withoutConflict(caller, reader);
      return { ...work, keep, ranges: queue(placesOf(caller, 'cadre'), 'waiting-check') };
    }
    case 'to-cosign': {
      const keep = await withoutConflict(caller, reader);
      return { ...work, keep, ranges: queue(placesOf(caller, 'supervisor'), 'waiting-cosign') };
    }
    case 'to-review': {
      const keep = ({ draw, votes }: DeedRecord) =>
        Boolean(draw?.panel.includes(me)) && !votes.some((vote) => vote.personId === me);
      const ranges = queue(placesOf(caller, 'panel'), 'waiting-review');
      return { ...work, keep, shown: hiddenForPanel, ranges };
    }
    case 'review-late': {
      const conflictFree = await withoutConflict(caller, reader);
      const keep = (record: DeedRecord) => conflictFree(record) && panelIsLate(record.draw, nowMs);
      return { ...work, keep, ranges: queue(placesOf(caller, 'cadre'), 'waiting-review') };
    }
    case 'to-notice':
      return { ...work, ranges: queue(placesOf(caller, 'cadre'), 'waiting-notice') };
    case 'objections': {
      const conflictFree = await withoutConflict(caller, reader);
      const keep = (record: DeedRecord) => conflictFree(record) && record.objectorId !== me;
      return { ...work, keep, ranges: queue(placesOf(caller, 'supervisor'), 'objected') };
    }
  }
}
