import type { Need, WorkflowRow } from '../kernel/workflow';
import { anotherMustAgree, oneStandsOutside } from './two-people';
import type { Decider, Freeze } from './types';

/** `agreed`: one person agreed, somebody else has to. */
export type FreezeState = 'free' | 'frozen' | 'agreed';

/** Who lets a household spend again. */
export type FreezeFacts = {
  freeze: Freeze;
  settler: {
    personId: string;
    ofTheHousehold: boolean;
    nearRelative: boolean;
    as: Decider;
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

const ofSecond =
  (need: typeof anotherMustAgree): FreezeNeed =>
  ({ freeze: { agreed }, settler }) =>
    need({ agreed, decider: settler });

const needsOfAll = [freezerMayNotSettle, ownHouseholdMayNotSettle, nearRelativesMayNotSettle];
const needsOfSecond = [...needsOfAll, ofSecond(anotherMustAgree), ofSecond(oneStandsOutside)];

/** As long as a join request waits for each of its two. */
const settling = { action: 'settle-freeze', label: '查清了', due: { workingDays: 3 } } as const;
const first = { ...settling, from: ['frozen'], to: ['agreed'], needs: needsOfAll } as const;
const second = { ...settling, from: ['agreed'], to: ['free'], needs: needsOfSecond } as const;

/** Two people decide as of a join request: the village first, the town once the village is late. */
export const freezeWorkflow: readonly WorkflowRow<FreezeState, Decider, FreezeFacts>[] = [
  { ...first, by: ['cadre', 'supervisor'] },
  { ...first, by: ['town-admin'], turn: 'once-late' },
  { ...second, by: ['cadre', 'supervisor'] },
  { ...second, by: ['town-admin'], turn: 'once-late' },
];
