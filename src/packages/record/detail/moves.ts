import { call } from '../../../client/call';
import type { Move } from '../../../components/workflow/move';
import type { Contract, InputOf } from '../../../contracts/contract';
import { recheckRecord } from '../../../contracts/rechecks';
import {
  answerObjection,
  answerReversal,
  checkRecord,
  cosignRecord,
  objectToRecord,
  proposeReversal,
  type RecordState,
  redrawPanel,
  reviewRecord,
  stepAside,
  withdrawRecord,
} from '../../../contracts/records';
import type { Decision as AlikeDecision } from './equal-decision';

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

const proposal: RecordMove = {
  key: 'propose-reversal',
  label: '记错了,提出更正',
  title: '哪里记错了',
  text: '要由另一个人核对确认,确认前分数不变。这一户会看到原因。',
  tone: 'plain',
  reason: 'needed',
  reasons: ['记错户了', '同一件事记了两回', '查实没有这件事'],
  send: (recordId, reason, commandId) => call(proposeReversal, { recordId, reason }, commandId),
};

/** Of what is asked before: it stands with the question, not with the way. */
const way = (
  key: string,
  label: string,
  send: RecordMove['send'],
  reasons: readonly string[] = [],
): RecordMove => ({
  key,
  label,
  title: '',
  text: '',
  tone: 'plain',
  reason: 'needed',
  reasons,
  send,
});

const objectionAnswer: AlikeDecision = {
  question: '查到了什么',
  hint: '这一户和提异议的人会看到您写的;公开栏上 15 天只说结果。别写是谁提的。成立,这一条不记分;不成立,继续公示,期满入账。',
  ways: [
    way('uphold', '异议成立', (recordId, reason, commandId) =>
      call(answerObjection, { recordId, uphold: true, reason }, commandId),
    ),
    way(
      'dismiss',
      '异议不成立',
      (recordId, reason, commandId) =>
        call(answerObjection, { recordId, uphold: false, reason }, commandId),
      ['已当面核实,确有此事', '照片和登记能对上'],
    ),
  ],
};

const reversalAnswer: AlikeDecision = {
  question: '核对下来怎么样',
  hint: '确认后收回还在的分,已经用掉的不追。这一户会看到您写的。',
  ways: [
    way('reverse', '确认更正', (recordId, reason, commandId) =>
      call(answerReversal, { recordId, accept: true, reason }, commandId),
    ),
    way('keep', '没有记错', (recordId, reason, commandId) =>
      call(answerReversal, { recordId, accept: false, reason }, commandId),
    ),
  ],
};

/** What is found wrong is put right by a reversal: the page goes on to that. */
export const foundWrongKey = 'recheck wrong';

const rechecked =
  (outcome: InputOf<typeof recheckRecord>['outcome']): RecordMove['send'] =>
  (recordId, reason, commandId) =>
    call(recheckRecord, { recordId, outcome, reason }, commandId);

const recheck: AlikeDecision = {
  question: '再看一遍,查到了什么',
  hint: '这一户会看到您写的,公开栏只写结果。不属实的,接着提出更正,由另一个人核对。',
  ways: [
    way('recheck holds', '属实', rechecked('holds'), ['到现场看过,确有此事', '问过邻居,确有此事']),
    way(foundWrongKey, '不属实', rechecked('wrong')),
    way('recheck unclear', '查不清', rechecked('unclear')),
  ],
};

const decisionsAlike: Record<string, AlikeDecision> = {
  'answer-objection': objectionAnswer,
  'answer-reversal': reversalAnswer,
  'recheck-record': recheck,
};

/** What is decided with two buttons alike, where the server offers it. */
export function decisionFor(offered: readonly { action: string }[]): AlikeDecision | null {
  const found = offered.find(({ action }) => decisionsAlike[action]);
  return (found && decisionsAlike[found.action]) ?? null;
}

const movesOf = (by: By, own: By): Record<string, RecordMove[]> => ({
  'check-record': decisions(checkRecord, '同意后抽 3 人评议。干部家的先由监督委员会联签。'),
  'cosign-record': decisions(cosignRecord, '同意后抽 3 人评议。'),
  'step-aside': [stepping],
  'review-record': decisions(reviewRecord, '过半同意就能公示。表态后不能改。'),
  'redraw-panel': [redraw],
  'withdraw-record': [withdrawal(own)],
  'object-to-record': [objection(by)],
  'propose-reversal': [proposal],
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
