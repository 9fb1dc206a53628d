import { dayInWords } from '../kernel/time';
import type { Need } from '../kernel/workflow';
import { lastDayToReview, panelIsLate } from './panel';
import type { DeedRecord } from './types';

/** Who wants to move a record, seen from the record. */
export type Mover = {
  personId: string;
  ofTheHousehold: boolean;
  nearRelative: boolean;
  /** Their own household and its near relatives': nobody of those is drawn for what they decide. */
  ownIds: readonly string[];
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

export const noticeIsStillOpen: RecordNeed = ({ record, nowMs }) =>
  record.closesAtMs !== null && nowMs < record.closesAtMs
    ? null
    : {
        code: 'notice-closed',
        message: '公示已经结束,不能再提异议。觉得不对,可以找监督委员会反映。',
      };

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
