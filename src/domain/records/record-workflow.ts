import type { WorkflowRow } from '../kernel/workflow';
import { reviewWorkingDays } from './panel';
import {
  alreadyRechecked,
  committeeMayNotRecheck,
  handsOff,
  onlyWhatWasDrawn,
  recheckWorkingDays,
  theTownRechecksWhatIsLate,
} from './recheck-needs';
import {
  anotherConfirms,
  answerDays,
  checkerMayNotAnswer,
  committeeMayNotAnswer,
  type MoveFacts,
  nearRelativesMayNotDecide,
  noticeIsStillOpen,
  notTwoOfTheSupervisors,
  objectionsWitnessMayNotAnswer,
  objectorMayNotAnswer,
  objectsOnce,
  oneOutsideConfirms,
  onlyALatePanelIsReplaced,
  onlyTheDeclarerWithdraws,
  onlyThePanelVotes,
  ownHouseholdMayNotDecide,
  proposesOnce,
  recorderMayNotDecide,
  theTownAnswersWhatIsLate,
  votesOnce,
  witnessMayNotDecide,
} from './record-needs';
import type { Actor, RecordState } from './types';

/** Limits that are promised as dates (plan 三(一)3; domain defaults). */
const checkWorkingDays = 3;
/** The plan names none: as long as a check. */
const noticeWorkingDays = 3;
const reversalWorkingDays = 3;

const noConflict = [
  recorderMayNotDecide,
  witnessMayNotDecide,
  ownHouseholdMayNotDecide,
  nearRelativesMayNotDecide,
];

/**
 * 申报 → 核对 → 评议 → 公示 → 入账 (plan 三(一)3), one row for each way a record can move. Every ending
 * has its own word; whatever does not post gives its allowance back.
 */
export const recordWorkflow = [
  {
    action: 'withdraw-record',
    label: '撤回',
    from: ['waiting-check'],
    to: ['withdrawn'],
    by: ['declarer', 'cadre'],
    needs: [onlyTheDeclarerWithdraws],
  },
  {
    action: 'check-record',
    label: '核对',
    from: ['waiting-check'],
    to: ['waiting-draw', 'waiting-review', 'waiting-cosign', 'refused-at-check'],
    by: ['cadre'],
    due: { workingDays: checkWorkingDays },
    tells: { 'refused-at-check': 'refused' },
    needs: noConflict,
  },
  {
    action: 'cosign-record',
    label: '联签',
    from: ['waiting-cosign'],
    to: ['waiting-draw', 'waiting-review', 'refused-at-cosign'],
    by: ['supervisor'],
    due: { workingDays: checkWorkingDays },
    tells: { 'refused-at-cosign': 'refused' },
    needs: noConflict,
  },
  {
    action: 'draw-panel',
    label: '抽签',
    from: ['waiting-draw'],
    to: ['waiting-review'],
    by: ['timer'],
    needs: [],
  },
  {
    action: 'step-aside',
    label: '回避',
    from: ['waiting-review'],
    to: ['waiting-review'],
    by: ['panel'],
    needs: [onlyThePanelVotes, votesOnce],
  },
  {
    action: 'review-record',
    label: '评议',
    from: ['waiting-review'],
    to: ['waiting-review', 'waiting-notice', 'refused-at-review'],
    by: ['panel'],
    due: { workingDays: reviewWorkingDays },
    tells: { 'refused-at-review': 'refused' },
    needs: [...noConflict, onlyThePanelVotes, votesOnce],
  },
  {
    action: 'redraw-panel',
    label: '换人评议',
    from: ['waiting-review'],
    to: ['waiting-draw'],
    by: ['cadre'],
    due: { workingDays: reviewWorkingDays },
    turn: 'once-late',
    needs: [...noConflict, onlyALatePanelIsReplaced],
  },
  {
    action: 'open-notice',
    label: '公示',
    from: ['waiting-notice'],
    to: ['on-notice'],
    by: ['cadre'],
    due: { workingDays: noticeWorkingDays },
    tells: { 'on-notice': 'on-notice' },
    needs: [],
  },
  {
    action: 'object-to-record',
    label: '提出异议',
    from: ['on-notice'],
    to: ['objected'],
    by: ['villager'],
    needs: [objectsOnce, noticeIsStillOpen],
  },
  {
    action: 'answer-objection',
    label: '答复异议',
    from: ['objected'],
    to: ['on-notice', 'objection-upheld'],
    by: ['supervisor', 'town-admin'],
    due: { days: answerDays },
    tells: { 'on-notice': 'objection-answered', 'objection-upheld': 'objection-answered' },
    needs: [
      ...noConflict,
      checkerMayNotAnswer,
      objectorMayNotAnswer,
      objectionsWitnessMayNotAnswer,
      committeeMayNotAnswer,
      theTownAnswersWhatIsLate,
    ],
  },
  {
    action: 'post-record',
    label: '入账',
    from: ['on-notice'],
    to: ['posted'],
    by: ['timer'],
    tells: { posted: 'posted' },
    needs: [],
  },
  {
    action: 'draw-recheck',
    label: '抽中抽查',
    from: ['posted'],
    to: ['posted'],
    by: ['timer'],
    needs: [],
  },
  {
    action: 'recheck-record',
    label: '抽查',
    from: ['posted'],
    to: ['posted'],
    by: ['supervisor', 'town-admin'],
    due: { workingDays: recheckWorkingDays },
    needs: [
      onlyWhatWasDrawn,
      alreadyRechecked,
      ...noConflict,
      handsOff,
      committeeMayNotRecheck,
      theTownRechecksWhatIsLate,
    ],
  },
  {
    action: 'propose-reversal',
    label: '提出更正',
    from: ['posted'],
    to: ['waiting-reversal'],
    by: ['cadre', 'supervisor', 'town-admin'],
    needs: [ownHouseholdMayNotDecide, nearRelativesMayNotDecide, proposesOnce],
  },
  {
    action: 'answer-reversal',
    label: '确认更正',
    from: ['waiting-reversal'],
    to: ['reversed', 'posted'],
    by: ['cadre', 'supervisor', 'town-admin'],
    due: { workingDays: reversalWorkingDays },
    tells: { reversed: 'reversed' },
    needs: [
      ...noConflict,
      anotherConfirms,
      oneOutsideConfirms,
      notTwoOfTheSupervisors,
      checkerMayNotAnswer,
    ],
  },
] as const satisfies readonly WorkflowRow<RecordState, Actor, MoveFacts>[];

export type RecordAction = (typeof recordWorkflow)[number]['action'];

export const stateLabels: Record<RecordState, string> = {
  'waiting-check': '等核对',
  'waiting-cosign': '等联签',
  'waiting-draw': '等抽签',
  'waiting-review': '评议中',
  'waiting-notice': '等公示',
  'on-notice': '公示中',
  objected: '有异议',
  posted: '已入账',
  'waiting-reversal': '等确认更正',
  reversed: '已更正',
  withdrawn: '已撤回',
  'refused-at-check': '核对没通过',
  'refused-at-cosign': '联签没通过',
  'refused-at-review': '评议没通过',
  'objection-upheld': '异议成立',
};

/** What was posted is looked at again, and taken back where it turns out to be wrong. */
const afterItsEnd: ReadonlySet<RecordAction> = new Set([
  'draw-recheck',
  'recheck-record',
  'propose-reversal',
]);

/** A state no row leads out of, or only those for what was posted. */
export function hasEnded(state: RecordState): boolean {
  return !recordWorkflow.some(
    ({ action, from }) =>
      !afterItsEnd.has(action) && (from as readonly RecordState[]).includes(state),
  );
}
