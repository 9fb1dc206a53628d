import { refuse } from '../kernel/refusal';
import { isSameName } from './join';
import { holdsAnOffice } from './roles';
import type { JoinRequest, Member, Person } from './types';

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

/** Whoever asks, with or without a household, has somebody else look at it. */
export function mustNotAnswerOwnRequest(request: JoinRequest, answererId: string): void {
  if (answererId !== request.personId) return;
  refuse(
    'own-request',
    '这是您自己的申请,不能自己答复。请另一位村干部或镇管理员来答复,或用登记的手机号加入。',
  );
}

/** Nobody lets people into their own household. */
export function mustNotAnswerForOwnHousehold(request: JoinRequest, answerer: Person | null): void {
  if (answerer?.householdId !== request.householdId) return;
  refuse('own-household', '这是您自己家的人。请让另一位村干部来答复。');
}

/**
 * An office opens doors, so a village does not hand one out on its own word; also not one that was
 * given to the member since the request.
 */
export function mustBeTheTownForOffices(
  request: JoinRequest,
  member: Member | null,
  answererIsTown: boolean,
): void {
  const withOffice = request.withOffice || (member !== null && holdsAnOffice(member));
  if (!withOffice || answererIsTown) return;
  refuse('not-your-job', '这个人在村里有职务,要由镇管理员答复,或请本人用登记的手机号加入。');
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
