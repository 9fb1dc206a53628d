import type { Decider } from '../../../src/domain/people/types';
import { boardNotice, householdOnBoard, quarterInWords } from '../../../src/domain/records/board';
import {
  decideAnswer,
  decideObject,
  decideOpenNotice,
  withOutcome,
  withStateFromLines,
} from '../../../src/domain/records/notice';
import type { DeedRecord, Notice, NoticeOutcome } from '../../../src/domain/records/types';
import { refusalOf } from '../kernel/refusal-of';
import { recordWith } from './fixture';

const nowMs = Date.parse('2026-11-23T12:00:00+08:00');
const closesAtMs = Date.parse('2026-11-29T00:00:00+08:00');
const by = (personId: string, atMs = nowMs) => ({
  mover: { personId, ofTheHousehold: false, nearRelative: false, ownIds: [] as string[] },
  nowMs: atMs,
});
const reviewed = (recordId: string, points = 5) =>
  recordWith({ recordId, points, state: 'waiting-notice', householdHidden: recordId === 'r2' });
const open = (records: DeedRecord[]) =>
  decideOpenNotice(records, { noticeId: 'notice-1', villageId: 'v01', ...by('cadre-1') });
const opened = () => {
  const { notice, records } = open([reviewed('r1'), reviewed('r2', 8)]);
  return { notice, first: records[0] as DeedRecord, second: records[1] as DeedRecord };
};
const outcomes = (notice: Notice) => notice.lines.map(({ outcome }) => outcome);

test('a notice names each record with its points, for five days', () => {
  const { notice, first } = opened();
  expect(notice).toEqual({
    ...{ noticeId: 'notice-1', villageId: 'v01', state: 'open', toPost: true },
    ...{ openedAtMs: nowMs, closesAtMs, openedBy: 'cadre-1' },
    lines: [
      {
        ...{ recordId: 'r1', itemName: '植树治沙', points: 5, spendable: 5, day: '2026-11-20' },
        ...{ householdId: 'v01-1', householdNumber: 1, householdHidden: false },
        outcome: 'standing',
      },
      expect.objectContaining({ recordId: 'r2', points: 8, householdHidden: true }),
    ],
  });
  expect(first).toMatchObject({
    ...{ state: 'on-notice', noticeId: 'notice-1', noticeOpenedAtMs: nowMs, closesAtMs },
  });
  expect(first.steps).toEqual([
    {
      ...{ action: 'open-notice', by: 'cadre', personId: 'cadre-1', atMs: nowMs },
      ...{ state: 'on-notice', reason: null },
    },
  ]);
});

test('only reviewed records of the own village go on notice', () => {
  const strange = recordWith({ state: 'waiting-notice', villageId: 'v02' });
  expect(refusalOf(() => open([reviewed('r1'), strange]))).toEqual({
    code: 'other-village',
    message: '有一条不是本村的记录,不能一起公示。请重新选。',
  });
  expect(refusalOf(() => open([recordWith({})])).code).toBe('wrong-state');
});

test('an objection stops its record and stands on its line; the others go on', () => {
  const { notice, first } = opened();
  const { record, notice: after } = decideObject(first, notice, by('villager-1'), '那天他不在');
  expect(record).toMatchObject({
    ...{ state: 'objected', objectorId: 'villager-1', objectedAtMs: nowMs, open: true },
  });
  expect(record.steps.at(-1)).toMatchObject({
    ...{ action: 'object-to-record', by: 'villager', reason: '那天他不在' },
  });
  expect(after).toEqual({ ...notice, lines: after.lines });
  expect(outcomes(after)).toEqual(['objected', 'standing']);
});

test('a notice whose every line is objected to is open, and nothing of it is to post', () => {
  const { notice, records } = open([reviewed('r1')]);
  const [record] = records as [DeedRecord];
  const objection = decideObject(record, notice, by('villager-1'), '那天他不在');
  expect(objection.notice).toMatchObject({ state: 'open', toPost: false });
  const answer = { uphold: false, reason: '查过了' };
  const answered = decideAnswer(objection.record, objection.notice, by('supervisor-1'), answer);
  expect(answered.notice).toMatchObject({ state: 'open', toPost: true });
});

test('an objection is in time until the notice closes', () => {
  const { notice, first } = opened();
  const object = (atMs: number) => decideObject(first, notice, by('villager-1', atMs), '不对');
  expect(object(closesAtMs - 1).record.state).toBe('objected');
  expect(refusalOf(() => object(closesAtMs)).code).toBe('notice-closed');
});

const objected = () => {
  const { notice, first } = opened();
  return decideObject(first, notice, by('villager-1'), '那天他不在');
};

test('dismissed, a record stands again; upheld, it ends without points', () => {
  const { record, notice } = objected();
  const answer = (uphold: boolean) =>
    decideAnswer(record, notice, by('supervisor-1'), { uphold, reason: '查过了' });
  const dismissed = answer(false);
  expect(dismissed.record).toMatchObject({ state: 'on-notice', open: true });
  expect(outcomes(dismissed.notice)).toEqual(['standing', 'standing']);
  const upheld = answer(true);
  expect(upheld.record).toMatchObject({ state: 'objection-upheld', open: false });
  expect(outcomes(upheld.notice)).toEqual(['upheld', 'standing']);
  for (const { record: answered, notice: after } of [dismissed, upheld]) {
    expect(after.state).toBe('open');
    expect(answered.steps.at(-1)).toMatchObject({
      ...{ action: 'answer-objection', by: 'supervisor', reason: '查过了' },
    });
  }
});

test('the objector does not answer their own objection', () => {
  const { record, notice } = objected();
  const answer = { uphold: true, reason: '查过了' };
  expect(refusalOf(() => decideAnswer(record, notice, by('villager-1'), answer)).code).toBe(
    'objector-may-not-answer',
  );
});

test('an objection is made once by a person, also once it was answered', () => {
  const { record, notice } = objected();
  const again = (who: string, of = { record, notice }) =>
    refusalOf(() => decideObject(of.record, of.notice, by(who), '不对')).code;
  expect(again('villager-1')).toBe('already-objected');
  expect(again('villager-2')).toBe('wrong-state');
  const answer = { uphold: false, reason: '查过了' };
  const answered = decideAnswer(record, notice, by('supervisor-1'), answer);
  expect(again('villager-1', answered)).toBe('already-objected');
  const other = decideObject(answered.record, answered.notice, by('villager-2'), '不对');
  expect(other.record.state).toBe('objected');
});

test('whoever checked it, and the committee, does not answer; the town once it is late', () => {
  const { record, notice } = objected();
  const checked = { action: 'check-record', by: 'cadre', personId: 'cadre-1', atMs: 0 } as const;
  const known = {
    ...record,
    steps: [{ ...checked, state: 'waiting-draw', reason: null } as const, ...record.steps],
  };
  const attempt = (personId: string, offices: Decider[], atMs = nowMs) => {
    const who = by(personId, atMs);
    const mover = { ...who.mover, offices };
    return () => decideAnswer(known, notice, { ...who, mover }, { uphold: true, reason: '查过' });
  };
  const lateMs = Date.parse('2026-11-27T00:00:00+08:00');
  expect(refusalOf(attempt('cadre-1', ['supervisor'])).code).toBe('checker-may-not-answer');
  expect(refusalOf(attempt('p', ['cadre', 'town-admin'], lateMs)).code).toBe(
    'committee-may-not-answer',
  );
  expect(refusalOf(attempt('p', ['town-admin'], lateMs - 1))).toEqual({
    code: 'supervisors-turn',
    message: '11月26日 当天和以前由村务监督委员会答复,过了没答复,镇里再来答复。',
  });
  expect(attempt('p', ['town-admin'], lateMs)().record.state).toBe('objection-upheld');
  expect(attempt('p', ['town-admin', 'supervisor'])().record.state).toBe('objection-upheld');
});

test('objections and answers stand on the notice of their record and on no other', () => {
  const { notice, first } = opened();
  const objection = objected();
  const answer = { uphold: true, reason: '查过了' };
  for (const other of [null, { ...notice, noticeId: 'notice-2' }]) {
    expect(() => decideObject(first, other, by('villager-1'), '不对')).toThrow(
      'assertion: an objection stands on the notice of its record',
    );
    expect(() => decideAnswer(objection.record, other, by('s'), answer)).toThrow(
      'assertion: an objection is answered on its own notice',
    );
  }
});

test.each<[NoticeOutcome[], Notice['state'], boolean]>([
  [['standing', 'posted'], 'open', true],
  [['objected', 'posted'], 'open', false],
  [['objected', 'standing'], 'open', true],
  [['posted', 'upheld'], 'closed', false],
  [['posted', 'standing'], 'open', true],
])('a notice with lines %j is %s, and to post: %s', (ends, state, toPost) => {
  const { notice } = opened();
  const [first = 'standing', second = 'standing'] = ends;
  const ended = withOutcome(withOutcome(notice, 'r1', first), 'r2', second);
  expect(outcomes(ended)).toEqual(ends);
  for (const before of [true, false]) {
    const stale = { ...ended, state: before ? 'open' : 'closed', toPost: before } as const;
    expect(withStateFromLines(stale)).toEqual({ ...ended, state, toPost });
  }
});

const shown = { headName: '张三', named: true };
const hidden = { headName: '张三', named: false };

test('a household is named only to its village, only where it agreed, never for health', () => {
  const { notice } = opened();
  const [line, health] = notice.lines;
  if (!line || !health) throw new Error('two lines were put on notice');
  const seenAs = (household: typeof shown) => new Map([['v01-1', household]]);
  expect(householdOnBoard(line, seenAs(shown))).toBe('1号户 张*');
  expect(householdOnBoard(line, seenAs(hidden))).toBe('1号户');
  expect(householdOnBoard(line, new Map())).toBe('1号户');
  expect(householdOnBoard(line, null)).toBeNull();
  expect(householdOnBoard(health, seenAs(shown))).toBeNull();
});

test('the board shows what stands, sums it, and keeps out what was upheld', () => {
  const { notice } = opened();
  const { notice: withObjection } = objected();
  const seen = new Map([['v01-1', shown]]);
  expect(boardNotice(withObjection, seen)).toEqual({
    ...{ noticeId: 'notice-1', openedAtMs: nowMs, closesAtMs, count: 2, points: 13, torn: 0 },
    lines: [
      {
        ...{ recordId: 'r1', itemName: '植树治沙', points: 5, spendable: 5, day: '2026-11-20' },
        ...{ household: '1号户 张*', objected: true },
      },
      {
        ...{ recordId: 'r2', itemName: '植树治沙', points: 8, spendable: 8, day: '2026-11-20' },
        ...{ household: null, objected: false },
      },
    ],
  });
  const upheld = boardNotice(withOutcome(notice, 'r1', 'upheld'), null);
  expect(upheld).toMatchObject({ count: 1, points: 8 });
  expect(upheld.lines.map(({ recordId }) => recordId)).toEqual(['r2']);
});

test('a quarter in words', () => {
  const words = ['2026-02-01', '2026-05-01', '2026-09-30', '2027-12-31'].map(quarterInWords);
  expect(words).toEqual(['2026年第一季度', '2026年第二季度', '2026年第三季度', '2027年第四季度']);
});
