import { limitOf } from '../kernel/due';
import { dayInWords, endOfDayMs } from '../kernel/time';
import type { Need } from '../kernel/workflow';
import type { MoveFacts } from './record-needs';

type RecordNeed = Need<MoveFacts>;

/** How long the supervisory committee has to look again before the town may as well. */
export const recheckWorkingDays = 10;

export const onlyWhatWasDrawn: RecordNeed = ({ record }) =>
  record.recheck
    ? null
    : { code: 'not-for-recheck', message: '这一条没有抽中,不用抽查。抽中的,会出现在“抽查”里。' };

export const alreadyRechecked: RecordNeed = ({ record: { recheck } }) =>
  recheck && recheck.outcome !== null
    ? { code: 'already-rechecked', message: '这一条已经抽查过了。觉得记错了,可以提出更正。' }
    : null;

/** Whoever recorded, passed, judged, objected to or answered it, or was drawn for it. */
export const handsOff: RecordNeed = ({ record, mover: { personId } }) => {
  const hands = [...record.steps.map((step) => step.personId), ...(record.draw?.panel ?? [])];
  return hands.includes(personId)
    ? { code: 'had-a-hand', message: '这一条您经手过,要由监督委员会的另一位来抽查。' }
    : null;
};

export const committeeMayNotRecheck: RecordNeed = ({ mover: { offices = [] } }) =>
  offices.includes('cadre')
    ? {
        code: 'committee-may-not-recheck',
        message: '抽查由村务监督委员会来做,村委会的人不抽查。',
      }
    : null;

/** Where nobody of the supervisory committee is free, or it leaves it lying. */
export const theTownRechecksWhatIsLate: RecordNeed = ({
  record: { recheck },
  mover: { offices = [] },
  nowMs,
}) => {
  if (offices.includes('supervisor') || !offices.includes('town-admin')) return null;
  const { day } = limitOf({ workingDays: recheckWorkingDays }, recheck?.askedAtMs ?? nowMs);
  if (nowMs >= endOfDayMs(day)) return null;
  return {
    code: 'supervisors-turn',
    message: `${dayInWords(day)} 当天和以前由村务监督委员会抽查,过了没办,镇里再来抽查。`,
  };
};
