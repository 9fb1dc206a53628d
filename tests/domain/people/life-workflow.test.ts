import { answer, propose, withdraw } from '../../../src/domain/people/life/life-event';
import { type LifeFacts, lifeWorkflow } from '../../../src/domain/people/life/life-workflow';
import type { LifeEvent, LifeEventState } from '../../../src/domain/people/life/types';
import type { Decider } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const states: readonly LifeEventState[] = ['proposed', 'done', 'refused', 'withdrawn'];
const actions = ['answer-life-event', 'withdraw-life-event', 'sign-life-event'] as const;
const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];
const nobody = { ofTheHousehold: false, nearRelative: false };

type Asked = Partial<Omit<LifeFacts['decider'], 'as'>> &
  Partial<Pick<LifeFacts, 'accept' | 'unsigned'>>;

/** The code of the first need that refuses, `ok`, or `no row`. */
function outcome(
  action: string,
  state: LifeEventState,
  first: Decider,
  as: LifeFacts['decider']['as'],
  { accept = true, unsigned = 0, ...given }: Asked = {},
): string {
  const row = lifeWorkflow.find(
    (each) => each.action === action && each.by.includes(as) && each.from.includes(state),
  );
  if (!row) return 'no row';
  const event = { proposed: { personId: 'first', as: first, atMs: 1 } };
  const facts = {
    event,
    accept,
    unsigned,
    decider: { personId: 'second', as, ...nobody, ...given },
  };
  return row.needs.map((need) => need(facts)?.code).find(Boolean) ?? 'ok';
}

test.each(states)('every action × who in the state %s', (state) => {
  for (const action of actions) {
    for (const as of [...deciders, 'proposer', 'household'] as const) {
      const own = { proposer: 'withdraw-life-event', household: 'sign-life-event' };
      const theirs = as in own ? own[as as keyof typeof own] : 'answer-life-event';
      const wanted = state === 'proposed' && action === theirs ? 'ok' : 'no row';
      const personId = as === 'proposer' ? 'first' : 'second';
      const ofTheHousehold = as === 'household';
      const told = outcome(action, state, 'supervisor', as, { personId, ofTheHousehold });
      expect([action, as, told]).toEqual([action, as, wanted]);
    }
  }
});

const cells = deciders.flatMap((first) => deciders.map((second) => [first, second] as const));

test.each(cells)('entered as %s, answered as %s', (first, second) => {
  const told = (asked?: Asked) => outcome('answer-life-event', 'proposed', first, second, asked);
  const isCommitteeAlone = first === 'cadre' && second === 'cadre';
  expect(told()).toBe(isCommitteeAlone ? 'another-must-agree' : 'ok');
  // A no changes nothing: anybody else may say it.
  expect(told({ accept: false })).toBe('ok');
  // A second telephone of the first is nobody else, nor is another office of theirs.
  expect(told({ personId: 'first' })).toBe('another-must-agree');
  expect(told({ personId: 'first', accept: false })).toBe('another-must-agree');
  expect(told({ ofTheHousehold: true })).toBe('own-household');
  expect(told({ nearRelative: true })).toBe('near-relative');
});

test.each(cells)('entered as %s, answered as %s, somebody has not signed', (first, second) => {
  const told = (unsigned: number, accept = true) =>
    outcome('answer-life-event', 'proposed', first, second, { unsigned, accept });
  const isCommitteeAlone = first === 'cadre' && second === 'cadre';
  expect(told(1)).toBe(isCommitteeAlone ? 'another-must-agree' : 'not-all-signed');
  // A no divides nothing.
  expect(told(1, false)).toBe('ok');
  expect(told(0)).toBe(isCommitteeAlone ? 'another-must-agree' : 'ok');
});

const proposal = {
  ...{ villageId: 'v01', householdIds: ['h', 'i'], householdNumber: 8 },
  change: { kind: 'children', was: 0, minors: 1 },
} as const;
const about = { ...proposal, householdIds: [...proposal.householdIds] };
const by = { personId: 'first', as: 'cadre', ...nobody } as const;
const event = propose(about, 'id', by, 1);

test('who enters it stands apart from every household that it touches', () => {
  expect(event).toMatchObject({ householdId: 'h', householdIds: ['h', 'i'], state: 'proposed' });
  const own = () => propose(about, 'id', { ...by, ofTheHousehold: true }, 1);
  expect(refusalOf(own).code).toBe('own-household');
  const near = () => propose(about, 'id', { ...by, nearRelative: true }, 1);
  expect(refusalOf(near).code).toBe('near-relative');
});

test('a no has a reason; only whoever entered it takes it back, once', () => {
  const second = { personId: 'second', as: 'supervisor', ...nobody } as const;
  const told = (accept: boolean, reason: string | null) => () =>
    answer(event, { accept, reason }, second, 2);
  expect(refusalOf(told(false, null)).code).toBe('reason-needed');
  expect(told(false, '还没有生')()).toMatchObject({ state: 'refused', reason: '还没有生' });
  expect(told(true, null)()).toMatchObject({ state: 'done', settled: { personId: 'second' } });
  expect(refusalOf(() => withdraw(event, 'second')).code).toBe('not-your-event');
  const taken: LifeEvent = withdraw(event, 'first');
  expect(taken.state).toBe('withdrawn');
  expect(refusalOf(() => withdraw(taken, 'first')).code).toBe('event-settled');
  expect(refusalOf(() => answer(taken, { accept: true, reason: null }, second, 2)).code).toBe(
    'event-settled',
  );
});

test('who was to be entered is forgotten once it is decided', () => {
  const line = { name: '试新人', birthYear: 1990, relation: 'other', residence: 'local' } as const;
  const coming = propose({ ...about, change: { kind: 'move-in', line } }, 'id', by, 1);
  const second = { personId: 'second', as: 'supervisor', ...nobody } as const;
  for (const decided of [
    answer(coming, { accept: true, reason: null }, second, 2),
    answer(coming, { accept: false, reason: '不认识' }, second, 2),
    withdraw(coming, 'first'),
  ]) {
    expect(JSON.stringify(decided)).not.toContain('试新人');
  }
});
