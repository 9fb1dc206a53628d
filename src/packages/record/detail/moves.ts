import { call } from '../../../client/call';
import type { Move } from '../../../components/workflow/move';
import type { Contract, InputOf } from '../../../contracts/contract';
import {
  answerObjection,
  checkRecord,
  cosignRecord,
  objectToRecord,
  type RecordState,
  redrawPanel,
  reviewRecord,
  stepAside,
  withdrawRecord,
} from '../../../contracts/records';

type RecordMove = Move<RecordState>;
type Decision = InputOf<typeof checkRecord>;

const withReason = (reason: string) => (reason === '' ? {} : { reason });
const refusing = ['照片看不清', '日子不对', '项目选错了', '没有这件事', '已经记过了'];

function decisions<Value extends { state: RecordState }>(
  contract: Contract<Decision, Value>,
  agreeText: string,
): RecordMove[] {
  const decide =
    (accept: boolean): RecordMove['send'] =>
    (recordId, reason, commandId) =>
      call(contract, { recordId, accept, ...withReason(reason) }, commandId);
  return [
    {
      key: `refuse ${contract.action}`,
      label: '不同意',
      title: '为什么不同意',
      text: '这一户会看到原因。',
      tone: 'danger',
      reason: 'needed',
      reasons: refusing,
      send: decide(false),
    },
    {
      key: `accept ${contract.action}`,
      label: '同意',
      title: '同意这一条',
      text: agreeText,
      tone: 'primary',
      reason: 'offered',
      reasons: [],
      send: decide(true),
    },
  ];
}

/** For whom it is done, where one acts for others. */
type By = { proxyId?: string | undefined };

export const withdrawalKey = 'withdraw';

const withdrawal = (by: By): RecordMove => ({
  key: withdrawalKey,
  label: '撤回',
  title: '撤回这一条',
  text: '撤回后不记分。要记可以重新申报。',
  tone: 'danger',
  reason: 'none',
  reasons: [],
  send: (recordId, _reason, commandId) => call(withdrawRecord, { recordId, ...by }, commandId),
});

const stepping: RecordMove = {
  key: 'step-aside',
  label: '回避',
  title: '为什么不评这一条',
  text: '按抽签的次序,换下一位来评。别人已经表的态不变。',
  tone: 'plain',
  reason: 'needed',
  reasons: ['跟这一户走得近', '跟这一户有过节', '这件事我也参加了', '这几天不在村里'],
  send: (recordId, reason, commandId) => call(stepAside, { recordId, reason }, commandId),
};

const redraw: RecordMove = {
  key: 'redraw',
  label: '换人评议',
  title: '另抽 3 人重新评',
  text: '原来抽到的人不再评这一条,已经表的态不算。',
  tone: 'primary',
  reason: 'none',
  reasons: [],
  send: (recordId, _reason, commandId) => call(redrawPanel, { recordId }, commandId),
};

export const objectionKey = 'object';

const objection = (by: By): RecordMove => ({
  key: objectionKey,
  label: '提出异议',
  title: '哪里不对',
  text: '村务监督委员会 3 天内答复,答复前这一条不入账。不会显示是谁提的。',
  tone: 'plain',
  reason: 'needed',
  reasons: ['没有这件事', '不是这一户做的', '分数不对', '日子不对'],
  send: (recordId, reason, commandId) =>
    call(objectToRecord, { recordId, reason, ...by }, commandId),
});

const answers: RecordMove[] = [
  {
    key: 'uphold',
    label: '异议成立',
    title: '异议成立,这一条不记分',
    text: '请写明查到了什么。这一户和提异议的人都会看到。',
    tone: 'danger',
    reason: 'needed',
    reasons: [],
    send: (recordId, reason, commandId) =>
      call(answerObjection, { recordId, uphold: true, reason }, commandId),
  },
  {
    key: 'dismiss',
    label: '异议不成立',
    title: '异议不成立,继续公示',
    text: '请写明查到了什么。公示期满没有别的异议就入账。',
    tone: 'primary',
    reason: 'needed',
    reasons: ['已当面核实,确有此事', '照片和登记能对上'],
    send: (recordId, reason, commandId) =>
      call(answerObjection, { recordId, uphold: false, reason }, commandId),
  },
];

const movesOf = (by: By, own: By): Record<string, RecordMove[]> => ({
  'check-record': decisions(checkRecord, '同意后抽 3 人评议。干部家的先由监督委员会联签。'),
  'cosign-record': decisions(cosignRecord, '同意后抽 3 人评议。'),
  'step-aside': [stepping],
  'review-record': decisions(reviewRecord, '过半同意就能公示。表态后不能改。'),
  'redraw-panel': [redraw],
  'withdraw-record': [withdrawal(own)],
  'object-to-record': [objection(by)],
  'answer-objection': answers,
});

/**
 * The buttons for what the server offers; the one that is usual comes last, under the thumb.
 * @param by for whom one acts just now: an objection is theirs
 * @param own the same where the record is theirs, and read as theirs
 */
export function movesFor(
  offered: readonly { action: string }[],
  by: By = {},
  own: By = {},
): RecordMove[] {
  const moves = movesOf(by, own);
  return offered.flatMap(({ action }) => moves[action] ?? []);
}
