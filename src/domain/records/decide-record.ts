import { assert } from '../kernel/refusal';
import { householdIdsInConflict } from '../people/kin';
import type { Household } from '../people/types';
import { type Move, moved, mustBeAnAllowedMove, mustGiveAReason } from './move-record';
import {
  drawPanel,
  everDrawn,
  nextSeed,
  type PanelCandidate,
  panelSize,
  withoutMember,
} from './panel';
import type { Mover } from './record-needs';
import type { DeedRecord, Draw } from './types';

export type Decision = { accept: boolean; reason?: string | undefined };
export type By = { mover: Mover; nowMs: number };

/** What the draw of a panel is made from. */
export type PanelFacts = {
  household: Household;
  candidates: readonly PanelCandidate[];
  seed: string;
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

/** Draws from whoever has nothing to do with the record, and was not drawn for it before. */
function drawFor(record: DeedRecord, { mover, nowMs }: By, facts: PanelFacts): Draw {
  const deciders = record.steps.flatMap(({ personId }) => (personId ? [personId] : []));
  const { draw } = record;
  const excluded = {
    householdIds: householdIdsInConflict(facts.household),
    personIds: [...recordersOf(record), mover.personId, ...deciders, ...everDrawn(draw)],
  };
  const seed = draw ? nextSeed(draw.seed) : facts.seed;
  return drawPanel(facts.candidates, excluded, seed, nowMs, draw);
}

function toReview(record: DeedRecord, move: Move, reason: string | null, facts: PanelFacts) {
  const draw = drawFor(record, move, facts);
  return { ...moved(record, move, 'waiting-review', reason), draw };
}

/**
 * 评定 by a committee member who did not record it. A committee member's own household goes to the
 * supervisor first, any other straight to the panel that is drawn now.
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
  if (facts.household.ofCommittee) return moved(record, move, 'waiting-cosign', reason);
  return toReview(record, move, reason, facts);
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
  return toReview(record, move, reason, facts);
}

/**
 * One vote; the record moves on as soon as over half of the panel agree, or disagree.
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
    voted.votes.filter((each) => each.agree === agree).length * 2 > panelSize;
  if (overHalf(true)) return moved(voted, move, 'waiting-notice', reason);
  if (overHalf(false)) return moved(voted, move, 'refused-at-review', reason);
  return moved(voted, move, 'waiting-review', reason);
}

/**
 * Whoever was drawn and stands too near, or cannot judge it, says why and is replaced by the next;
 * what the others have said stays.
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
 * A panel that did not decide in time gives way to another, which votes anew: three people who are
 * away must not keep a household's points for ever.
 * @throws Refusal `wrong-state`, the conflicts of interest, `panel-not-late`, `panel-too-small`
 */
export function decideRedraw(record: DeedRecord, by: By, facts: PanelFacts): DeedRecord {
  const move: Move = { ...by, action: 'redraw-panel', by: 'cadre' };
  mustBeAnAllowedMove(record, move);
  return { ...toReview(record, move, null, facts), votes: [] };
}
