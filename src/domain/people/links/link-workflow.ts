import type { Need, WorkflowRow } from '../../kernel/workflow';
import { anotherMustAgree, oneStandsOutside } from '../two-people';
import type { Decider } from '../types';
import type { Link, LinkState } from './types';

export const linkStates: Readonly<Record<LinkState, string>> = {
  linked: '已加入',
  objected: '有异议,等人查清',
  proposed: '等第二个人同意',
  cut: '镇里先解除了,等第二个人看',
  stays: '查清了,没有问题',
  ended: '已经不在这一户',
};

/** Who deals with it, seen from whoever joined and from their household. */
export type LinkFacts = {
  link: Pick<Link, 'personId' | 'two' | 'objection' | 'opinion' | 'cutBy'>;
  mover: {
    personId: string;
    /** `household`: an adult of it. */
    as: Decider | 'household';
    ofTheHousehold: boolean;
    nearRelative: boolean;
  };
  /** What is to become of it; nothing where it is only objected to. */
  out: boolean | null;
};

type LinkNeed = Need<LinkFacts>;

export const notAboutOneself: LinkNeed = ({ link, mover }) =>
  mover.personId === link.personId
    ? { code: 'own-link', message: '这是您自己,要由别人来说。您可以在“我的”里注销。' }
    : null;

export const householdMayNotSettle: LinkNeed = ({ mover }) =>
  mover.ofTheHousehold
    ? { code: 'own-household', message: '这是您自己家的人,您要回避。请让另一位同事办。' }
    : null;

export const relativesMayNotSettle: LinkNeed = ({ mover }) =>
  mover.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的人,您要回避。请让另一位同事办。' }
    : null;

export const objectorMayNotSettle: LinkNeed = ({ link, mover }) =>
  mover.personId === link.objection?.byPersonId
    ? { code: 'own-objection', message: '这是您自己提的,要由另外两个人查清。' }
    : null;

/** Whoever let somebody in is not who looks whether that was right. */
export const whoLetThemInMayNotSettle: LinkNeed = ({ link, mover }) =>
  link.two.some(({ personId }) => personId === mover.personId)
    ? { code: 'let-them-in', message: '当初就是您同意这个人加入的,这次要由别人来查。' }
    : null;

export const whoCutMayNotSettle: LinkNeed = ({ link, mover }) =>
  link.cutBy?.personId === mover.personId
    ? { code: 'another-must-agree', message: '这是您自己解除的,要由另一个人来看。' }
    : null;

/** Whoever has the same opinion is the second, and somebody else; another opinion is a first. */
const ofTheSameOpinion =
  (need: typeof anotherMustAgree): LinkNeed =>
  ({ link: { opinion }, mover, out }) => {
    if (!opinion || opinion.out !== out || mover.as === 'household') return null;
    return need({ agreed: opinion.by, decider: { personId: mover.personId, as: mover.as } });
  };

const apart = [
  ...[notAboutOneself, householdMayNotSettle, relativesMayNotSettle],
  ...[objectorMayNotSettle, whoLetThemInMayNotSettle],
];

const settling = {
  ...{ action: 'settle-link', label: '答复', due: { workingDays: 3 } },
  tells: { stays: 'household-told', ended: 'household-told' },
} as const;
const first = {
  ...settling,
  ...({ from: ['objected'], to: ['proposed'] } as const),
  needs: apart,
};
const second = {
  ...settling,
  ...({ from: ['proposed'], to: ['stays', 'ended', 'proposed'] } as const),
  needs: [...apart, ofTheSameOpinion(anotherMustAgree), ofTheSameOpinion(oneStandsOutside)],
};

/**
 * Any adult of a household objects once to somebody who joined; two others settle it, one of them
 * outside the committee, neither of whom let them in. What the town cut alone a second looks at.
 */
export const linkWorkflow: readonly WorkflowRow<LinkState, Decider | 'household', LinkFacts>[] = [
  {
    ...{ action: 'object-to-link', label: '这不是我家的人', from: ['linked'], to: ['objected'] },
    ...{ by: ['household'], needs: [notAboutOneself] },
  },
  { ...first, by: ['cadre', 'supervisor'] },
  { ...first, by: ['town-admin'], turn: 'once-late' },
  { ...second, by: ['cadre', 'supervisor'] },
  { ...second, by: ['town-admin'], turn: 'once-late' },
  {
    ...settling,
    ...{ from: ['cut'], to: ['stays', 'ended'], by: ['cadre', 'supervisor', 'town-admin'] },
    needs: [notAboutOneself, householdMayNotSettle, relativesMayNotSettle, whoCutMayNotSettle],
  },
];
