import type { Need, WorkflowRow } from '../kernel/workflow';
import type { JoinRequest, JoinRequestState } from './types';

/** Who answers a join request, and what the request is for. */
export type JoinFacts = {
  request: JoinRequest;
  answerer: { personId: string; householdId: string | null };
  /** Whoever joins gets an office, by the request or by what was granted since. */
  withOffice: boolean;
};

export type JoinActor = 'cadre' | 'town-admin';

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

/**
 * An office opens doors, so a village does not hand one out on its own word; also not one that was
 * given to the member since the request.
 */
export const villageGivesNoOffice: JoinNeed = ({ withOffice }) =>
  withOffice
    ? {
        code: 'not-your-job',
        message: '这个人在村里有职务,要由镇管理员答复,或请本人用登记的手机号加入。',
      }
    : null;

const needsOfAll = [askerMayNotAnswer, ownHouseholdMayNotAnswer];

/** As long as a record waits for its check. */
const due = { workingDays: 3 };
const tells = { joined: 'join-answered', refused: 'join-answered' } as const;

/** The village answers; the town may, and is waited for where the village may not. */
export const joinWorkflow: readonly WorkflowRow<JoinRequestState, JoinActor, JoinFacts>[] = [
  {
    action: 'answer-join',
    label: '答复',
    from: ['waiting'],
    to: ['joined', 'refused'],
    by: ['cadre'],
    needs: [...needsOfAll, villageGivesNoOffice],
    ...{ due, tells },
  },
  {
    action: 'answer-join',
    label: '答复',
    from: ['waiting'],
    to: ['joined', 'refused'],
    by: ['town-admin'],
    needs: needsOfAll,
    ...{ due, tells },
    turn: 'if-nobody-else',
  },
];
