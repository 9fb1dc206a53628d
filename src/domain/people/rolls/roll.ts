import { refuse } from '../../kernel/refusal';
import { addDays, dayOf } from '../../kernel/time';
import { mustAllowMove } from '../../kernel/workflow';
import type { Agreed, Decider } from '../types';
import { type RollFacts, rollStates, rollWorkflow } from './roll-workflow';
import type { Roll, RollCounts } from './types';

/** A meeting's date is fixed some weeks before; what is later is entered later. */
const mostDaysAhead = 90;

export function refuseUnknownRoll(): never {
  refuse('roll-not-found', '没有找到这份名册,可能已经撤回了。请刷新再看。');
}

/**
 * A day that has begun is counted by the rolls there were before it: nobody changes who may vote
 * on the morning of a vote, or afterwards.
 * @param today of +08:00
 * @throws Refusal `roll-day-does-not-fit`
 */
export function mustBeADayToCome(fromDay: string, today: string): void {
  if (fromDay > today && fromDay <= addDays(today, mostDaysAhead)) return;
  refuse(
    'roll-day-does-not-fit',
    `名册最早从明天起用,最晚不超过 ${mostDaysAhead} 天以后。请改一下日子。`,
  );
}

/** @throws Refusal `roll-waits` */
export function mustBeTheOnlyOneWaiting(waiting: readonly unknown[]): void {
  if (waiting.length === 0) return;
  refuse(
    'roll-waits',
    '这种名册已经有一份在等确认。请先请另一个人确认或退回,或由登记的人撤回,再登记新的。',
  );
}

/** Ordered as texts are: milliseconds have thirteen digits until the year 2286. */
const turnOf = (atMs: number, rollId: string) => `${String(atMs).padStart(13, '0')}.${rollId}`;

type Proposal = RollCounts & Pick<Roll, 'villageId' | 'kind' | 'fromDay' | 'cites' | 'pages'>;

/** A roll that one person entered. */
export function propose(proposal: Proposal, rollId: string, by: Agreed): Roll {
  return {
    ...proposal,
    ...{ rollId, state: 'proposed', proposed: by, settled: null, reason: null },
    turn: turnOf(by.atMs, rollId),
  };
}

/** @throws Refusal `roll-settled`, and what the needs of its row refuse */
function mustMove(roll: Roll, action: string, facts: Omit<RollFacts, 'roll'>): void {
  if (roll.state !== 'proposed') {
    const stands = rollStates[roll.state];
    refuse('roll-settled', `这份名册${stands},不用再办。请刷新看结果。`);
  }
  const label = () => rollStates[roll.state];
  mustAllowMove(rollWorkflow, action, roll.state, { ...facts, roll }, label);
}

/** Whether somebody may be the second of the two. */
export function mayAnswer(roll: Roll, decider: { personId: string; as: Decider }): boolean {
  const row = rollWorkflow.find(({ action }) => action === 'answer-roll');
  const facts = { roll, decider, accept: true };
  return roll.state === 'proposed' && row?.needs.every((need) => need(facts) === null) === true;
}

const later = (left: string, right: string) => (left > right ? left : right);

/**
 * With a yes it is counted by from its day on, never before the day after.
 * @throws Refusal of the table, `reason-needed`
 */
export function answer(
  roll: Roll,
  told: { accept: boolean; reason: string | null },
  decider: { personId: string; as: Decider },
  atMs: number,
): Roll {
  const { accept, reason } = told;
  mustMove(roll, 'answer-roll', { decider, accept });
  if (!accept && !reason) {
    refuse('reason-needed', '不同意要写一句为什么,登记的人才知道怎么改。');
  }
  const { rollId } = roll;
  const { personId, as } = decider;
  const decided = { ...roll, settled: { personId, as, atMs }, reason, turn: turnOf(atMs, rollId) };
  if (!accept) return { ...decided, state: 'refused', pages: 0 };
  const fromDay = later(roll.fromDay, addDays(dayOf(atMs), 1));
  return { ...decided, state: 'confirmed', fromDay };
}

/** Nobody answered in the time there is: as if it had been taken back; no name of it is kept. */
export function expired(roll: Roll): Roll {
  return { ...roll, state: 'withdrawn', pages: 0 };
}

/** @throws Refusal `roll-settled`, `not-your-roll` */
export function withdraw(roll: Roll, personId: string): Roll {
  mustMove(roll, 'withdraw-roll', { decider: { personId, as: 'proposer' }, accept: true });
  return expired(roll);
}
