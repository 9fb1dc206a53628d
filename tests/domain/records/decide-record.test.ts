import {
  decideCheck,
  decideCosign,
  decideDraw,
  decideRedraw,
  decideReview,
  decideWithdraw,
  type PanelFacts,
} from '../../../src/domain/records/decide-record';
import {
  givesAllowanceBack,
  type Move,
  moved,
  mustGiveAReason,
  timerMover,
} from '../../../src/domain/records/move-record';
import { nightOf } from '../../../src/domain/records/night';
import { nextSeed } from '../../../src/domain/records/panel';
import type { DeedRecord, RecordState } from '../../../src/domain/records/types';
import { refusalOf } from '../kernel/refusal-of';
import { drawWith, householdWith, recordWith } from './fixture';

const nowMs = Date.parse('2026-11-23T12:00:00+08:00');
const by = (personId: string, atMs = nowMs) => ({
  mover: { personId, ofTheHousehold: false, nearRelative: false, ownIds: [] as string[] },
  nowMs: atMs,
});
const accept = { accept: true };
const refusing = { accept: false, reason: '照片不清楚' };
const candidates = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    personId: `p${index}`,
    householdId: `v01-${index + 10}`,
    mark: `mark-p${index}`,
  }));
const factsWith = (change: Partial<PanelFacts> = {}): PanelFacts => ({
  household: householdWith({}),
  candidates: candidates(6),
  earlier: null,
  ...change,
});
const lastStep = (record: DeedRecord) => record.steps.at(-1);

const night = nightOf('2026-11-24', [{ villageId: 'v01', hash: 'h' }], nowMs);
const morningMs = Date.parse('2026-11-24T06:00:00+08:00');

test('checked, a record waits for the next morning’s draw, its pool frozen', () => {
  const record = decideCheck(recordWith({}), by('cadre-1'), accept, factsWith());
  expect(record).toMatchObject({
    ...{ state: 'waiting-draw', open: true, draw: null, drawDay: '2026-11-24' },
    frozen: { frozenAtMs: nowMs, leftOut: [], previous: null },
  });
  expect(record.frozen?.pool).toHaveLength(6);
  expect(lastStep(record)).toEqual({
    ...{ action: 'check-record', by: 'cadre', personId: 'cadre-1', atMs: nowMs },
    ...{ state: 'waiting-draw', reason: null },
  });
  const drawn = decideDraw(record, 'seed', night, morningMs);
  expect(drawn).toMatchObject({
    ...{ state: 'waiting-review', frozen: null, drawDay: null },
    draw: { seed: 'seed', night: night.day, nightHash: night.hash, drawnAtMs: morningMs },
  });
  expect(drawn.draw?.panel).toHaveLength(5);
  expect(lastStep(drawn)).toMatchObject({ action: 'draw-panel', by: 'timer', personId: null });
  expect(refusalOf(() => decideDraw(drawn, 'seed', night, morningMs)).code).toBe('wrong-state');
});

test('near whom records or decides nobody is drawn, near the household nobody votes', () => {
  const near = { ...by('cadre-1').mover, ownIds: ['v01-10'] };
  const record = recordWith({ involvedIds: ['v01-11'] });
  const household = householdWith({ relativeIds: ['v01-12'] });
  const facts = factsWith({ household, candidates: candidates(7) });
  const { frozen, involvedIds } = decideCheck(record, { mover: near, nowMs }, accept, facts);
  expect(involvedIds).toEqual(['v01-11', 'v01-10']);
  expect(frozen?.leftOut).toEqual([
    { mark: 'mark-p0', why: 'kin-of-involved' },
    { mark: 'mark-p1', why: 'kin-of-involved' },
  ]);
  const nearOnes = frozen?.pool.filter((lot) => lot.near).map(({ personId }) => personId);
  expect(nearOnes).toEqual(['p2']);
});

test('a deed that was drawn for before goes to those who were drawn', () => {
  const draw = drawWith(['p0', 'p1', 'p2', 'p3']);
  const earlier = recordWith({ recordId: 'earlier', state: 'refused-at-review', draw });
  const record = recordWith({ againOf: 'earlier' });
  const again = decideCheck(record, by('cadre-1'), accept, factsWith({ earlier }));
  expect(again).toMatchObject({ state: 'waiting-review', frozen: null, drawDay: null });
  expect(again.draw).toMatchObject({ seed: 's', drawnAtMs: nowMs });
  expect([...(again.draw?.panel ?? [])].sort()).toEqual(['p0', 'p1', 'p2', 'p3']);
  const undrawn = factsWith({ earlier: recordWith({ recordId: 'earlier' }) });
  expect(decideCheck(record, by('cadre-1'), accept, undrawn).state).toBe('waiting-draw');
});

test('a word of the checker is kept also when it passes', () => {
  const said = { accept: true, reason: '到现场看过' };
  const record = decideCheck(recordWith({}), by('cadre-1'), said, factsWith());
  expect(lastStep(record)?.reason).toBe('到现场看过');
});

test('a committee member’s own household goes to the supervisor first, no panel yet', () => {
  const ofCommittee = factsWith({ household: householdWith({ ofCommittee: true }) });
  const said = { accept: true, reason: '属实' };
  const checker = { ...by('cadre-1'), mover: { ...by('cadre-1').mover, ownIds: ['v01-9'] } };
  const waiting = decideCheck(recordWith({}), checker, said, ofCommittee);
  const before = { state: 'waiting-cosign', draw: null, frozen: null, involvedIds: ['v01-9'] };
  expect(waiting).toMatchObject(before);
  expect(lastStep(waiting)?.reason).toBe('属实');
  const cosigned = decideCosign(waiting, by('supervisor-1'), accept, ofCommittee);
  expect(cosigned).toMatchObject({ state: 'waiting-draw', involvedIds: ['v01-9'] });
  expect(lastStep(cosigned)).toMatchObject({ action: 'cosign-record', by: 'supervisor' });
  expect(cosigned.frozen?.pool).toHaveLength(6);
});

test('refused at check or cosignature a record has ended, with the reason', () => {
  const refused = decideCheck(recordWith({}), by('cadre-1'), refusing, factsWith());
  expect(refused).toMatchObject({ state: 'refused-at-check', open: false, draw: null });
  expect(lastStep(refused)?.reason).toBe('照片不清楚');
  const waiting = recordWith({ state: 'waiting-cosign' });
  const late = decideCosign(waiting, by('supervisor-1'), refusing, factsWith());
  expect(late).toMatchObject({ state: 'refused-at-cosign', open: false, draw: null });
  expect(lastStep(late)?.reason).toBe('照片不清楚');
});

test('who refuses says why', () => {
  const told = { code: 'reason-needed', message: '不同意要写原因,让人家知道差在哪里。' };
  const silent = { accept: false };
  const reviewed = recordWith({ state: 'waiting-review', draw: drawn });
  const attempts = [
    () => decideCheck(recordWith({}), by('cadre-1'), silent, factsWith()),
    () => decideCosign(recordWith({ state: 'waiting-cosign' }), by('s'), silent, factsWith()),
    () => decideReview(reviewed, by('p1'), { accept: false, reason: '' }),
  ];
  for (const attempt of attempts) expect(refusalOf(attempt)).toEqual(told);
  expect(() => mustGiveAReason(true, undefined)).not.toThrow();
  expect(() => mustGiveAReason(false, '不清楚')).not.toThrow();
});

test('recorder and checker are never drawn', () => {
  const record = recordWith({ recorderId: 'p3', steps: [] });
  const steps = [
    { ...stepBy('p4'), action: 'check-record' as const },
    { ...stepBy(null), action: 'check-record' as const },
  ];
  const checked = decideCheck(
    { ...record, steps },
    by('p5'),
    accept,
    factsWith({ candidates: candidates(9) }),
  );
  const inPool = checked.frozen?.pool.map(({ personId }) => personId);
  expect(inPool).toEqual(['p0', 'p1', 'p2', 'p6', 'p7', 'p8']);
  expect(checked.frozen?.leftOut.map(({ why }) => why)).toEqual(Array(3).fill('involved'));
});

function stepBy(personId: string | null) {
  return {
    ...{ by: 'cadre' as const, personId, atMs: nowMs },
    ...{ state: 'waiting-check' as RecordState, reason: null },
  };
}

const drawn = drawWith(['p1', 'p2', 'p3', 'p4', 'p5'], { drawnAtMs: nowMs });
const onReview = () => recordWith({ state: 'waiting-review', draw: drawn });
const vote = (record: DeedRecord, personId: string, agree: boolean) =>
  decideReview(record, by(personId), agree ? accept : refusing);

test('one vote is kept and decides nothing', () => {
  for (const agree of [true, false]) {
    const record = vote(onReview(), 'p1', agree);
    expect(record.state).toBe('waiting-review');
    expect(record.votes).toEqual([
      { personId: 'p1', agree, reason: agree ? null : '照片不清楚', atMs: nowMs },
    ]);
    expect(lastStep(record)).toMatchObject({
      ...{ action: 'review-record', by: 'panel', personId: 'p1' },
      reason: agree ? null : '照片不清楚',
    });
  }
});

test('the first three votes decide: the second of one mind', () => {
  const [yes, no] = [vote(onReview(), 'p1', true), vote(onReview(), 'p1', false)];
  expect(vote(yes, 'p2', true)).toMatchObject({ state: 'waiting-notice', open: true });
  expect(vote(no, 'p2', false)).toMatchObject({ state: 'refused-at-review', open: false });
  const split = vote(yes, 'p2', false);
  expect(split.state).toBe('waiting-review');
  expect(vote(split, 'p3', true).state).toBe('waiting-notice');
  const refused = vote(split, 'p3', false);
  expect(refused.state).toBe('refused-at-review');
  expect(lastStep(refused)?.reason).toBe('照片不清楚');
});

test('who was not drawn, or has voted, does not vote', () => {
  expect(refusalOf(() => vote(onReview(), 'p6', true)).code).toBe('not-on-panel');
  const once = vote(onReview(), 'p1', true);
  expect(refusalOf(() => vote(once, 'p1', false)).code).toBe('already-voted');
});

test('a panel that is late gives way to another, which votes anew', () => {
  const record = vote(vote(onReview(), 'p1', true), 'p2', false);
  const inTimeMs = Date.parse('2026-11-26T23:59:59+08:00');
  const facts = factsWith({ candidates: candidates(7) });
  expect(refusalOf(() => decideRedraw(record, by('cadre-1', inTimeMs), facts)).code).toBe(
    'panel-not-late',
  );
  const redrawn = decideRedraw(record, by('cadre-1', inTimeMs + 1000), facts);
  expect(redrawn).toMatchObject({ state: 'waiting-draw', votes: [], draw: null });
  // Who voted may be drawn again, who was away is not.
  const { pool = [], leftOut = [], previous = null } = redrawn.frozen ?? {};
  expect(pool.map(({ personId }) => personId)).toEqual(['p0', 'p1', 'p2', 'p6']);
  expect(leftOut.map(({ mark, why }) => `${mark} ${why}`)).toEqual(
    ['p3', 'p4', 'p5'].map((personId) => `mark-${personId} away`),
  );
  expect(previous).toBe(record.draw);
  expect(lastStep(redrawn)).toMatchObject({ action: 'redraw-panel', by: 'cadre', reason: null });
  const again = decideDraw(redrawn, 'seed', night, morningMs);
  expect(again.draw).toMatchObject({ seed: nextSeed('s'), previous: record.draw });
});

test('a declaration is withdrawn by its household, a cadre’s record by that cadre', () => {
  const withdrawn = decideWithdraw(recordWith({}), by('recorder'));
  expect(withdrawn).toMatchObject({ state: 'withdrawn', open: false });
  expect(lastStep(withdrawn)).toMatchObject({
    ...{ action: 'withdraw-record', by: 'declarer', personId: 'recorder', reason: null },
  });
  const recorded = recordWith({ byCadre: true });
  expect(lastStep(decideWithdraw(recorded, by('recorder')))?.by).toBe('cadre');
  expect(refusalOf(() => decideWithdraw(recorded, by('other'))).code).toBe('not-the-recorder');
});

test('every ending but posting gives back what the caps counted', () => {
  const back = (state: RecordState) => givesAllowanceBack(recordWith({ state }));
  const endings: RecordState[] = [
    ...(['withdrawn', 'refused-at-check', 'refused-at-cosign'] as const),
    ...(['refused-at-review', 'objection-upheld'] as const),
  ];
  for (const state of endings) expect([state, back(state)]).toEqual([state, true]);
  for (const state of ['posted', 'waiting-check', 'on-notice', 'objected'] as const) {
    expect([state, back(state)]).toEqual([state, false]);
  }
});

test('the timer is nobody, and a step it makes names nobody', () => {
  const move: Move = { action: 'post-record', by: 'timer', mover: timerMover, nowMs };
  const record = moved(recordWith({ state: 'on-notice' }), move, 'posted', null);
  const nobody = { personId: '', ofTheHousehold: false, nearRelative: false, ownIds: [] };
  expect(timerMover).toEqual(nobody);
  expect(lastStep(record)?.personId).toBeNull();
  expect(() => moved(record, move, 'withdrawn', null)).toThrow(
    'assertion: post-record does not lead to withdrawn',
  );
});

test('a move that is not on says where the record stands', () => {
  const posted = recordWith({ state: 'posted' });
  expect(refusalOf(() => decideWithdraw(posted, by('recorder')))).toEqual({
    code: 'wrong-state',
    message: '现在是“已入账”,不能再做这一步。请刷新看看最新情况。',
    details: { state: 'posted' },
  });
});
