import { refuse } from '../kernel/refusal';
import { mustAllowMove } from '../kernel/workflow';
import { type JoinActor, type JoinFacts, joinWorkflow } from './join-workflow';
import { isSameName } from './names';
import type { JoinRequest, Person } from './types';

export function refuseJoinRequest(): never {
  refuse('join-request-not-found', '没有找到这个申请。它可能已经撤下了,请刷新名单再看。');
}

export function mustNotBeAnsweredYet(request: JoinRequest): void {
  if (request.state === 'waiting') return;
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

/** @throws Refusal `own-request`, `own-household`, `not-your-job` */
export function mustBeTheirsToAnswer(facts: JoinFacts, by: JoinActor): void {
  const table = joinWorkflow.filter((row) => row.by.includes(by));
  mustAllowMove(table, 'answer-join', facts.request.state, facts, () => '等答复');
}

export function mustStillBeFree(asker: Person | null): asserts asker is Person {
  if (asker && asker.householdId === null) return;
  refuse('join-already-answered', '这个人已经加入了。请刷新名单看结果。');
}

export function answerRequest(
  request: JoinRequest,
  state: 'joined' | 'refused',
  answeredBy: string,
  nowMs: number,
): JoinRequest {
  return { ...request, state, answeredBy, answeredAtMs: nowMs };
}
