import { mostStepsShown } from '../../contracts/limits';
import { limitInWords } from '../kernel/due';
import { dayInWords, dayOf } from '../kernel/time';
import { byProxyInWords } from '../people/proxy-words';
import { panelIsLate, panelSize, votesNeeded } from './panel';
import { recordLimit } from './record-due';
import { type RecordAction, recordWorkflow, stateLabels } from './record-workflow';
import type { Actor, DeedRecord, RecordStep } from './types';

const actorWords: Record<Actor, string> = {
  declarer: '本户',
  cadre: '嘎查村委员会',
  supervisor: '村务监督委员会',
  'town-admin': '镇里',
  panel: '评议小组',
  villager: '本村村民',
  timer: '到期自动',
};

/** First row of a history: declared or recorded; no row of the table leads there. */
export const beginnings = { 'declare-deed': '申报', 'record-deed': '现场记录' } as const;

export function actionLabel(action: string): string {
  const row = recordWorkflow.find((each) => each.action === action);
  return row?.label ?? beginnings[action as keyof typeof beginnings] ?? action;
}

/** A reason is free text about somebody: only for those whose business it is. */
export type ReasonsSeen = 'with-reasons' | 'without-reasons';

function lastReason({ steps }: DeedRecord, seen: ReasonsSeen): string {
  const reason = seen === 'with-reasons' ? steps[steps.length - 1]?.reason : null;
  return reason ? `原因:${reason}。` : '';
}

function noticeWords({ closesAtMs }: DeedRecord, nowMs: number): string {
  if (closesAtMs === null || nowMs >= closesAtMs) return '公示结束了,没有异议,马上入账。';
  return `公示到 ${dayInWords(dayOf(closesAtMs - 1), dayOf(nowMs))},没有异议就入账。`;
}

/** `最晚 11月26日`, as the table says. */
function limitWords(record: DeedRecord, nowMs: number): string {
  const limit = recordLimit(record);
  return limit ? limitInWords(limit, dayOf(nowMs)) : '';
}

function reviewWords(record: DeedRecord, nowMs: number): string {
  const { draw, votes } = record;
  const drawn = draw?.panel.length ?? panelSize;
  const so = `抽了 ${drawn} 位评议员,先表态的 ${votesNeeded} 位说了算,已有 ${votes.length} 人表态`;
  if (!draw) return `${so}。`;
  if (panelIsLate(draw, nowMs)) return `${so}。过了期限,嘎查村可以换人评议。`;
  return `${so},${limitWords(record, nowMs)}。`;
}

function drawWords({ drawDay }: DeedRecord, nowMs: number): string {
  const when = drawDay === null ? '明天' : dayInWords(drawDay, dayOf(nowMs));
  return `核对过了,${when}早上抽 ${panelSize} 位评议员。`;
}

/** What happens next and by when, a sentence. */
export function nextSentence(
  record: DeedRecord,
  nowMs: number,
  seen: ReasonsSeen = 'with-reasons',
): string {
  const limit = limitWords(record, nowMs);
  switch (record.state) {
    case 'waiting-check':
      return `等嘎查村核对,${limit}。`;
    case 'waiting-cosign':
      return `核对过了,等村务监督委员会联签,${limit}。`;
    case 'waiting-draw':
      return drawWords(record, nowMs);
    case 'waiting-review':
      return reviewWords(record, nowMs);
    case 'waiting-notice':
      return `评议通过了,等嘎查村公示,${limit}。`;
    case 'on-notice':
      return noticeWords(record, nowMs);
    case 'objected':
      return `有人提出异议,等村务监督委员会答复,${limit}。`;
    case 'posted':
      if (limit !== '') return `已经入账。抽中了抽查,等村务监督委员会再看一遍,${limit}。`;
      return record.spendableState === 'waiting'
        ? '荣誉分已入账。兑换分等村里的钱和货跟上了,按先后入账。'
        : '已经入账。';
    case 'waiting-reversal':
      return `有人提出这一条记错了,等另一个人确认,${limit}。`;
    case 'reversed':
      return `记错了,已经更正,这一条不算分。${lastReason(record, seen)}`;
    case 'withdrawn':
      return '已撤回,没有记分。要记可以重新申报。';
    case 'objection-upheld':
      return `异议成立,这一条不记分。${lastReason(record, seen)}`;
    default:
      return `${stateLabels[record.state]},没有记分。${lastReason(record, seen)}不明白可以问村务监督委员会。`;
  }
}

function stepLabel(step: RecordStep): string {
  const label = actionLabel(step.action);
  if (step.action === 'review-record') return '评议表态';
  if (step.action === 'answer-objection') {
    return step.state === 'objection-upheld' ? '异议成立' : '异议不成立';
  }
  if (step.action === 'answer-reversal' && step.state === 'posted') return '核对后没有更正';
  if (step.state.startsWith('refused-at-')) return `${label}没通过`;
  const decided: RecordAction[] = ['check-record', 'cosign-record'];
  return decided.some((action) => action === step.action) ? `${label}通过` : label;
}

export type TimelineLine = { label: string; by: string; atMs: number; reason: string | null };

/**
 * Its beginning and its end where a history is very long: objections and answers may follow each
 * other as long as a notice runs, and none of that may push out who checked and who decided last.
 */
function withinBounds(lines: TimelineLine[]): TimelineLine[] {
  const ofTheBeginning = mostStepsShown / 2;
  const first = lines.slice(0, ofTheBeginning);
  const last = lines.slice(1 + ofTheBeginning - mostStepsShown);
  const leftOut = lines[ofTheBeginning];
  if (lines.length <= mostStepsShown || !leftOut) return lines;
  const label = `从这里起还有 ${lines.length - mostStepsShown + 1} 步`;
  return [...first, { label, by: '没有一一列出', atMs: leftOut.atMs, reason: null }, ...last];
}

/** The history as others may see it: offices, never names. */
export function timelineOf(record: DeedRecord, seen: ReasonsSeen = 'with-reasons'): TimelineLine[] {
  const proxy = byProxyInWords(record.byProxy);
  const lines = record.steps.map((step, index) => ({
    label: stepLabel(step),
    by: index === 0 && proxy ? `${actorWords[step.by]}(${proxy})` : actorWords[step.by],
    atMs: step.atMs,
    reason: seen === 'with-reasons' ? step.reason : null,
  }));
  return withinBounds(lines);
}
