import { answer, mayAnswer, propose, withdraw } from '../../../src/domain/people/rolls/roll';
import { type RollFacts, rollWorkflow } from '../../../src/domain/people/rolls/roll-workflow';
import type { Roll, RollState } from '../../../src/domain/people/rolls/types';
import type { Decider } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const states: readonly RollState[] = ['proposed', 'confirmed', 'refused', 'withdrawn'];
const actions = ['answer-roll', 'withdraw-roll'] as const;
const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];

type Asked = { personId?: string; accept?: boolean };

/** The code of the first need that refuses, `ok`, or `no row`. */
function outcome(
  action: string,
  state: RollState,
  first: Decider,
  as: RollFacts['decider']['as'],
  { personId = 'second', accept = true }: Asked = {},
): string {
  const row = rollWorkflow.find(
    (each) => each.action === action && each.by.includes(as) && each.from.includes(state),
  );
  if (!row) return 'no row';
  const roll = { proposed: { personId: 'first', as: first, atMs: 1 } };
  const facts = { roll, accept, decider: { personId, as } };
  return row.needs.map((need) => need(facts)?.code).find(Boolean) ?? 'ok';
}

test.each(states)('every action × who in the state %s', (state) => {
  for (const action of actions) {
    for (const as of [...deciders, 'proposer'] as const) {
      const isTheirs = (action === 'withdraw-roll') === (as === 'proposer');
      const wanted = state === 'proposed' && isTheirs ? 'ok' : 'no row';
      const personId = as === 'proposer' ? 'first' : 'second';
      const told = outcome(action, state, 'supervisor', as, { personId });
      expect([action, as, told]).toEqual([action, as, wanted]);
    }
  }
});

const cells = deciders.flatMap((first) => deciders.map((second) => [first, second] as const));

test.each(cells)('entered as %s, answered as %s', (first, second) => {
  const told = (asked?: Asked) => outcome('answer-roll', 'proposed', first, second, asked);
  expect(told()).toBe(first === 'cadre' && second === 'cadre' ? 'another-must-agree' : 'ok');
  // A no changes nothing: anybody else may say it.
  expect(told({ accept: false })).toBe('ok');
  // A second telephone of the first is nobody else, nor is another office of theirs.
  expect(told({ personId: 'first' })).toBe('another-must-agree');
  expect(told({ personId: 'first', accept: false })).toBe('another-must-agree');
});

const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const counts = { people: 3, named: 0, committee: 0, women: 0, households: null };
const about = { villageId: 'v01', kind: 'party', cites: '名册', pages: 1, ...counts } as const;
const entered = (fromDay = '2026-11-03'): Roll =>
  propose({ ...about, fromDay }, 'roll', {
    ...{ personId: 'first', as: 'cadre', atMs: noon('2026-11-02') },
  });
const second = { personId: 'second', as: 'supervisor' } as const;
const yes = { accept: true, reason: null };

test('with a yes it is counted by from its day on, never before the day after', () => {
  const on = (fromDay: string, day: string) =>
    answer(entered(fromDay), yes, second, noon(day)).fromDay;
  expect(on('2026-11-20', '2026-11-05')).toBe('2026-11-20');
  expect(on('2026-11-03', '2026-11-02')).toBe('2026-11-03');
  expect(on('2026-11-03', '2026-11-03')).toBe('2026-11-04');
  expect(on('2026-11-03', '2026-11-30')).toBe('2026-12-01');
});

test('a no has a reason and keeps no lines; what is settled stays so', () => {
  const no = (reason: string | null) => () =>
    answer(entered(), { accept: false, reason }, second, noon('2026-11-03'));
  expect(refusalOf(no(null)).code).toBe('reason-needed');
  expect(no('少了人')()).toMatchObject({ state: 'refused', reason: '少了人', pages: 0 });
  const confirmed = answer(entered(), yes, second, noon('2026-11-03'));
  expect(confirmed).toMatchObject({ state: 'confirmed', pages: 1 });
  expect(refusalOf(() => answer(confirmed, yes, second, 2)).code).toBe('roll-settled');
  expect(refusalOf(() => withdraw(confirmed, 'first')).code).toBe('roll-settled');
  expect(refusalOf(() => withdraw(entered(), 'second')).code).toBe('not-your-roll');
  expect(withdraw(entered(), 'first')).toMatchObject({ state: 'withdrawn', pages: 0 });
});

test('who is offered to answer is who may', () => {
  expect(mayAnswer(entered(), second)).toBe(true);
  expect(mayAnswer(entered(), { personId: 'first', as: 'supervisor' })).toBe(false);
  expect(mayAnswer(entered(), { personId: 'colleague', as: 'cadre' })).toBe(false);
  const confirmed = answer(entered(), yes, second, noon('2026-11-03'));
  expect(mayAnswer(confirmed, { personId: 'third', as: 'town-admin' })).toBe(false);
});
