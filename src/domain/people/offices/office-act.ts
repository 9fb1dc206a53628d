import { refuse } from '../../kernel/refusal';
import { mustAllowMove } from '../../kernel/workflow';
import { type ActFacts, needsOfAll, officeActStates, officeWorkflow } from './office-workflow';
import type { OfficeAct } from './types';

/** What whoever enters an act says of it; the rest of it follows. */
export type Proposal = Omit<OfficeAct, 'officeActId' | 'state' | 'proposed' | 'settled' | 'reason'>;

export function refuseUnknownAct(): never {
  refuse('act-not-found', '没有找到这条登记。请刷新名单再看。');
}

/** Resigning is one's own; anything else about oneself, one's household and kin is others'. */
const mayBeOwn = ({ change, basis }: Proposal) => change === 'end' && basis === 'resigned';

/**
 * @param by who enters it
 * @throws Refusal `office-not-yours`, `own-office`, `own-household`, `near-relative`
 */
export function propose(
  proposal: Proposal,
  officeActId: string,
  by: Omit<ActFacts['decider'], 'as'> & { as: OfficeAct['proposed']['as'] },
  atMs: number,
): OfficeAct {
  const { personId, as } = by;
  const act: OfficeAct = {
    ...proposal,
    ...{ officeActId, state: 'proposed', proposed: { personId, as, atMs } },
    ...{ settled: null, reason: null },
  };
  if (by.isSubject && mayBeOwn(proposal)) return act;
  if (as === 'holder') {
    refuse('office-not-yours', '任职和离任由村干部、监委会和镇里登记。自己不干了,可以登记辞职。');
  }
  for (const need of needsOfAll) {
    const missing = need({ act, decider: { ...by, as }, accept: true });
    if (missing) refuse(missing.code, missing.message);
  }
  return act;
}

/** Who is invited holds nothing until they have taken it up themselves. */
const stateOnceAgreed = ({ invited }: OfficeAct) => (invited ? 'invited' : 'in-force');

/** The founder has no second person yet: once, the town is given one by the founder alone. */
export function inForceAlone(act: OfficeAct): OfficeAct {
  return { ...act, state: stateOnceAgreed(act), settled: act.proposed };
}

/** Given by the founder alone. */
export function isByOne({ proposed, settled }: OfficeAct): boolean {
  return settled?.personId === proposed.personId;
}

/** @throws Refusal `act-settled`, and what the needs of its row refuse */
export function mustMove(act: OfficeAct, action: string, facts: Omit<ActFacts, 'act'>): void {
  const { from = [] } = officeWorkflow.find((row) => row.action === action) ?? {};
  if (!from.includes(act.state)) {
    const stands = officeActStates[act.state];
    refuse('act-settled', `这条登记${stands},不用再办。请刷新名单看结果。`);
  }
  const label = () => officeActStates[act.state];
  mustAllowMove(officeWorkflow, action, act.state, { ...facts, act }, label);
}

/** @throws Refusal of the table, `reason-needed` */
export function answer(
  act: OfficeAct,
  told: { accept: boolean; reason: string | null },
  decider: ActFacts['decider'] & { as: 'cadre' | 'supervisor' | 'town-admin' },
  atMs: number,
): OfficeAct {
  const { accept, reason } = told;
  mustMove(act, 'answer-office-act', { decider, accept });
  if (!accept && !reason) {
    refuse('reason-needed', '不同意要写一句为什么,登记的人才知道怎么改。');
  }
  const { personId, as } = decider;
  return {
    ...act,
    state: accept ? stateOnceAgreed(act) : 'refused',
    settled: { personId, as, atMs },
    reason,
  };
}

/** Somebody who has nothing to do with whom it is about. */
export const apart = { isSubject: false, ofTheHousehold: false, nearRelative: false };

/**
 * @param as `town-admin` also takes back an invitation that somebody else entered
 * @throws Refusal `act-settled`, `not-your-act`
 */
export function withdraw(
  act: OfficeAct,
  personId: string,
  as: 'proposer' | 'town-admin' = 'proposer',
): OfficeAct {
  mustMove(act, 'withdraw-office-act', { decider: { personId, as, ...apart }, accept: true });
  return { ...act, state: 'withdrawn' };
}
