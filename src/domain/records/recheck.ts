import { sha256Hex } from '../kernel/hash';
import { assert } from '../kernel/refusal';
import { addDays, dayOf } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import type { By } from './decide-record';
import { type Move, moved, mustBeAnAllowedMove, timerMover } from './move-record';
import type { Night } from './night';
import { type Chance, orderOf } from './panel';
import { asWhom } from './record-needs';
import type { DeedRecord, RecheckOutcome, RecheckResult } from './types';

/** One of the records of a month: everybody sees the mark, made by a key, never the record. */
export type RecheckLot = { recordId: string; mark: string };

/**
 * `rechecks/{villageId}.{month}`: which of a month's posted records the supervisory committee looks
 * at again. Frozen with the hash of its seed, drawn on the next working morning, then asked for.
 */
export type Recheck = {
  townId: 'town';
  villageId: string;
  /** `YYYY-MM`: when they were posted. */
  month: string;
  /** `asking`: drawn, and not every record knows it yet. */
  state: 'frozen' | 'asking' | 'asked';
  seedHash: string;
  /** By mark. */
  pool: RecheckLot[];
  frozenAtMs: number;
  drawDay: string;
  /** Null before the draw, as what came of it. */
  draw: (Chance & { night: string; drawnAtMs: number }) | null;
  /** The ids of the records that were drawn. */
  drawn: string[];
  /** How many were found to be what. */
  found: Record<RecheckOutcome, number>;
};

export function recheckId({ villageId, month }: Pick<Recheck, 'villageId' | 'month'>): string {
  return `${villageId}.${month}`;
}

/** `2026-11` of an instant. */
export function monthOf(atMs: number): string {
  return dayOf(atMs).slice(0, 7);
}

/** The month before the one an instant lies in. */
export function monthBefore(atMs: number): string {
  return addDays(`${monthOf(atMs)}-01`, -1).slice(0, 7);
}

/** Published with the pool, on a day before the night that is mixed in. */
export function recheckSeedHash(seed: string): string {
  return sha256Hex(`recheck-seed\n${seed}`);
}

/** One of twenty, and at least one where there is any. */
export function recheckSize(records: number): number {
  return Math.ceil(records / 20);
}

const byMark = (left: RecheckLot, right: RecheckLot) => (left.mark < right.mark ? -1 : 1);

/** Who stands in the pool is fixed; the draw falls on the first working morning behind a night. */
export function freezeRecheck(
  of: Pick<Recheck, 'villageId' | 'month' | 'seedHash'>,
  pool: readonly RecheckLot[],
  nowMs: number,
): Recheck {
  return {
    ...{ townId: 'town', ...of, state: pool.length === 0 ? 'asked' : 'frozen' },
    ...{ pool: [...pool].sort(byMark), frozenAtMs: nowMs },
    ...{ drawDay: addWorkingDays(dayOf(nowMs), 1), draw: null, drawn: [] },
    found: { holds: 0, wrong: 0, unclear: 0 },
  };
}

/** The first of the order that seed and night give: the same whatever order the pool comes in. */
export function drawnOf<Each extends Pick<RecheckLot, 'mark'>>(
  chance: Chance,
  pool: readonly Each[],
): Each[] {
  return orderOf(chance, pool).slice(0, recheckSize(pool.length));
}

/** The promised seed and the night's seals draw from what was frozen. */
export function fallOfRecheck(frozen: Recheck, seed: string, night: Night, nowMs: number): Recheck {
  assert(frozen.state === 'frozen' && night.day >= frozen.drawDay, 'its morning has come');
  const chance = { seed, nightHash: night.hash };
  const drawn = drawnOf(chance, frozen.pool).map(({ recordId }) => recordId);
  const draw = { ...chance, night: night.day, drawnAtMs: nowMs };
  return { ...frozen, state: 'asking', draw, drawn };
}

/** A record that was drawn waits for the supervisory committee; asked again it is asked once. */
export function decideAskRecheck(record: DeedRecord, month: string, nowMs: number): DeedRecord {
  // Taken back, or about to be: two have looked at it already.
  if (record.state !== 'posted' || record.recheck) return record;
  const move: Move = { action: 'draw-recheck', by: 'timer', mover: timerMover, nowMs };
  const recheck = { month, askedAtMs: nowMs, outcome: null };
  return { ...moved(record, move, 'posted', null), recheck };
}

/**
 * 抽查: somebody who had no hand in it looks at a posted record again, and says what they found.
 * Nothing is taken back by it: what is found wrong is put right by a reversal, by two.
 * @throws Refusal `wrong-state`, `not-for-recheck`, `already-rechecked`, the conflicts of interest,
 *   `had-a-hand`, `committee-may-not-recheck`, `supervisors-turn`
 */
export function decideRecheck(
  record: DeedRecord,
  by: By,
  { outcome, reason }: { outcome: RecheckOutcome; reason: string },
): DeedRecord {
  const move: Move = { ...by, action: 'recheck-record', by: asWhom(by.mover) };
  mustBeAnAllowedMove(record, move);
  const { recheck } = record;
  assert(recheck, 'only what was drawn is looked at again');
  return { ...moved(record, move, 'posted', reason), recheck: { ...recheck, outcome } };
}

/** One more was found to be so. */
export function withFound(recheck: Recheck, outcome: RecheckOutcome): Recheck {
  const { found } = recheck;
  return { ...recheck, found: { ...found, [outcome]: found[outcome] + 1 } };
}

/** What is known of a record that was drawn. */
export function recheckResult({ state, recheck }: Pick<DeedRecord, 'state' | 'recheck'>) {
  const result: RecheckResult = recheck?.outcome ?? 'waiting';
  return { result, reversed: state === 'reversed' };
}
