import { mostStepsShown } from '../../../src/contracts/limits';
import type { Need } from '../../../src/domain/kernel/workflow';
import {
  type MoveFacts,
  nearRelativesMayNotDecide,
  noticeIsStillOpen,
  objectionsWitnessMayNotAnswer,
  objectorMayNotAnswer,
  onlyALatePanelIsReplaced,
  onlyTheDeclarerWithdraws,
  onlyThePanelVotes,
  ownHouseholdMayNotDecide,
  recorderMayNotDecide,
  votesOnce,
  witnessMayNotDecide,
} from '../../../src/domain/records/record-needs';
import { actionLabel, nextSentence, timelineOf } from '../../../src/domain/records/record-words';
import { recordWorkflow, stateLabels } from '../../../src/domain/records/record-workflow';
import type { Actor, DeedRecord, RecordStep } from '../../../src/domain/records/types';
import { drawWith, recordWith } from './fixture';

const at = (text: string) => Date.parse(`${text}+08:00`);
/** A Monday. */
const nowMs = at('2026-11-23T12:00:00');
const step = (change: Partial<RecordStep>): RecordStep => ({
  ...{ action: 'check-record', by: 'cadre', personId: 'p', atMs: nowMs },
  ...{ state: 'waiting-review', reason: null },
  ...change,
});
const draw = drawWith(['a', 'b', 'c', 'd'], { drawnAtMs: nowMs });
const closesAtMs = at('2026-11-29T00:00:00');
const vote = { personId: 'a', agree: true, reason: null, atMs: nowMs };
const said = [step({ reason: '照片不清楚' })];

test.each<[Partial<DeedRecord>, string]>([
  [{ state: 'waiting-check', recordedAtMs: nowMs }, '等嘎查村核对,最晚 11月26日。'],
  [
    { state: 'waiting-cosign', steps: [step({ atMs: at('2026-11-19T09:00:00') })] },
    '核对过了,等村务监督委员会联签,最晚 11月24日。',
  ],
  [{ state: 'waiting-draw' }, '核对过了,明天早上抽 5 位评议员。'],
  [{ state: 'waiting-draw', drawDay: '2026-11-24' }, '核对过了,11月24日早上抽 5 位评议员。'],
  [{ state: 'waiting-review' }, '抽了 5 位评议员,先表态的 3 位说了算,已有 0 人表态。'],
  [
    { state: 'waiting-review', draw, votes: [vote] },
    '抽了 4 位评议员,先表态的 3 位说了算,已有 1 人表态,最晚 11月26日。',
  ],
  [
    { state: 'waiting-review', draw: { ...draw, drawnAtMs: at('2026-11-12T09:00:00') } },
    '抽了 4 位评议员,先表态的 3 位说了算,已有 0 人表态。过了期限,嘎查村可以换人评议。',
  ],
  [{ state: 'waiting-notice' }, '评议通过了,等嘎查村公示,最晚 11月25日。'],
  [{ state: 'on-notice', closesAtMs }, '公示到 11月28日,没有异议就入账。'],
  [{ state: 'on-notice', closesAtMs: nowMs + 1 }, '公示到 11月23日,没有异议就入账。'],
  [{ state: 'on-notice', closesAtMs: nowMs }, '公示结束了,没有异议,马上入账。'],
  [{ state: 'on-notice', closesAtMs: null }, '公示结束了,没有异议,马上入账。'],
  [
    { state: 'objected', objectedAtMs: at('2026-11-21T09:00:00') },
    '有人提出异议,等村务监督委员会答复,最晚 11月24日。',
  ],
  [{ state: 'posted', spendableState: 'posted' }, '已经入账。'],
  [
    { state: 'posted', spendableState: 'waiting' },
    '荣誉分已入账。兑换分等村里的钱和货跟上了,按先后入账。',
  ],
  [{ state: 'withdrawn', steps: said }, '已撤回,没有记分。要记可以重新申报。'],
  [{ state: 'objection-upheld' }, '异议成立,这一条不记分。'],
  [{ state: 'objection-upheld', steps: said }, '异议成立,这一条不记分。原因:照片不清楚。'],
  [
    { state: 'refused-at-check', steps: said },
    '核对没通过,没有记分。原因:照片不清楚。不明白可以问村务监督委员会。',
  ],
  [{ state: 'refused-at-cosign' }, '联签没通过,没有记分。不明白可以问村务监督委员会。'],
  [{ state: 'refused-at-review' }, '评议没通过,没有记分。不明白可以问村务监督委员会。'],
])('what comes next of %j', (change, sentence) => {
  expect(nextSentence(recordWith(change), nowMs)).toBe(sentence);
});

test('the last day a panel has is said with another year, and that it may move yet', () => {
  const late = { ...draw, drawnAtMs: at('2026-12-31T09:00:00') };
  const record = recordWith({ state: 'waiting-review', draw: late });
  expect(nextSentence(record, at('2026-12-31T10:00:00'))).toContain(
    '最晚 2027年1月5日(2027年的放假安排还没公布,先按周末算)。',
  );
});

test('a reason is free text about somebody: others do not get to read it', () => {
  const upheld = recordWith({ state: 'objection-upheld', steps: said });
  expect(nextSentence(upheld, nowMs, 'without-reasons')).toBe('异议成立,这一条不记分。');
  const refused = recordWith({ state: 'refused-at-check', steps: said });
  expect(nextSentence(refused, nowMs, 'without-reasons')).not.toContain('照片');
  expect(timelineOf(refused).map(({ reason }) => reason)).toEqual(['照片不清楚']);
  expect(timelineOf(refused, 'without-reasons').map(({ reason }) => reason)).toEqual([null]);
});

test.each<[Partial<RecordStep>, string]>([
  [{ action: 'declare-deed', state: 'waiting-check' }, '申报'],
  [{ action: 'record-deed', state: 'waiting-check' }, '现场记录'],
  [{ action: 'withdraw-record', state: 'withdrawn' }, '撤回'],
  [{ action: 'check-record' }, '核对通过'],
  [{ action: 'check-record', state: 'waiting-cosign' }, '核对通过'],
  [{ action: 'check-record', state: 'refused-at-check' }, '核对没通过'],
  [{ action: 'cosign-record' }, '联签通过'],
  [{ action: 'cosign-record', state: 'refused-at-cosign' }, '联签没通过'],
  [{ action: 'review-record' }, '评议表态'],
  [{ action: 'review-record', state: 'refused-at-review' }, '评议表态'],
  [{ action: 'redraw-panel' }, '换人评议'],
  [{ action: 'open-notice', state: 'on-notice' }, '公示'],
  [{ action: 'object-to-record', state: 'objected' }, '提出异议'],
  [{ action: 'answer-objection', state: 'on-notice' }, '异议不成立'],
  [{ action: 'answer-objection', state: 'objection-upheld' }, '异议成立'],
  [{ action: 'post-record', state: 'posted' }, '入账'],
  [{ action: 'propose-reversal', state: 'waiting-reversal' }, '提出更正'],
  [{ action: 'answer-reversal', state: 'reversed' }, '确认更正'],
  [{ action: 'answer-reversal', state: 'posted' }, '核对后没有更正'],
  [{ action: 'some-later-action' }, 'some-later-action'],
])('in a history %j reads %s', (change, label) => {
  expect(timelineOf(recordWith({ steps: [step(change)] }))[0]?.label).toBe(label);
});

test('a history names offices, never people', () => {
  const offices: Record<Actor, string> = {
    declarer: '本户',
    cadre: '嘎查村委员会',
    supervisor: '村务监督委员会',
    'town-admin': '镇里',
    panel: '评议小组',
    villager: '本村村民',
    timer: '到期自动',
  };
  for (const [by, office] of Object.entries(offices) as [Actor, string][]) {
    const [line] = timelineOf(recordWith({ steps: [step({ by })] }));
    expect(line).toEqual({ label: '核对通过', by: office, atMs: nowMs, reason: null });
  }
});

test('every action of the table has its button, every state its word', () => {
  expect(recordWorkflow.map(({ action }) => actionLabel(action))).toEqual([
    ...['撤回', '核对', '联签', '抽签', '回避', '评议', '换人评议', '公示'],
    ...['提出异议', '答复异议', '入账', '抽中抽查', '抽查', '提出更正', '确认更正'],
  ]);
  expect(Object.values(stateLabels)).toEqual([
    ...['等核对', '等联签', '等抽签', '评议中', '等公示', '公示中', '有异议', '已入账'],
    ...['等确认更正', '已更正', '已撤回', '核对没通过', '联签没通过', '评议没通过', '异议成立'],
  ]);
});

const vouched = { proxyId: 'P', helperId: 'h', as: 'cadre', secondId: 'p' } as const;

/** Everything that can be in the way, for a mover `p`. */
const inTheWay: MoveFacts = {
  record: recordWith({
    ...{ recorderId: 'p', objectorId: 'p', draw, closesAtMs: nowMs },
    votes: [{ ...vote, personId: 'p' }],
    byProxy: vouched,
    objectedByProxy: { ...vouched, householdId: 'H' },
  }),
  mover: { personId: 'p', ofTheHousehold: true, nearRelative: true, ownIds: [] },
  nowMs,
};
/** And nothing of it. */
const free: MoveFacts = {
  record: recordWith({ draw: { ...draw, panel: ['p'], drawnAtMs: 0 }, closesAtMs: nowMs + 1 }),
  mover: { personId: 'p', ofTheHousehold: false, nearRelative: false, ownIds: [] },
  nowMs,
};

test.each<[Need<MoveFacts>, string, string]>([
  [
    recorderMayNotDecide,
    'recorder-may-not-decide',
    '这一条是您记的,要由别人来看。请让另一位同事办。',
  ],
  [
    witnessMayNotDecide,
    'recorder-may-not-decide',
    '这一条代办时是您确认的,要由别人来看。请让另一位同事办。',
  ],
  [
    objectionsWitnessMayNotAnswer,
    'objector-may-not-answer',
    '代办这条异议时是您确认的,要由监督委员会的另一位来答复。',
  ],
  [ownHouseholdMayNotDecide, 'own-household', '这是您自己家的,要由别人来办。请让另一位同事办。'],
  [nearRelativesMayNotDecide, 'near-relative', '这是您近亲属家的,您要回避。请让另一位同事办。'],
  [onlyThePanelVotes, 'not-on-panel', '这一条没有抽到您评议。抽到您的,会出现在“评议”里。'],
  [votesOnce, 'already-voted', '这一条您已经表过态了,不用再做。'],
  [onlyALatePanelIsReplaced, 'panel-not-late', '抽到的人在 11月26日 前都可以表态,过了这天再换人。'],
  [
    noticeIsStillOpen,
    'notice-closed',
    '公示已经结束,不能再提异议。觉得不对,可以找监督委员会反映。',
  ],
  [objectorMayNotAnswer, 'objector-may-not-answer', '异议是您提的,要由监督委员会的另一位来答复。'],
])('%p says why not', (need, code, message) => {
  expect(need(inTheWay)).toEqual({ code, message });
  expect(need(free)).toBeNull();
});

test('who declared may withdraw: the household its declaration, the cadre their record', () => {
  const told = {
    code: 'not-the-recorder',
    message: '谁报的谁才能撤回。有不同意见,可以在公示时提出异议。',
  };
  const withdraws = (byCadre: boolean, personId: string, ofTheHousehold: boolean) =>
    onlyTheDeclarerWithdraws({
      record: recordWith({ byCadre }),
      mover: { personId, ofTheHousehold, nearRelative: false, ownIds: [] },
      nowMs,
    });
  expect(withdraws(false, 'other', false)).toEqual(told);
  expect(withdraws(false, 'other', true)).toBeNull();
  expect(withdraws(false, 'recorder', false)).toBeNull();
  expect(withdraws(true, 'recorder', false)).toBeNull();
  expect(withdraws(true, 'other', true)).toEqual(told);
});

test('without a draw there is no panel: nobody votes, and one may be drawn', () => {
  const record = recordWith({ draw: null, closesAtMs: null });
  expect(onlyThePanelVotes({ ...free, record })?.code).toBe('not-on-panel');
  expect(onlyALatePanelIsReplaced({ ...free, record })).toBeNull();
  expect(noticeIsStillOpen({ ...free, record })?.code).toBe('notice-closed');
});

test('a very long history keeps its beginning and its end and says how much is between', () => {
  const many = Array.from({ length: 500 }, (_, index) => step({ atMs: nowMs + index }));
  const shown = timelineOf(recordWith({ steps: many }));
  expect(shown).toHaveLength(mostStepsShown);
  expect(shown[0]?.atMs).toBe(nowMs);
  expect(shown[shown.length - 1]?.atMs).toBe(nowMs + 499);
  const gaps = shown.filter(({ by }) => by === '没有一一列出');
  expect(gaps.map(({ label }) => label)).toEqual(['从这里起还有 441 步']);
  const times = shown.map(({ atMs }) => atMs);
  expect(times).toEqual([...times].sort((left, right) => left - right));
  expect(timelineOf(recordWith({ steps: many.slice(0, mostStepsShown) }))).toHaveLength(
    mostStepsShown,
  );
});
