import type { Need, WorkflowRow } from '../../kernel/workflow';
import { anotherMustAgree, oneStandsOutside } from '../two-people';
import type { Decider } from '../types';
import type { EntryRequest, EntryRequestState } from './types';

export const entryRequestStates: Readonly<Record<EntryRequestState, string>> = {
  waiting: '等村里核实',
  agreed: '等第二个人同意',
  refused: '没同意',
  appealed: '等监委会再看',
  backed: '等第二个人同意',
  closed: '没同意',
  entered: '已登记',
  withdrawn: '已撤回',
};

/** Who deals with it, seen from whoever asks and from where they say they live. */
export type EntryRequestFacts = {
  request: Pick<EntryRequest, 'personId' | 'agreed' | 'noes'>;
  decider: {
    personId: string;
    as: Decider | 'asker';
    ofTheHousehold: boolean;
    nearRelative: boolean;
  };
  accept: boolean;
};

type EntryNeed = Need<EntryRequestFacts>;

/** On whatever phone, and in whatever office. */
export const askerMayNotEnter: EntryNeed = ({ request, decider }) =>
  decider.personId === request.personId
    ? { code: 'own-request', message: '这是您自己的申请,不能自己答复。请另外两个人来看。' }
    : null;

export const householdMayNotEnter: EntryNeed = ({ decider }) =>
  decider.ofTheHousehold
    ? { code: 'own-household', message: '这是要登记到您自己家的人,您要回避。请让另一位同事看。' }
    : null;

export const relativesMayNotEnter: EntryNeed = ({ decider }) =>
  decider.nearRelative
    ? { code: 'near-relative', message: '这是要登记到您近亲属家的,您要回避。请让另一位同事看。' }
    : null;

/** Whoever said no is not who looks whether that was right. */
export const refuserMayNotLookAgain: EntryNeed = ({ request, decider }) =>
  request.noes.some(({ personId }) => personId === decider.personId)
    ? { code: 'own-refusal', message: '上次没同意的就是您,这次要由别人来看。' }
    : null;

const ofYes =
  (need: typeof anotherMustAgree): EntryNeed =>
  ({ request: { agreed }, decider, accept }) =>
    accept && decider.as !== 'asker'
      ? need({ agreed, decider: { personId: decider.personId, as: decider.as } })
      : null;

const apart = [askerMayNotEnter, householdMayNotEnter, relativesMayNotEnter];
const second = [...apart, ofYes(anotherMustAgree), ofYes(oneStandsOutside)];

const answering = {
  ...{ action: 'answer-entry-request', label: '答复', due: { workingDays: 3 } },
  tells: { refused: 'entry-answered', closed: 'entry-answered', entered: 'entry-answered' },
} as const;
const agreeing = {
  ...answering,
  ...({ from: ['waiting'], to: ['agreed', 'refused'], needs: apart } as const),
};
const entering = {
  ...answering,
  ...({ from: ['agreed'], to: ['entered', 'refused'], needs: second } as const),
};
const lookingAgain = {
  ...answering,
  ...({ from: ['appealed'], to: ['backed', 'closed'] } as const),
  needs: [...apart, refuserMayNotLookAgain],
};

/**
 * Two people enter somebody, one of them outside the committee. Of what was refused the
 * supervisory committee has the last word: its yes, and that of a second one who stands outside the
 * committee as well. The town comes in where the village is late, or has nobody else.
 */
export const entryRequestWorkflow: readonly WorkflowRow<
  EntryRequestState,
  Decider | 'asker',
  EntryRequestFacts
>[] = [
  { ...agreeing, by: ['cadre', 'supervisor'] },
  { ...agreeing, by: ['town-admin'], turn: 'once-late' },
  { ...entering, by: ['cadre', 'supervisor'] },
  { ...entering, by: ['town-admin'], turn: 'once-late' },
  {
    ...{ action: 'appeal-entry-refusal', label: '请监委会再看' },
    ...{ from: ['refused'], to: ['appealed'], by: ['asker'], needs: [] },
  },
  // Of the village alone: a no, and what the supervisory committee looks at, are not got round.
  {
    ...{ action: 'withdraw-entry-request', label: '撤回' },
    ...{ from: ['waiting', 'agreed'], to: ['withdrawn'], by: ['asker'], needs: [] },
  },
  { ...lookingAgain, by: ['supervisor'] },
  { ...lookingAgain, by: ['town-admin'], turn: 'once-late' },
  {
    ...answering,
    ...{ from: ['backed'], to: ['entered', 'closed'], by: ['supervisor', 'town-admin'] },
    needs: [...second, refuserMayNotLookAgain],
  },
];
