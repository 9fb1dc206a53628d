import type { Need, WorkflowRow } from '../kernel/workflow';
import { anotherMustAgree, oneStandsOutside } from './two-people';
import type { Decider, JoinRequest, JoinRequestState } from './types';

/** Who answers a join request, how, and what the request is for. */
export type JoinFacts = {
  request: JoinRequest;
  answerer: {
    personId: string;
    householdId: string | null;
    /** Lives in a household whose people are near relatives of it. */
    nearRelative: boolean;
    as: Decider;
  };
  accept: boolean;
  /** Whoever joins gets an office, by the request or by what was granted since. */
  withOffice: boolean;
};

type JoinNeed = Need<JoinFacts>;

/** Whoever asks, with or without a household, has somebody else look at it. */
export const askerMayNotAnswer: JoinNeed = ({ request, answerer }) =>
  answerer.personId === request.personId
    ? {
        code: 'own-request',
        message:
          '这是您自己的申请,不能自己答复。请另一位村干部或镇管理员来答复,或用登记的手机号加入。',
      }
    : null;

/** Nobody lets people into their own household. */
export const ownHouseholdMayNotAnswer: JoinNeed = ({ request, answerer }) =>
  answerer.householdId === request.householdId
    ? { code: 'own-household', message: '这是您自己家的人。请让另一位村干部来答复。' }
    : null;

/** Nor into one of their near relatives: whoever lives there may spend its points. */
export const relativesMayNotAnswer: JoinNeed = ({ answerer }) =>
  answerer.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的,您要回避。请让另一位同事来答复。' }
    : null;

const isTown = (as: Decider | undefined) => as === 'town-admin';

/**
 * An office opens doors, so a village does not hand one out on its own word; also not one that was
 * given to the member since the request.
 */
export const villageGivesNoOffice: JoinNeed = ({ request, answerer, withOffice }) =>
  withOffice && !isTown(answerer.as) && !isTown(request.agreed?.as)
    ? {
        code: 'not-your-job',
        message: '这个人在村里有职务,要先由镇管理员答复,或请本人用登记的手机号加入。',
      }
    : null;

const ofSecond =
  (need: typeof anotherMustAgree): JoinNeed =>
  ({ request: { agreed }, answerer, accept }) =>
    accept ? need({ agreed, decider: answerer }) : null;

const needsOfAll = [askerMayNotAnswer, ownHouseholdMayNotAnswer, relativesMayNotAnswer];
const needsOfSecond = [...needsOfAll, ofSecond(anotherMustAgree), ofSecond(oneStandsOutside)];

/** As long as a record waits for its check. */
const due = { workingDays: 3 };
const answering = { action: 'answer-join', label: '答复', due } as const;
const first = {
  ...answering,
  from: ['waiting'],
  to: ['agreed', 'refused'],
  tells: { refused: 'join-answered' },
} as const;
const second = {
  ...answering,
  from: ['agreed'],
  to: ['joined', 'refused'],
  needs: needsOfSecond,
  tells: { joined: 'join-answered', refused: 'join-answered' },
} as const;

/**
 * Two people decide, one of them outside the committee. The village answers; the town may, and is
 * waited for where the village may not, and as the second once the village is late.
 */
export const joinWorkflow: readonly WorkflowRow<JoinRequestState, Decider, JoinFacts>[] = [
  { ...first, by: ['cadre', 'supervisor'], needs: [...needsOfAll, villageGivesNoOffice] },
  { ...first, by: ['town-admin'], needs: needsOfAll, turn: 'if-nobody-else' },
  {
    ...second,
    by: ['cadre', 'supervisor'],
    needs: [...needsOfSecond, villageGivesNoOffice],
  },
  { ...second, by: ['town-admin'], turn: 'once-late' },
  { ...second, by: ['town-admin'], turn: 'if-nobody-else' },
];
