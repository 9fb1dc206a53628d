import type { Need, WorkflowRow } from '../../kernel/workflow';
import { oneStandsOutside } from '../two-people';
import type { Decider } from '../types';
import type { Roll, RollState } from './types';

export const rollStates: Readonly<Record<RollState, string>> = {
  proposed: '等第二个人确认',
  confirmed: '已确认',
  refused: '没同意',
  withdrawn: '已撤回',
};

/** `proposer`: who takes it back. */
export type RollMover = Decider | 'proposer';

/** Who deals with a roll that one person entered. */
export type RollFacts = {
  roll: Pick<Roll, 'proposed'>;
  decider: { personId: string; as: RollMover };
  accept: boolean;
};

type RollNeed = Need<RollFacts>;

export const entererMayNotConfirm: RollNeed = ({ roll, decider }) =>
  roll.proposed.personId === decider.personId
    ? {
        code: 'another-must-agree',
        message: '这是您自己登记的,要由另一个人确认。不办了可以撤回。',
      }
    : null;

/** Of a yes alone: a no changes nothing. */
export const oneOfTwoIsOutside: RollNeed = ({ roll: { proposed }, decider, accept }) => {
  const { as } = decider;
  if (!accept || as === 'proposer') return null;
  return oneStandsOutside({ agreed: proposed, decider: { ...decider, as } });
};

export const onlyWhoEnteredWithdraws: RollNeed = ({ roll, decider }) =>
  roll.proposed.personId === decider.personId
    ? null
    : { code: 'not-your-roll', message: '这不是您登记的,不能撤回。不同意可以写明原因退回。' };

/**
 * Entered by one, counted by with the yes of another, one of the two outside the committee. Both
 * may stand on it themselves: a roll of all adults has nobody beside it.
 */
export const rollWorkflow: readonly WorkflowRow<RollState, RollMover, RollFacts>[] = [
  {
    ...{ action: 'answer-roll', label: '答复', from: ['proposed'], to: ['confirmed', 'refused'] },
    by: ['cadre', 'supervisor', 'town-admin'],
    needs: [entererMayNotConfirm, oneOfTwoIsOutside],
    due: { workingDays: 3 },
  },
  {
    ...{ action: 'withdraw-roll', label: '撤回', from: ['proposed'], to: ['withdrawn'] },
    ...{ by: ['proposer'], needs: [onlyWhoEnteredWithdraws] },
  },
];
