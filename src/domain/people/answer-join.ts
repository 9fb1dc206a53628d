import { refuse } from '../kernel/refusal';
import { mustAllowMove } from '../kernel/workflow';
import { type JoinFacts, joinWorkflow } from './join-workflow';
import type { CameIn } from './links/types';
import { isSameName } from './names';
import type { JoinRequest, Person } from './types';

/** Whether somebody still has to answer. */
export function isUnanswered({ state }: Pick<JoinRequest, 'state'>): boolean {
  return state === 'waiting' || state === 'agreed';
}

export function refuseJoinRequest(): never {
  refuse('join-request-not-found', '没有找到这个申请。它可能已经撤下了,请刷新名单再看。');
}

export function mustNotBeAnsweredYet(request: JoinRequest): void {
  if (isUnanswered(request)) return;
  refuse('join-already-answered', '这个申请已经有人答复过了。请刷新名单看结果。');
}

/**
 * A request keeps its id when its asker asks anew, so the answer says whom it is about: nobody is
 * let in as somebody whom the answerer has not seen.
 */
export function mustAnswerWhoWasSeen(
  request: JoinRequest,
  seen: Pick<JoinRequest, 'householdNumber' | 'name'>,
): void {
  const isSame = seen.householdNumber === request.householdNumber;
  if (isSame && isSameName(seen.name, request.name)) return;
  refuse(
    'join-request-changed',
    '这个人刚刚改了户号或姓名,和您看到的不一样了。请刷新名单,再看一次,再答复。',
  );
}

/**
 * @returns where the answer leads
 * @throws Refusal `own-request`, `own-household`, `near-relative`, `not-your-job`,
 *   `another-must-agree`
 */
export function mustBeTheirsToAnswer(facts: JoinFacts): 'agreed' | 'joined' | 'refused' {
  const { request, answerer, accept } = facts;
  const table = joinWorkflow.filter(
    ({ by, from }) => by.includes(answerer.as) && from.includes(request.state),
  );
  mustAllowMove(table, 'answer-join', request.state, facts, () => '等答复');
  if (!accept) return 'refused';
  return request.state === 'waiting' ? 'agreed' : 'joined';
}

export function mustStillBeFree(asker: Person | null): asserts asker is Person {
  if (asker && asker.householdId === null) return;
  refuse('join-already-answered', '这个人已经加入了。请刷新名单看结果。');
}

export function answerRequest(
  request: JoinRequest,
  state: 'agreed' | 'joined' | 'refused',
  by: JoinFacts['answerer'],
  atMs: number,
): JoinRequest {
  const { personId, as } = by;
  if (state === 'agreed') return { ...request, state, agreed: { personId, as, atMs } };
  return { ...request, state, answeredBy: personId, answeredAtMs: atMs };
}

/** Who let somebody in: the first of the two, and whoever says yes now. */
export function letInBy(
  { agreed }: JoinRequest,
  { personId, as }: Pick<JoinFacts['answerer'], 'personId' | 'as'>,
  atMs: number,
): CameIn {
  return { how: 'let-in', two: [...(agreed ? [agreed] : []), { personId, as, atMs }] };
}
