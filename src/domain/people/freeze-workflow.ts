import type { Need, WorkflowRow } from '../kernel/workflow';
import type { Freeze, JoinActor } from './types';

/** `agreed`: one person agreed, somebody else has to. */
export type FreezeState = 'free' | 'frozen' | 'agreed';

/** Who lets a household spend again. */
export type FreezeFacts = {
  freeze: Freeze;
  settler: {
    personId: string;
    ofTheHousehold: boolean;
    nearRelative: boolean;
    as: JoinActor;
  };
};

type FreezeNeed = Need<FreezeFacts>;

/** Whoever stopped it has others look into it, wherever they live by now. */
export const freezerMayNotSettle: FreezeNeed = ({ freeze, settler }) =>
  settler.personId === freeze.byPersonId
    ? {
        code: 'own-freeze',
        message: '这是您自己停用的,要由另外两个人查清。请找村务监督委员会和镇里。',
      }
    : null;

export const ownHouseholdMayNotSettle: FreezeNeed = ({ settler }) =>
  settler.ofTheHousehold
    ? { code: 'own-household', message: '这是您自己家的积分,要由别人来查清。请让另一位同事办。' }
    : null;

export const nearRelativesMayNotSettle: FreezeNeed = ({ settler }) =>
  settler.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的,您要回避。请让另一位同事办。' }
    : null;

/** Two people settle it: a second telephone of the first is nobody else. */
export const anotherMustSettle: FreezeNeed = ({ freeze, settler }) =>
  freeze.agreed?.personId === settler.personId
    ? {
        code: 'another-must-agree',
        message: '您已经同意过了,还要另一个人也同意。请村务监督委员会的人或镇里来看。',
      }
    : null;

/** Of the two one stands outside the village committee. */
export const oneSettlesFromOutside: FreezeNeed = ({ freeze, settler }) =>
  freeze.agreed?.as === 'cadre' && settler.as === 'cadre'
    ? {
        code: 'another-must-agree',
        message: '村委会已经有人同意了,还要村委会以外的人也同意:村务监督委员会的人,或镇里。',
      }
    : null;

const needsOfAll = [freezerMayNotSettle, ownHouseholdMayNotSettle, nearRelativesMayNotSettle];
const needsOfSecond = [...needsOfAll, anotherMustSettle, oneSettlesFromOutside];

/** As long as a join request waits for each of its two. */
const settling = { action: 'settle-freeze', label: '查清了', due: { workingDays: 3 } } as const;
const first = { ...settling, from: ['frozen'], to: ['agreed'], needs: needsOfAll } as const;
const second = { ...settling, from: ['agreed'], to: ['free'], needs: needsOfSecond } as const;

/** Two people decide as of a join request: the village first, the town once the village is late. */
export const freezeWorkflow: readonly WorkflowRow<FreezeState, JoinActor, FreezeFacts>[] = [
  { ...first, by: ['cadre', 'supervisor'] },
  { ...first, by: ['town-admin'], turn: 'once-late' },
  { ...second, by: ['cadre', 'supervisor'] },
  { ...second, by: ['town-admin'], turn: 'once-late' },
];
