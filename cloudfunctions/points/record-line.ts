import type * as z from 'zod/mini';
import type { recordLine } from '../../src/contracts/records';
import { nextSentence, type ReasonsSeen } from '../../src/domain/records/record-words';
import { stateLabels } from '../../src/domain/records/record-workflow';
import type { DeedRecord } from '../../src/domain/records/types';

export type RecordLine = z.infer<typeof recordLine>;

/** What the reader may know of the household a record is about. */
export type HouseholdShown = 'named' | 'number-only' | 'nothing';

export function recordLineOf(
  record: DeedRecord,
  shown: HouseholdShown,
  nowMs: number,
  seen: ReasonsSeen = 'with-reasons',
): RecordLine {
  return {
    recordId: record.recordId,
    activityId: seen === 'with-reasons' ? (record.activityId ?? null) : null,
    state: record.state,
    stateLabel: stateLabels[record.state],
    next: nextSentence(record, nowMs, seen),
    itemId: record.itemId,
    itemName: record.itemName,
    day: record.day,
    points: record.points,
    spendable: record.spendable,
    householdNumber: shown === 'nothing' ? null : record.householdNumber,
    householdName: shown === 'named' ? record.householdName : null,
    recordedAtMs: record.recordedAtMs,
    byCadre: record.byCadre,
  };
}
