import { limitOf } from '../kernel/due';
import { dayInWords, endOfDayMs } from '../kernel/time';
import type { Need } from '../kernel/workflow';
import { anotherMustAgree, oneStandsOutside } from '../people/two-people';
import type { Agreed, Decider } from '../people/types';
import { lastDayToReview, panelIsLate } from './panel';
import type { DeedRecord } from './types';

/** Who wants to move a record, seen from the record. */
export type Mover = {
  personId: string;
  ofTheHousehold: boolean;
  nearRelative: boolean;
  /** Their own household and its near relatives': nobody of those is drawn for what they decide. */
  ownIds: readonly string[];
  /** What they hold in the record's village, and in the town; missing where that is nothing. */
  offices?: readonly Decider[];
};

export type MoveFacts = { record: DeedRecord; mover: Mover; nowMs: number };

type RecordNeed = Need<MoveFacts>;

export const recorderMayNotDecide: RecordNeed = ({ record, mover }) =>
  record.recorderId === mover.personId
    ? {
        code: 'recorder-may-not-decide',
        message: '这一条是您记的,要由别人来看。请让另一位同事办。',
      }
    : null;

/** Whoever confirmed that the household was there stands by what was done for it. */
export const witnessMayNotDecide: RecordNeed = ({ record, mover }) =>
  record.byProxy?.secondId === mover.personId
    ? {
        code: 'recorder-may-not-decide',
        message: '这一条代办时是您确认的,要由别人来看。请让另一位同事办。',
      }
    : null;

export const ownHouseholdMayNotDecide: RecordNeed = ({ mover }) =>
  mover.ofTheHousehold
    ? { code: 'own-household', message: '这是您自己家的,要由别人来办。请让另一位同事办。' }
    : null;

export const nearRelativesMayNotDecide: RecordNeed = ({ mover }) =>
  mover.nearRelative
    ? { code: 'near-relative', message: '这是您近亲属家的,您要回避。请让另一位同事办。' }
    : null;

/**
 * A resident's declaration is the household's own, also where somebody made it for them; a cadre's
 * record is that cadre's.
 */
export const onlyTheDeclarerWithdraws: RecordNeed = ({ record, mover }) => {
  const theirs = record.byCadre
    ? record.recorderId === mover.personId
    : mover.ofTheHousehold || (!record.byProxy && record.recorderId === mover.personId);
  return theirs
    ? null
    : { code: 'not-the-recorder', message: '谁报的谁才能撤回。有不同意见,可以在公示时提出异议。' };
};

export const onlyThePanelVotes: RecordNeed = ({ record, mover }) =>
  record.draw?.panel.includes(mover.personId)
    ? null
    : { code: 'not-on-panel', message: '这一条没有抽到您评议。抽到您的,会出现在“评议”里。' };

export const votesOnce: RecordNeed = ({ record, mover }) =>
  record.votes.some((vote) => vote.personId === mover.personId)
    ? { code: 'already-voted', message: '这一条您已经表过态了,不用再做。' }
    : null;

export const onlyALatePanelIsReplaced: RecordNeed = ({ record: { draw }, nowMs }) =>
  draw && !panelIsLate(draw, nowMs)
    ? {
        code: 'panel-not-late',
        message: `抽到的人在 ${dayInWords(lastDayToReview(draw))} 前都可以表态,过了这天再换人。`,
      }
    : null;

/** Whether somebody objected to it before, for themselves or for a household they helped. */
export function hasObjected({ steps }: Pick<DeedRecord, 'steps'>, personId: string): boolean {
  return steps.some((step) => step.action === 'object-to-record' && step.personId === personId);
}

export const noticeIsStillOpen: RecordNeed = ({ record, nowMs }) =>
  record.closesAtMs !== null && nowMs < record.closesAtMs
    ? null
    : {
        code: 'notice-closed',
        message: '公示已经结束,不能再提异议。觉得不对,可以找监督委员会反映。',
      };

/** An objection is made once by a person, also where they made it for others. */
export const objectsOnce: RecordNeed = ({ record, mover }) =>
  hasObjected(record, mover.personId)
    ? {
        code: 'already-objected',
        message: '这一条您已经提过异议了,一人提一次。答复会写在这一条里,不服可以找镇里反映。',
      }
    : null;

export const objectorMayNotAnswer: RecordNeed = ({ record, mover }) =>
  record.objectorId === mover.personId
    ? { code: 'objector-may-not-answer', message: '异议是您提的,要由监督委员会的另一位来答复。' }
    : null;

export const objectionsWitnessMayNotAnswer: RecordNeed = ({ record, mover }) =>
  record.objectedByProxy?.secondId === mover.personId
    ? {
        code: 'objector-may-not-answer',
        message: '代办这条异议时是您确认的,要由监督委员会的另一位来答复。',
      }
    : null;

/** Whoever passed it stands by it; somebody else looks whether they were wrong. */
export const checkerMayNotAnswer: RecordNeed = ({ record, mover }) =>
  record.steps.some(
    ({ action, personId }) => checks.includes(action) && personId === mover.personId,
  )
    ? {
        code: 'checker-may-not-answer',
        message: '这一条您核对、联签或评议过,要由另一位来答复。',
      }
    : null;

const checks = ['check-record', 'cosign-record', 'review-record'];

/** Days in which an objection is the supervisory committee's alone. */
export const answerDays = 3;

/** Whoever runs the village does not answer for the town what was objected to in the village. */
export const committeeMayNotAnswer: RecordNeed = ({ mover: { offices = [] } }) =>
  offices.includes('cadre')
    ? {
        code: 'committee-may-not-answer',
        message: '异议由村务监督委员会或镇里来答复,村委会的人不答复。',
      }
    : null;

/** What the supervisory committee leaves lying the town answers as well. */
export const theTownAnswersWhatIsLate: RecordNeed = ({
  record,
  mover: { offices = [] },
  nowMs,
}) => {
  if (offices.includes('supervisor') || !offices.includes('town-admin')) return null;
  const { day } = limitOf({ days: answerDays }, record.objectedAtMs ?? nowMs);
  if (nowMs >= endOfDayMs(day)) return null;
  return {
    code: 'supervisors-turn',
    message: `${dayInWords(day)} 当天和以前由村务监督委员会答复,过了没答复,镇里再来答复。`,
  };
};

/**
 * Whoever said that it is wrong and was not believed does not ask until somebody gives way: another
 * may say so, also in the town.
 */
export const proposesOnce: RecordNeed = ({ record, mover }) =>
  record.steps.some(
    ({ action, personId }) => action === 'propose-reversal' && personId === mover.personId,
  )
    ? {
        code: 'already-proposed',
        message: '这一条您提过更正了,一人提一次。还觉得不对,请村里另一位或镇里来提。',
      }
    : null;

/** Who said that what was posted is wrong; null where nobody did. */
export function proposedBy({ steps }: Pick<DeedRecord, 'steps'>): Agreed | null {
  const step = steps[steps.length - 1];
  if (step?.action !== 'propose-reversal' || step.personId === null) return null;
  return { personId: step.personId, as: step.by as Decider, atMs: step.atMs };
}

/** As whom somebody decides; a committee member stands inside it, whatever else they hold. */
export function asWhom({ offices = [] }: Pick<Mover, 'offices'>): Decider {
  const rank: readonly Decider[] = ['cadre', 'town-admin'];
  return rank.find((each) => offices.includes(each)) ?? 'supervisor';
}

const second = ({ record, mover }: MoveFacts) => ({
  agreed: proposedBy(record),
  decider: { personId: mover.personId, as: asWhom(mover) },
});

/** One says that it is wrong, another looks, and one of the two is outside the committee. */
export const anotherConfirms: RecordNeed = (facts) => anotherMustAgree(second(facts));
export const oneOutsideConfirms: RecordNeed = (facts) => oneStandsOutside(second(facts));

/** Whoever watches the village does not take points alone: another body looks too. */
export const notTwoOfTheSupervisors: RecordNeed = (facts) => {
  const { agreed, decider } = second(facts);
  // Of somebody who only had a hand in it before nothing is known: the table asks their office.
  const holds = facts.mover.offices?.includes('supervisor');
  if (agreed?.as !== 'supervisor' || decider.as !== 'supervisor' || !holds) return null;
  const message = '监委会已经有人提出了,要由监委会以外的人来确认:村委会的人,或镇里。';
  return { code: 'another-must-agree', message };
};
