import { points } from '../../../src/contracts';
import { Refusal } from '../../../src/domain/kernel/refusal';
import { offeredMoves } from '../../../src/domain/kernel/workflow';
import { moved, mustBeAnAllowedMove } from '../../../src/domain/records/move-record';
import type { Mover } from '../../../src/domain/records/record-needs';
import { nextSentence, timelineOf } from '../../../src/domain/records/record-words';
import { hasEnded, recordWorkflow, stateLabels } from '../../../src/domain/records/record-workflow';
import type { Actor, RecordState } from '../../../src/domain/records/types';
import { drawWith, recordWith } from './fixture';

const states = points.recordState.options as readonly RecordState[];
const actions = recordWorkflow.map((row) => row.action);
const actors: Actor[] = [
  ...(['declarer', 'cadre', 'supervisor', 'town-admin', 'panel', 'villager', 'timer'] as const),
];
const nowMs = Date.parse('2026-11-23T12:00:00+08:00');
/** Somebody without any conflict who may do whatever their office allows. */
const free: Mover = {
  ...{ personId: 'member-1', ofTheHousehold: false, nearRelative: false },
  ownIds: [],
};
const declarer: Mover = { ...free, personId: 'recorder', ofTheHousehold: true };

const wholeRecord = (state: RecordState) =>
  recordWith({
    state,
    // Whoever was drawn for it does not look at it again.
    draw: state === 'posted' ? null : drawWith(['member-1']),
    closesAtMs: nowMs + 1,
    recheck: { month: '2026-10', askedAtMs: 0, outcome: null },
  });

/** The whole table written down once more, so that a change of the one shows in the other. */
const legal: Record<string, [RecordState, Actor[], RecordState[]]> = {
  'withdraw-record': ['waiting-check', ['declarer', 'cadre'], ['withdrawn']],
  'check-record': [
    'waiting-check',
    ['cadre'],
    ['waiting-draw', 'waiting-review', 'waiting-cosign', 'refused-at-check'],
  ],
  'cosign-record': [
    'waiting-cosign',
    ['supervisor'],
    ['waiting-draw', 'waiting-review', 'refused-at-cosign'],
  ],
  'draw-panel': ['waiting-draw', ['timer'], ['waiting-review']],
  'step-aside': ['waiting-review', ['panel'], ['waiting-review']],
  'review-record': [
    'waiting-review',
    ['panel'],
    ['waiting-review', 'waiting-notice', 'refused-at-review'],
  ],
  'redraw-panel': ['waiting-review', ['cadre'], ['waiting-draw']],
  'open-notice': ['waiting-notice', ['cadre'], ['on-notice']],
  'object-to-record': ['on-notice', ['villager'], ['objected']],
  'answer-objection': ['objected', ['supervisor', 'town-admin'], ['on-notice', 'objection-upheld']],
  'post-record': ['on-notice', ['timer'], ['posted']],
  'draw-recheck': ['posted', ['timer'], ['posted']],
  'recheck-record': ['posted', ['supervisor', 'town-admin'], ['posted']],
  'propose-reversal': ['posted', ['cadre', 'supervisor', 'town-admin'], ['waiting-reversal']],
  'answer-reversal': [
    'waiting-reversal',
    ['cadre', 'supervisor', 'town-admin'],
    ['reversed', 'posted'],
  ],
};

test('every state × action: the move is there or refused as wrong-state', () => {
  let cells = 0;
  for (const state of states) {
    for (const action of actions) {
      const mover = action === 'withdraw-record' ? declarer : free;
      const by = legal[action]?.[1][0] ?? 'timer';
      const attempt = () => mustBeAnAllowedMove(wholeRecord(state), { action, by, mover, nowMs });
      if (legal[action]?.[0] === state) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(expect.objectContaining({ code: 'wrong-state' }));
      cells += 1;
    }
  }
  expect(cells).toBe(15 * 15);
});

test('every state × actor: the buttons offered are those of the table and no others', () => {
  for (const state of states) {
    for (const actor of actors) {
      const mover = actor === 'declarer' ? declarer : free;
      const facts = { record: wholeRecord(state), mover, nowMs };
      const offered = offeredMoves(recordWorkflow, state, [actor], facts);
      const expected = Object.entries(legal)
        .filter(([, [from, by]]) => from === state && by.includes(actor))
        // A cadre may withdraw only what they recorded themselves.
        .filter(([action]) => !(action === 'withdraw-record' && actor === 'cadre'))
        .map(([action]) => action);
      expect([state, actor, offered.map(({ action }) => action)]).toEqual([state, actor, expected]);
    }
  }
});

test('a move leads only where its row says', () => {
  for (const action of actions) {
    for (const to of states) {
      const [from, [by = 'timer'], targets] = legal[action] ?? ['posted', [], []];
      const attempt = () => moved(wholeRecord(from), { action, by, mover: free, nowMs }, to, null);
      if (!targets.includes(to)) {
        expect(attempt).toThrow('does not lead to');
        continue;
      }
      const next = attempt();
      expect(next).toMatchObject({ state: to, open: !hasEnded(to) });
      expect(next.steps.at(-1)).toMatchObject({ action, by, state: to, atMs: nowMs });
    }
  }
});

test('every way of ending is an end, everything else goes on', () => {
  const ends = states.filter(hasEnded);
  expect(ends).toEqual([
    'posted',
    'reversed',
    'withdrawn',
    'refused-at-check',
    'refused-at-cosign',
    'refused-at-review',
    'objection-upheld',
  ]);
  const reached = new Set<RecordState>(['waiting-check']);
  for (let round = 0; round < states.length; round += 1) {
    for (const row of recordWorkflow) {
      if (row.from.some((state) => reached.has(state))) for (const to of row.to) reached.add(to);
    }
  }
  expect([...reached].sort()).toEqual([...states].sort());
});

test.each([
  ['recorder-may-not-decide', { personId: 'recorder' }],
  ['own-household', { ofTheHousehold: true }],
  ['near-relative', { nearRelative: true }],
])('%s holds for check, cosignature, review and answer', (code, change) => {
  for (const action of ['check-record', 'cosign-record', 'review-record', 'answer-objection']) {
    const [state, [by = 'timer']] = legal[action] ?? ['posted', []];
    const move = {
      action: action as (typeof actions)[number],
      by,
      mover: { ...free, ...change },
      nowMs,
    };
    expect(() => mustBeAnAllowedMove(wholeRecord(state), move)).toThrow(
      expect.objectContaining({ code }),
    );
    const offered = offeredMoves(recordWorkflow, state, actors, {
      record: wholeRecord(state),
      ...move,
    });
    expect(offered.map((each) => each.action)).not.toContain(action);
  }
});

test('every state has its word and a sentence that ends', () => {
  const labels = states.map((state) => stateLabels[state]);
  expect(new Set(labels).size).toBe(states.length);
  for (const state of states) expect(nextSentence(wholeRecord(state), nowMs)).toMatch(/。$/);
});

test('sentences carry dates: first day not counted, weekends no working days', () => {
  const fridayMs = Date.parse('2026-11-20T12:00:00+08:00');
  const waiting = recordWith({ state: 'waiting-check', recordedAtMs: fridayMs });
  expect(nextSentence(waiting, fridayMs)).toBe('等嘎查村核对,最晚 11月25日。');
  const closesAtMs = Date.parse('2027-01-03T00:00:00+08:00');
  const noticed = recordWith({ state: 'on-notice', closesAtMs });
  expect(nextSentence(noticed, nowMs)).toBe('公示到 2027年1月2日,没有异议就入账。');
  expect(nextSentence(noticed, closesAtMs)).toContain('公示结束了');
  const objected = recordWith({ state: 'objected', objectedAtMs: nowMs });
  expect(nextSentence(objected, nowMs)).toContain('等村务监督委员会答复,最晚 11月26日');
});

test('the timeline tells passing from refusing and keeps reasons', () => {
  const step = { by: 'cadre' as const, personId: 'p', atMs: nowMs };
  const record = recordWith({
    steps: [
      { ...step, action: 'record-deed', state: 'waiting-check', reason: null },
      { ...step, action: 'check-record', state: 'refused-at-check', reason: '照片不清楚' },
    ],
  });
  expect(timelineOf(record)).toEqual([
    { label: '现场记录', by: '嘎查村委员会', atMs: nowMs, reason: null },
    { label: '核对没通过', by: '嘎查村委员会', atMs: nowMs, reason: '照片不清楚' },
  ]);
});

test('a refusal is a Refusal, not an error', () => {
  const move = { action: 'check-record' as const, by: 'cadre' as const, mover: free, nowMs };
  expect(() => mustBeAnAllowedMove(wholeRecord('posted'), move)).toThrow(Refusal);
});

test('who may not look again: each by their own refusal', () => {
  const posted = wholeRecord('posted');
  const { recheck } = posted;
  const later = nowMs + 30 * 86_400_000;
  const supervisor: Mover = { ...free, offices: ['supervisor'] };
  const town: Mover = { ...free, offices: ['town-admin'] };
  const asked = { ...posted, recheck: recheck && { ...recheck, askedAtMs: nowMs } };
  const never = recordWith({ state: 'posted' });
  const done = { ...posted, recheck: recheck && { ...recheck, outcome: 'holds' as const } };
  const drawnFor = { ...posted, draw: drawWith(['member-1']) };
  const cells: [typeof posted, Mover, number, string][] = [
    [never, supervisor, nowMs, 'not-for-recheck'],
    [done, supervisor, nowMs, 'already-rechecked'],
    [asked, { ...supervisor, nearRelative: true }, nowMs, 'near-relative'],
    [asked, { ...supervisor, ofTheHousehold: true }, nowMs, 'own-household'],
    [asked, { ...supervisor, personId: 'recorder' }, nowMs, 'recorder-may-not-decide'],
    [drawnFor, supervisor, nowMs, 'had-a-hand'],
    [asked, { ...free, offices: ['cadre', 'supervisor'] }, nowMs, 'committee-may-not-recheck'],
    [asked, town, nowMs, 'supervisors-turn'],
    [asked, town, later, 'ok'],
    [asked, supervisor, nowMs, 'ok'],
  ];
  for (const [record, mover, atMs, code] of cells) {
    const move = { action: 'recheck-record', by: 'supervisor', mover, nowMs: atMs } as const;
    const attempt = () => mustBeAnAllowedMove(record, move);
    if (code === 'ok') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code }));
  }
});
