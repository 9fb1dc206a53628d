import { mustHoldNoPrivateNumber } from '../../kernel/private-number';
import { refuse } from '../../kernel/refusal';
import { dayOf, yearOf } from '../../kernel/time';
import { mustAllowMove } from '../../kernel/workflow';
import { joinRequestIdOf } from '../join';
import type { NewLine } from '../new-line';
import { nobodyYet } from '../nobody-yet';
import { isSurelyAdult } from '../roles';
import { afterTheLastNo } from '../told-before';
import type { Decider, Household, Person, Village } from '../types';
import {
  type EntryRequestFacts,
  entryRequestStates,
  entryRequestWorkflow,
} from './entry-request-workflow';
import type { EntryRequest, EntryRequestState } from './types';

/** What somebody says of themselves. */
export type Asked = Pick<
  EntryRequest,
  'name' | 'birthYear' | 'residence' | 'sinceMonth' | 'phone' | 'namesShown'
>;

/** Whether somebody still has to answer. */
export function isRunning({ state }: Pick<EntryRequest, 'state'>): boolean {
  return state === 'waiting' || state === 'agreed' || state === 'appealed' || state === 'backed';
}

/** Whether the supervisory committee looks at it. */
function isAbove({ state }: EntryRequest): boolean {
  return state === 'appealed' || state === 'backed';
}

/** @throws Refusal `adult-only`, `month-does-not-fit` */
export function mustSayWhatCanBe({ birthYear, sinceMonth }: Asked, nowMs: number): void {
  const today = dayOf(nowMs);
  if (!isSurelyAdult({ birthYear }, today)) {
    refuse(
      'adult-only',
      '没满18岁的不登记姓名。今年刚满18岁的,请家里大人找村干部登记。请看一下出生年份。',
    );
  }
  if (sinceMonth > today.slice(0, 7) || yearOf(`${sinceMonth}-01`) < birthYear) {
    refuse('month-does-not-fit', '从哪年哪月住在这里,要在出生以后、这个月以前。请改一下。');
  }
}

/**
 * Whose number stands in the register joins by it, and is not entered a second time.
 * @param open lines that somebody with that number may join as
 * @throws Refusal `number-stands-already`
 */
export function mustNotStandByNumber(open: readonly unknown[]): void {
  if (open.length === 0) return;
  refuse(
    'number-stands-already',
    '户册里已经登记了您的手机号。请回到“加入本村”,点“用微信手机号加入”,马上就能用。',
  );
}

/** @throws Refusal `household-not-found` */
export function refuseUnknownHousehold(): never {
  refuse('household-not-found', '村里没有这个户号。请问一下这一户的人,或选“还没有户”。');
}

/**
 * Asking anew puts right what was asked before; what the supervisory committee looks at stands
 * until it has answered, and its no stands as long as it is kept.
 * @param before what they asked last, wherever that was
 * @throws Refusal `asked-above`, `closed-for-now`
 */
export function mustBeFreeToAsk(before: EntryRequest | null): void {
  if (before && isAbove(before)) {
    refuse('asked-above', '监委会正在看您的申请。请等答复,在“我的”里能看到。');
  }
  if (before?.state === 'closed') {
    refuse('closed-for-now', `监委会看过了,没有同意。${afterTheLastNo}`);
  }
}

type Asker = Pick<Person, 'personId' | 'lookUp' | 'openid'> & { person: Person | null };

/** @param household where they say they live; null for one to come */
export function ask(
  asker: Asker,
  asked: Asked,
  { village, household }: { village: Village; household: Household | null },
  nowMs: number,
): { person: Person; request: EntryRequest } {
  const { personId, person } = asker;
  const entryRequestId = joinRequestIdOf(village.villageId, personId);
  const request: EntryRequest = {
    ...{ entryRequestId, villageId: village.villageId, villageName: village.name, personId },
    ...asked,
    householdId: household?.householdId ?? null,
    householdNumber: household?.number ?? null,
    ...{ state: 'waiting', askedAtMs: nowMs, movedAtMs: nowMs, agreed: null, noes: [] },
  };
  return { person: { ...(person ?? nobodyYet(asker, 0)), entryRequestId }, request };
}

/** @throws Refusal `entry-request-not-found` */
export function refuseEntryRequest(): never {
  refuse('entry-request-not-found', '没有找到这个申请。它可能已经办完了,请刷新名单再看。');
}

/** @throws Refusal `entry-request-changed` */
export function mustAnswerWhatWasSeen(request: EntryRequest, askedAtMs: number): void {
  if (request.askedAtMs === askedAtMs) return;
  refuse(
    'entry-request-changed',
    '这个人刚刚改了申请,和您看到的不一样了。请刷新名单,再看一次,再答复。',
  );
}

type Answerer = EntryRequestFacts['decider'] & { as: Decider };

function whereTo(state: EntryRequestState, accept: boolean): EntryRequestState {
  if (state === 'waiting') return accept ? 'agreed' : 'refused';
  if (state === 'agreed') return accept ? 'entered' : 'refused';
  if (state === 'appealed') return accept ? 'backed' : 'closed';
  return accept ? 'entered' : 'closed';
}

/**
 * @returns the request as it stands by the answer; `entered` is carried out by who asks
 * @throws Refusal `entry-request-answered`, `reason-needed`, `private-number`, and what the needs
 *   of its row refuse
 */
export function answer(
  request: EntryRequest,
  told: { accept: boolean; reason: string | null },
  by: Answerer,
  atMs: number,
): EntryRequest {
  const { accept, reason } = told;
  const { state } = request;
  if (!isRunning(request)) {
    const stands = entryRequestStates[state];
    refuse('entry-request-answered', `这个申请${stands},不用再答复。请刷新名单看结果。`);
  }
  mustHoldNoPrivateNumber({ reason });
  const table = entryRequestWorkflow.filter(
    (row) => row.by.includes(by.as) && row.from.includes(state),
  );
  const facts = { request, decider: by, accept };
  mustAllowMove(table, 'answer-entry-request', state, facts, (of) => entryRequestStates[of]);
  const step = { personId: by.personId, as: by.as, atMs };
  const next = { ...request, state: whereTo(state, accept), movedAtMs: atMs };
  if (accept) return { ...next, agreed: next.state === 'entered' ? request.agreed : step };
  if (!reason) refuse('reason-needed', '不同意要写一句为什么,申请的人能看到,也能请监委会再看。');
  return { ...next, noes: [...request.noes, { ...step, reason }] };
}

/** @throws Refusal `wrong-state` */
function mustAllowAsker(request: EntryRequest, action: string): void {
  const { personId, state } = request;
  const decider = { personId, as: 'asker' as const, ofTheHousehold: false, nearRelative: false };
  const facts = { request, decider, accept: true };
  mustAllowMove(entryRequestWorkflow, action, state, facts, (of) => entryRequestStates[of]);
}

/** @throws Refusal `nothing-refused` */
export function appeal(request: EntryRequest | null, atMs: number): EntryRequest {
  if (request?.state !== 'refused') {
    refuse('nothing-refused', '您没有被退回的登记申请,或者已经请监委会看过了。请刷新再看。');
  }
  mustAllowAsker(request, 'appeal-entry-refusal');
  return { ...request, state: 'appealed', movedAtMs: atMs, agreed: null };
}

/**
 * Whoever asked takes it back while the village has not decided it.
 * @param request what they asked last, wherever that was
 * @throws Refusal `nothing-to-withdraw`, `asked-above`
 */
export function withdraw(request: EntryRequest | null, atMs: number): EntryRequest {
  if (!request || !isRunning(request)) {
    refuse('nothing-to-withdraw', '您没有在等答复的登记申请,不用撤回。请刷新再看。');
  }
  if (isAbove(request)) {
    refuse('asked-above', '监委会正在看您的申请,现在不能撤回。请等答复,在“我的”里能看到。');
  }
  mustAllowAsker(request, 'withdraw-entry-request');
  return { ...request, state: 'withdrawn', movedAtMs: atMs };
}

/** The line that two people enter. */
export function lineOf({ name, birthYear, phone, residence, householdId }: EntryRequest): NewLine {
  return { name, birthYear, phone, residence, relation: householdId ? '同住' : '户主' };
}

/** What whoever asked sees of it; null once it is over for them. */
export function seenByAsker(request: EntryRequest | null) {
  if (!request) return null;
  const { villageName, householdNumber, askedAtMs, state, noes } = request;
  if (state === 'entered' || state === 'withdrawn') return null;
  return { villageName, householdNumber, askedAtMs, state, reason: noes.at(-1)?.reason ?? null };
}
