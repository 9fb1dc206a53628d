import type { Need, WorkflowRow } from '../../kernel/workflow';
import { householdMayNotDecide, relativesMayNotDecide } from '../offices/office-workflow';
import { oneStandsOutside } from '../two-people';
import type { Decider } from '../types';
import type { LifeEvent, LifeEventState } from './types';

export const lifeEventStates: Readonly<Record<LifeEventState, string>> = {
  proposed: '等第二个人确认',
  done: '已办好',
  refused: '没同意',
  withdrawn: '已撤回',
};

/** `proposer`: who takes it back; `household`: whose points are divided. */
export type LifeMover = Decider | 'proposer' | 'household';

/** Who deals with what one person says has happened to a household. */
export type LifeFacts = {
  event: Pick<LifeEvent, 'proposed' | 'signed'>;
  decider: {
    personId: string;
    as: LifeMover;
    /** Of any household that it touches; of a signature, of the one that splits. */
    ofTheHousehold: boolean;
    nearRelative: boolean;
  };
  accept: boolean;
  /** How many have not yet agreed to how their points are divided; missing where nobody has to. */
  unsigned?: number;
};

type LifeNeed = Need<LifeFacts>;

export const proposerMayNotConfirm: LifeNeed = ({ event, decider }) =>
  event.proposed.personId === decider.personId
    ? {
        code: 'another-must-agree',
        message: '这是您自己登记的,要由另一个人确认。不办了可以撤回。',
      }
    : null;

/** Of a yes alone: a no changes nothing. */
export const oneOfTwoStandsOutside: LifeNeed = ({ event: { proposed }, decider, accept }) => {
  const { as } = decider;
  if (!accept || as === 'proposer' || as === 'household') return null;
  return oneStandsOutside({ agreed: proposed, decider: { ...decider, as } });
};

/** Nobody's points are given away without them; where they cannot agree it goes by heads. */
export const allHaveSigned: LifeNeed = ({ unsigned = 0, accept }) =>
  accept && unsigned > 0
    ? {
        code: 'not-all-signed',
        message: `家里还有 ${unsigned} 个大人没有签字同意怎么分积分。谈不拢的,请退回,改成按人头分。`,
      }
    : null;

export const onlyWhoProposedWithdraws: LifeNeed = ({ event, decider }) =>
  event.proposed.personId === decider.personId
    ? null
    : { code: 'not-your-event', message: '这不是您登记的,不能撤回。不同意可以写明原因退回。' };

export const theHouseholdSigns: LifeNeed = ({ decider }) =>
  decider.ofTheHousehold
    ? null
    : { code: 'nothing-to-sign', message: '这条变动没有要您签的。请刷新名单再看。' };

export const eachSignsOnce: LifeNeed = ({ event: { signed = [] }, decider }) =>
  signed.some(({ personId }) => personId === decider.personId)
    ? { code: 'already-signed', message: '您已经签过了,不用再签。' }
    : null;

/** Of whoever deals with it first or second. */
export const needsOfBoth: readonly LifeNeed[] = [householdMayNotDecide, relativesMayNotDecide];

/**
 * Entered by one, carried out with the yes of another who is somebody else: neither lives in a
 * household that it touches or near it, and one of the two stands outside the committee.
 */
export const lifeWorkflow: readonly WorkflowRow<LifeEventState, LifeMover, LifeFacts>[] = [
  {
    ...{ action: 'answer-life-event', label: '答复', from: ['proposed'] },
    ...{ to: ['done', 'refused'], by: ['cadre', 'supervisor', 'town-admin'] },
    needs: [...needsOfBoth, proposerMayNotConfirm, oneOfTwoStandsOutside, allHaveSigned],
    due: { workingDays: 3 },
    tells: { done: 'household-changed' },
  },
  {
    ...{ action: 'withdraw-life-event', label: '撤回', from: ['proposed'], to: ['withdrawn'] },
    ...{ by: ['proposer'], needs: [onlyWhoProposedWithdraws] },
  },
  {
    ...{ action: 'sign-life-event', label: '签字', from: ['proposed'], to: ['proposed'] },
    ...{ by: ['household'], needs: [theHouseholdSigns, eachSignsOnce], due: 'own' },
  },
];
