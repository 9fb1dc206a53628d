import type { readActivity } from '../../../src/contracts/activities';
import type { ValueOf } from '../../../src/contracts/contract';
import { offeredMoves } from '../../../src/domain/kernel/workflow';
import type { Household } from '../../../src/domain/people/types';
import { nextSentence } from '../../../src/domain/records/record-words';
import { recordWorkflow, stateLabels } from '../../../src/domain/records/record-workflow';
import type { DeedRecord } from '../../../src/domain/records/types';
import { usesOfSameDeed } from '../../../src/domain/scheme/same-deed';
import type { AllowanceUse } from '../../../src/domain/scheme/types';
import type { Caller } from '../../runtime/caller';
import type { Getter } from '../load';
import { moverFor } from '../load';
import { readerOf } from '../record-reader';

export type Line = ValueOf<typeof readActivity>['lines'][number];
type Offered = ValueOf<typeof readActivity>['offered'];

/** What can be done with all of an activity at once, by what is done with one record. */
const together: Readonly<Record<string, string>> = {
  'withdraw-record': 'withdraw-activity',
  'check-record': 'check-activity',
  'review-record': 'review-activity',
  'open-notice': 'open-activity-notice',
};

/** Of one record: its household, and what that has of its year. */
type InHousehold = { household: Household; uses: readonly AllowanceUse[] };

type Seen = { line: Line; offered: Offered; next: string };

/** One record as somebody who handles it sees it; null for whom it is nobody's business. */
async function seenBy(
  caller: Caller,
  record: DeedRecord,
  { household, uses }: InHousehold,
  from: Getter,
  nowMs: number,
): Promise<Seen | null> {
  const mover = await moverFor(from, caller, household);
  const reader = readerOf(caller, record, mover, household, nowMs);
  if (!reader?.whole) return null;
  const { shown, actors } = reader;
  const facts = { record, mover, nowMs };
  const offered = offeredMoves(recordWorkflow, record.state, actors, facts);
  const line = {
    recordId: record.recordId,
    state: record.state,
    stateLabel: stateLabels[record.state],
    householdNumber: shown === 'nothing' ? null : record.householdNumber,
    householdName: shown === 'named' ? record.householdName : null,
    points: record.points,
    spendable: record.spendable,
    sameDay: usesOfSameDeed(uses, record, record.recordId).length,
    offered: offered.map(({ action }) => action),
  };
  return { line, offered, next: nextSentence(record, nowMs, 'with-reasons') };
}

/** The lines somebody handles, and what may be done with some of them at once. */
export async function linesFor(
  caller: Caller,
  records: readonly DeedRecord[],
  households: ReadonlyMap<string, InHousehold>,
  from: Getter,
  nowMs: number,
): Promise<{ lines: Line[]; offered: Offered; next: string | null }> {
  const lines: Line[] = [];
  let next: string | null = null;
  const offered = new Map<string, string>();
  for (const record of records) {
    const of = households.get(record.householdId);
    const seen = of && (await seenBy(caller, record, of, from, nowMs));
    if (!seen) continue;
    lines.push(seen.line);
    // Of one that still waits, or else of any.
    if (next === null || (record.open && seen.offered.length > 0)) next = seen.next;
    for (const { action, label } of seen.offered) {
      const all = together[action];
      if (all) offered.set(all, label);
    }
  }
  lines.sort((one, other) => (one.householdNumber ?? 0) - (other.householdNumber ?? 0));
  return { lines, offered: [...offered].map(([action, label]) => ({ action, label })), next };
}
