import { assert, refuse } from '../../kernel/refusal';
import { mustAllowMove } from '../../kernel/workflow';
import type { Decider } from '../types';
import { type LifeFacts, lifeEventStates, lifeWorkflow, needsOfBoth } from './life-workflow';
import type { KeptChange, LifeChange, LifeEvent } from './types';

/** Who deals with an event, seen from the households that it touches. */
export type LifeDecider = Omit<LifeFacts['decider'], 'as'> & { as: Decider };

type Proposal = Pick<LifeEvent, 'villageId' | 'householdIds' | 'householdNumber'> & {
  change: LifeChange;
};

export function refuseUnknownEvent(): never {
  refuse('event-not-found', '没有找到这条变动。请刷新名单再看。');
}

const memberOf = (change: KeptChange) => ('memberId' in change ? (change.memberId ?? null) : null);

/**
 * @param by who enters it
 * @throws Refusal `own-household`, `near-relative`
 */
export function propose(
  { change, householdIds, ...about }: Proposal,
  lifeEventId: string,
  by: LifeDecider,
  atMs: number,
): LifeEvent {
  const { personId, as } = by;
  const event: LifeEvent = {
    ...{ ...about, lifeEventId, householdIds, householdId: householdIds[0] ?? '' },
    ...{ memberId: memberOf(change), change, state: 'proposed' },
    ...{ proposed: { personId, as, atMs }, settled: null, reason: null },
  };
  for (const need of needsOfBoth) {
    const missing = need({ event, decider: by, accept: true });
    if (missing) refuse(missing.code, missing.message);
  }
  return event;
}

/** What is carried out: as long as it is proposed nothing of it is forgotten. */
export function changeProposed({ change }: LifeEvent): LifeChange {
  if (!('line' in change)) return change;
  const { line } = change;
  assert(line, 'who is to be entered is known until it is decided');
  return { ...change, line };
}

/** Who was to be entered is in the register by now, or is nobody's business any more. */
function withoutLine(change: KeptChange): KeptChange {
  return 'line' in change ? { ...change, line: null } : change;
}

/** @throws Refusal `event-settled`, and what the needs of its row refuse */
function mustMove(event: LifeEvent, action: string, facts: Omit<LifeFacts, 'event'>): void {
  if (event.state !== 'proposed') {
    const stands = lifeEventStates[event.state];
    refuse('event-settled', `这条变动${stands},不用再办。请刷新名单看结果。`);
  }
  const label = () => lifeEventStates[event.state];
  mustAllowMove(lifeWorkflow, action, event.state, { ...facts, event }, label);
}

/**
 * @param unsigned how many of the household have yet to sign
 * @throws Refusal of the table, `reason-needed`
 */
export function answer(
  event: LifeEvent,
  told: { accept: boolean; reason: string | null },
  decider: LifeDecider,
  atMs: number,
  unsigned = 0,
): LifeEvent {
  const { accept, reason } = told;
  mustMove(event, 'answer-life-event', { decider, accept, unsigned });
  if (!accept && !reason) {
    refuse('reason-needed', '不同意要写一句为什么,登记的人才知道怎么改。');
  }
  const { personId, as } = decider;
  const settled = { personId, as, atMs };
  const change = withoutLine(event.change);
  return { ...event, change, state: accept ? 'done' : 'refused', settled, reason };
}

/** Nobody answered in the time there is: as if it had been taken back. */
export function expired(event: LifeEvent): LifeEvent {
  return { ...event, change: withoutLine(event.change), state: 'withdrawn' };
}

/** @throws Refusal `event-settled`, `not-your-event` */
export function withdraw(event: LifeEvent, personId: string): LifeEvent {
  const nobody = { ofTheHousehold: false, nearRelative: false };
  const decider = { personId, as: 'proposer' as const, ...nobody };
  mustMove(event, 'withdraw-life-event', { decider, accept: true });
  return expired(event);
}
