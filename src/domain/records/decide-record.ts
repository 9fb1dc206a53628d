import { assert } from '../kernel/refusal';
import { householdIdsInConflict } from '../people/kin';
import type { Household } from '../people/types';
import { type Move, moved, mustBeAnAllowedMove, mustGiveAReason, timerMover } from './move-record';
import type { Night } from './night';
import {
  dayOfDraw,
  drawnAgain,
  everDrawn,
  fallOf,
  freezePool,
  nextSeed,
  type PanelCandidate,
  votesNeeded,
  withoutMember,
} from './panel';
import type { Mover } from './record-needs';
import type { DeedRecord, FrozenPool } from './types';

export type Decision = { accept: boolean; reason?: string | undefined };
export type By = { mover: Mover; nowMs: number };

/** What the pool of a panel is frozen from. */
export type PanelFacts = {
  household: Household;
  candidates: readonly PanelCandidate[];
  /** The same deed's earlier record, where it was drawn for. */
  earlier: DeedRecord | null;
};

/** @throws Refusal `wrong-state`, `not-the-recorder` */
export function decideWithdraw(record: DeedRecord, by: By): DeedRecord {
  const move: Move = {
    ...by,
    action: 'withdraw-record',
    by: record.byCadre ? 'cadre' : 'declarer',
  };
  mustBeAnAllowedMove(record, move);
  return moved(record, move, 'withdrawn', null);
}

/** Who brought it up, and whoever confirmed it for a household without a phone. */
export function recordersOf({ recorderId, byProxy }: DeedRecord): string[] {
  return [recorderId, ...(byProxy?.secondId ? [byProxy.secondId] : [])];
}

/** Households of who has a hand in it, with those who decide now. */
function involvedWith(record: DeedRecord, { mover }: By): string[] {
  return [...new Set([...record.involvedIds, ...mover.ownIds])];
}

/** Whoever has nothing to do with the record, and was not drawn for it before, may be drawn. */
function freezeFor(record: DeedRecord, by: By, facts: PanelFacts): FrozenPool {
  const voters = record.votes.map(({ personId }) => personId);
  // A vote is a step too, and who voted may be drawn again.
  const others = record.steps.filter(({ by }) => by !== 'panel');
  const deciders = others.flatMap(({ personId }) => (personId ? [personId] : []));
  const excluded = {
    nearIds: householdIdsInConflict(facts.household),
    involvedIds: involvedWith(record, by),
    personIds: [...recordersOf(record), by.mover.personId, ...deciders],
    awayIds: everDrawn(record.draw).filter((personId) => !voters.includes(personId)),
  };
  return freezePool(facts.candidates, excluded, by.nowMs, record.draw);
}

/** To the next morning's draw; a deed that was drawn for before goes to those who were drawn. */
function toDraw(record: DeedRecord, move: Move, reason: string | null, facts: PanelFacts) {
  const frozen = freezeFor(record, move, facts);
  const involvedIds = involvedWith(record, move);
  const { draw } = facts.earlier ?? {};
  if (draw && !record.draw) {
    const again = drawnAgain(draw, frozen, move.nowMs);
    return { ...moved(record, move, 'waiting-review', reason), involvedIds, draw: again };
  }
  const drawDay = dayOfDraw(frozen);
  return {
    ...moved(record, move, 'waiting-draw', reason),
    involvedIds,
    frozen,
    drawDay,
    draw: null,
  };
}

/**
 * 抽签 on the morning after: the seed that was promised and the night's seals draw from the pool.
 * @param seed whose hash stands on the record
 * @throws Refusal `wrong-state`
 */
export function decideDraw(
  record: DeedRecord,
  seed: string,
  night: Night,
  nowMs: number,
): DeedRecord {
  const move: Move = { action: 'draw-panel', by: 'timer', mover: timerMover, nowMs };
  mustBeAnAllowedMove(record, move);
  const { frozen } = record;
  assert(frozen, 'what waits for its draw has a pool');
  const { previous } = frozen;
  const chance = { seed: previous ? nextSeed(previous.seed) : seed, nightHash: night.hash };
  const draw = fallOf(frozen, chance, night.day, nowMs);
  return { ...moved(record, move, 'waiting-review', null), frozen: null, drawDay: null, draw };
}

/**
 * 评定 by a committee member who did not record it. A committee member's own household goes to the
 * supervisor first, any other to the panel that is drawn the next morning.
 * @throws Refusal `wrong-state`, the conflicts of interest, `reason-needed`, `panel-too-small`
 */
export function decideCheck(
  record: DeedRecord,
  by: By,
  decision: Decision,
  facts: PanelFacts,
): DeedRecord {
  const move: Move = { ...by, action: 'check-record', by: 'cadre' };
  mustBeAnAllowedMove(record, move);
  mustGiveAReason(decision.accept, decision.reason);
  const reason = decision.reason ?? null;
  if (!decision.accept) return moved(record, move, 'refused-at-check', reason);
  if (facts.household.ofCommittee) {
    const involvedIds = involvedWith(record, by);
    return { ...moved(record, move, 'waiting-cosign', reason), involvedIds };
  }
  return toDraw(record, move, reason, facts);
}

/** @throws Refusal `wrong-state`, the conflicts of interest, `reason-needed`, `panel-too-small` */
export function decideCosign(
  record: DeedRecord,
  by: By,
  decision: Decision,
  facts: PanelFacts,
): DeedRecord {
  const move: Move = { ...by, action: 'cosign-record', by: 'supervisor' };
  mustBeAnAllowedMove(record, move);
  mustGiveAReason(decision.accept, decision.reason);
  const reason = decision.reason ?? null;
  if (!decision.accept) return moved(record, move, 'refused-at-cosign', reason);
  return toDraw(record, move, reason, facts);
}

/**
 * One vote; the first three decide by majority, as soon as two of them say the same.
 * @throws Refusal `wrong-state`, the conflicts of interest, `not-on-panel`, `already-voted`,
 *   `reason-needed`
 */
export function decideReview(record: DeedRecord, by: By, decision: Decision): DeedRecord {
  const move: Move = { ...by, action: 'review-record', by: 'panel' };
  mustBeAnAllowedMove(record, move);
  mustGiveAReason(decision.accept, decision.reason);
  const reason = decision.reason ?? null;
  const vote = {
    personId: by.mover.personId,
    agree: decision.accept,
    reason,
    atMs: by.nowMs,
  };
  const voted = { ...record, votes: [...record.votes, vote] };
  const overHalf = (agree: boolean) =>
    voted.votes.filter((each) => each.agree === agree).length * 2 > votesNeeded;
  if (overHalf(true)) return moved(voted, move, 'waiting-notice', reason);
  if (overHalf(false)) return moved(voted, move, 'refused-at-review', reason);
  return moved(voted, move, 'waiting-review', reason);
}

/**
 * Whoever was drawn and stands too near, or cannot judge it, says why; where fewer than three are
 * left, the next comes in. What the others have said stays.
 * @throws Refusal `wrong-state`, the conflicts of interest, `not-on-panel`, `already-voted`,
 *   `nobody-comes-in`
 */
export function decideStepAside(record: DeedRecord, by: By, reason: string): DeedRecord {
  const move: Move = { ...by, action: 'step-aside', by: 'panel' };
  mustBeAnAllowedMove(record, move);
  assert(record.draw, 'only who was drawn steps aside');
  const draw = withoutMember(record.draw, by.mover.personId);
  return { ...moved(record, move, 'waiting-review', reason), draw };
}

/**
 * A panel that did not decide in time gives way to another, drawn the next morning, which votes
 * anew: people who are away must not keep a household's points for ever.
 * @throws Refusal `wrong-state`, the conflicts of interest, `panel-not-late`, `panel-too-small`
 */
export function decideRedraw(record: DeedRecord, by: By, facts: PanelFacts): DeedRecord {
  const move: Move = { ...by, action: 'redraw-panel', by: 'cadre' };
  mustBeAnAllowedMove(record, move);
  return { ...toDraw(record, move, null, facts), votes: [] };
}
