import type { Need, WorkflowRow } from '../../kernel/workflow';
import { oneStandsOutside } from '../two-people';
import type { Decider } from '../types';
import { isElected, isOfTheTown } from './basis';
import type { OfficeAct, OfficeActState } from './types';

export const officeActStates: Readonly<Record<OfficeActState, string>> = {
  proposed: '等第二个人确认',
  invited: '已经定了,等本人用邀请码',
  'in-force': '已生效',
  refused: '没同意',
  withdrawn: '已撤回',
};

/** `proposer`: who takes it back; `invited`: whom it names. */
export type ActMover = Decider | 'proposer' | 'invited';

/** Who deals with an act that one person entered. */
export type ActFacts = {
  act: Pick<OfficeAct, 'change' | 'role' | 'state' | 'proposed' | 'settled' | 'byLast'>;
  decider: {
    personId: string;
    as: ActMover;
    /** It is about them. */
    isSubject: boolean;
    ofTheHousehold: boolean;
    nearRelative: boolean;
  };
  accept: boolean;
};

type ActNeed = Need<ActFacts>;

export const subjectMayNotDecide: ActNeed = ({ decider }) =>
  decider.isSubject
    ? { code: 'own-office', message: '这是您自己的职务,要由别人来办。辞职可以自己提,由别人确认。' }
    : null;

export const householdMayNotDecide: Need<{ decider: { ofTheHousehold: boolean } }> = ({
  decider,
}) =>
  decider.ofTheHousehold
    ? { code: 'own-household', message: '这是您自己家的人,您要回避。请让另一位同事办。' }
    : null;

export const relativesMayNotDecide: Need<{ decider: { nearRelative: boolean } }> = ({ decider }) =>
  decider.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的人,您要回避。请让另一位同事办。' }
    : null;

/**
 * Nobody of a village appoints or ends those who look after all of them; but where one of them is
 * left alone, the supervision is the second, or the town would stay in one hand for good.
 */
export const townOfficesAreTheTowns: ActNeed = ({ act, decider }) =>
  isOfTheTown(act.role) &&
  decider.as !== 'town-admin' &&
  !(act.byLast && decider.as === 'supervisor')
    ? { code: 'office-not-yours', message: '这个职务由镇管理员来定。请让镇里的人办。' }
    : null;

export const proposerMayNotAnswer: ActNeed = ({ act, decider }) =>
  act.proposed.personId === decider.personId
    ? {
        code: 'another-must-agree',
        message: '这是您自己登记的,要由另一个人确认。不办了可以撤回。',
      }
    : null;

const ofYes =
  (need: ActNeed): ActNeed =>
  (facts) =>
    facts.accept ? need(facts) : null;

export const committeeIsNotAlone: ActNeed = ({ act: { proposed }, decider }) => {
  const { as } = decider;
  if (proposed.as !== 'cadre' || as !== 'cadre') return null;
  return oneStandsOutside({ agreed: { ...proposed, as: 'cadre' }, decider: { ...decider, as } });
};

/** The town blocks a lost telephone; an elected office ends by the village's own act. */
export const townAloneEndsNoElected: ActNeed = ({ act, decider }) =>
  act.change === 'end' &&
  isElected(act.role) &&
  act.proposed.as === 'town-admin' &&
  decider.as === 'town-admin'
    ? {
        code: 'village-must-agree',
        message: '选出来的人,镇里自己不能免。两个人里要有一个是村里的:村干部或监委会的人。',
      }
    : null;

/** An invitation that got into wrong hands any administrator takes back: it gave nothing yet. */
export const onlyWhoProposedWithdraws: ActNeed = ({ act, decider }) =>
  act.proposed.personId === decider.personId ||
  (act.state === 'invited' && decider.as === 'town-admin')
    ? null
    : { code: 'not-your-act', message: '这不是您登记的,不能撤回。不同意可以写明原因退回。' };

/** Whoever had it given to themselves would have been one of the two. */
export const whoDecidedMayNotAccept: ActNeed = ({ act, decider }) =>
  [act.proposed, act.settled].some((step) => step?.personId === decider.personId)
    ? {
        code: 'invitation-own',
        message: '登记和确认这次邀请的人,不能自己来当。请被邀请的人用自己的手机办。',
      }
    : null;

/** Of whoever deals with it first or second. */
export const needsOfAll: readonly ActNeed[] = [
  townOfficesAreTheTowns,
  subjectMayNotDecide,
  householdMayNotDecide,
  relativesMayNotDecide,
];

/**
 * Entered by one, in force by another who is somebody else: one of the two stands outside the
 * committee, and of an elected office that ends one is of the village.
 */
export const officeWorkflow: readonly WorkflowRow<OfficeActState, ActMover, ActFacts>[] = [
  {
    ...{ action: 'answer-office-act', label: '答复', from: ['proposed'] },
    ...{ to: ['in-force', 'invited', 'refused'], by: ['cadre', 'supervisor', 'town-admin'] },
    needs: [
      ...needsOfAll,
      proposerMayNotAnswer,
      ofYes(committeeIsNotAlone),
      ofYes(townAloneEndsNoElected),
    ],
    due: { workingDays: 3 },
  },
  {
    ...{ action: 'withdraw-office-act', label: '撤回', from: ['proposed', 'invited'] },
    ...{ to: ['withdrawn'], by: ['proposer', 'town-admin'], needs: [onlyWhoProposedWithdraws] },
  },
  {
    ...{ action: 'renew-invitation', label: '换一个码', from: ['invited'], to: ['invited'] },
    ...{ by: ['town-admin'], needs: [] },
  },
  {
    ...{ action: 'accept-invitation', label: '用邀请码', from: ['invited'], to: ['in-force'] },
    ...{ by: ['invited'], needs: [whoDecidedMayNotAccept] },
  },
];
