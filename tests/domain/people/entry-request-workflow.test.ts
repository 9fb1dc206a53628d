import {
  answer,
  appeal,
  isRunning,
  mustBeFreeToAsk,
  withdraw,
} from '../../../src/domain/people/entry/entry-request';
import {
  type EntryRequestFacts,
  entryRequestWorkflow,
} from '../../../src/domain/people/entry/entry-request-workflow';
import type { EntryRequest, EntryRequestState } from '../../../src/domain/people/entry/types';
import type { Decider } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const states: readonly EntryRequestState[] = [
  ...(['waiting', 'agreed', 'refused', 'appealed', 'backed', 'closed', 'entered'] as const),
  'withdrawn',
];
const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];
const everybody = [...deciders, 'asker'] as const;

type Asked = Partial<Omit<EntryRequestFacts['decider'], 'as'>> & { accept?: boolean };

function outcome(
  action: string,
  state: EntryRequestState,
  first: Decider,
  as: EntryRequestFacts['decider']['as'],
  { accept = true, ...given }: Asked = {},
): string {
  const row = entryRequestWorkflow.find(
    (each) => each.action === action && each.by.includes(as) && each.from.includes(state),
  );
  if (!row) return 'no row';
  const step = (personId: string) => ({ personId, as: first, atMs: 1 });
  const hasFirst = state === 'agreed' || state === 'backed';
  const wasRefused = state === 'appealed' || state === 'backed';
  const facts: EntryRequestFacts = {
    request: {
      personId: 'asker',
      agreed: hasFirst ? step('first') : null,
      noes: wasRefused ? [{ ...step('refuser'), reason: '不常住' }] : [],
    },
    decider: { personId: 'second', as, ofTheHousehold: false, nearRelative: false, ...given },
    accept,
  };
  return row.needs.map((need) => need(facts)?.code).find(Boolean) ?? 'ok';
}

/** Who answers in which state: the village first, after an appeal the supervision and the town. */
const mayAnswer: Readonly<Record<EntryRequestState, readonly Decider[]>> = {
  waiting: deciders,
  agreed: deciders,
  refused: [],
  appealed: ['supervisor', 'town-admin'],
  backed: ['supervisor', 'town-admin'],
  closed: [],
  entered: [],
  withdrawn: [],
};

test.each(states.flatMap((state) => everybody.map((as) => [state, as] as const)))(
  'in the state %s: %s',
  (state, as) => {
    const wanted = as !== 'asker' && mayAnswer[state].includes(as) ? 'ok' : 'no row';
    expect(outcome('answer-entry-request', state, 'supervisor', as)).toBe(wanted);
    const isAppeal = state === 'refused' && as === 'asker';
    expect(outcome('appeal-entry-refusal', state, 'supervisor', as)).toBe(
      isAppeal ? 'ok' : 'no row',
    );
    const isUndecided = (state === 'waiting' || state === 'agreed') && as === 'asker';
    expect(outcome('withdraw-entry-request', state, 'supervisor', as)).toBe(
      isUndecided ? 'ok' : 'no row',
    );
  },
);

const cells = states.flatMap((state) =>
  mayAnswer[state].flatMap((second) => deciders.map((first) => [state, first, second] as const)),
);

test.each(cells)('in the state %s, first %s, then %s', (state, first, second) => {
  const told = (asked?: Asked) => outcome('answer-entry-request', state, first, second, asked);
  const isSecond = state === 'agreed' || state === 'backed';
  const bothOfCommittee = isSecond && first === 'cadre' && second === 'cadre';
  expect(told()).toBe(bothOfCommittee ? 'another-must-agree' : 'ok');
  // A second telephone of the first is nobody else, nor is another office of theirs.
  if (isSecond) expect(told({ personId: 'first' })).toBe('another-must-agree');
  for (const accept of [true, false]) {
    expect(told({ personId: 'asker', accept })).toBe('own-request');
    expect(told({ ofTheHousehold: true, accept })).toBe('own-household');
    expect(told({ nearRelative: true, accept })).toBe('near-relative');
    const looksAgain = state === 'appealed' || state === 'backed';
    const byRefuser = told({ personId: 'refuser', accept });
    if (looksAgain) expect(['own-refusal', 'another-must-agree']).toContain(byRefuser);
  }
  // A no enters nobody: any of them may say it alone.
  expect(told({ accept: false })).toBe('ok');
});

const request: EntryRequest = {
  ...{ entryRequestId: 'v01.p', villageId: 'v01', villageName: '试', personId: 'asker' },
  ...{ name: '新来', birthYear: 1990, residence: 'newcomer', sinceMonth: '2024-01' },
  ...{ householdId: null, householdNumber: null, phone: null, namesShown: false },
  ...{ state: 'waiting', askedAtMs: 1, movedAtMs: 1, agreed: null, noes: [] },
};
const by = (personId: string, as: Decider) => {
  return { personId, as, ofTheHousehold: false, nearRelative: false };
};
const yes = { accept: true, reason: null };
const no = { accept: false, reason: '没有常住' };

test('two enter; a no has a reason, is looked at once more, and then is the last', () => {
  const agreed = answer(request, yes, by('a', 'cadre'), 2);
  expect([agreed.state, agreed.agreed?.personId]).toEqual(['agreed', 'a']);
  const entered = answer(agreed, yes, by('b', 'supervisor'), 3);
  // Who was the first stays readable.
  expect([entered.state, entered.agreed?.personId]).toEqual(['entered', 'a']);
  expect(refusalOf(() => answer(agreed, { ...no, reason: null }, by('b', 'cadre'), 3)).code).toBe(
    'reason-needed',
  );
  const refused = answer(agreed, no, by('b', 'supervisor'), 3);
  expect([refused.state, refused.noes[0]?.reason]).toEqual(['refused', '没有常住']);
  const appealed = appeal(refused, 4);
  // The yes of before is none of the supervision's.
  expect(appealed.agreed).toBeNull();
  expect(refusalOf(() => appeal(appealed, 5)).code).toBe('nothing-refused');
  expect(refusalOf(() => answer(appealed, yes, by('b', 'supervisor'), 5)).code).toBe('own-refusal');
  const backed = answer(appealed, yes, by('c', 'supervisor'), 5);
  expect(backed.state).toBe('backed');
  expect(answer(backed, yes, by('d', 'town-admin'), 6).state).toBe('entered');
  const closed = answer(appealed, no, by('c', 'supervisor'), 5);
  expect([closed.state, closed.noes]).toEqual(['closed', expect.objectContaining({ length: 2 })]);
  expect(refusalOf(() => answer(closed, yes, by('d', 'town-admin'), 6)).code).toBe(
    'entry-request-answered',
  );
  expect(refusalOf(() => appeal(closed, 6)).code).toBe('nothing-refused');
});

test('what runs before the supervision, and its last no, are not asked anew', () => {
  const code = (state: EntryRequestState) => {
    try {
      return mustBeFreeToAsk({ ...request, state }) ?? 'ok';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(states.map((state) => [state, code(state), isRunning({ state })])).toEqual([
    ['waiting', 'ok', true],
    ['agreed', 'ok', true],
    ['refused', 'ok', false],
    ['appealed', 'asked-above', true],
    ['backed', 'asked-above', true],
    ['closed', 'closed-for-now', false],
    ['entered', 'ok', false],
    ['withdrawn', 'ok', false],
  ]);
});

test('whoever asked takes it back only while the village has not decided', () => {
  const outcomeOf = (state: EntryRequestState) => {
    try {
      return withdraw({ ...request, state }, 5).state;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(states.map((state) => [state, outcomeOf(state)])).toEqual([
    ['waiting', 'withdrawn'],
    ['agreed', 'withdrawn'],
    ['refused', 'nothing-to-withdraw'],
    ['appealed', 'asked-above'],
    ['backed', 'asked-above'],
    ['closed', 'nothing-to-withdraw'],
    ['entered', 'nothing-to-withdraw'],
    ['withdrawn', 'nothing-to-withdraw'],
  ]);
  expect(refusalOf(() => withdraw(null, 5)).code).toBe('nothing-to-withdraw');
});
