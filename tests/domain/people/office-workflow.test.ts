import { office } from '../../../src/contracts/offices';
import { basesOf, mustSayWhatHappened } from '../../../src/domain/people/offices/basis';
import { type Proposal, propose, withdraw } from '../../../src/domain/people/offices/office-act';
import { type ActFacts, officeWorkflow } from '../../../src/domain/people/offices/office-workflow';
import type {
  ActDecider,
  Office,
  OfficeAct,
  OfficeActState,
} from '../../../src/domain/people/offices/types';
import type { Decider } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const states: readonly OfficeActState[] = [
  ...(['proposed', 'invited', 'in-force', 'refused', 'withdrawn'] as const),
];
const actions = [
  ...(['answer-office-act', 'withdraw-office-act'] as const),
  ...(['renew-invitation', 'accept-invitation'] as const),
];
const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];
const offices: readonly Office[] = office.options;
const firsts: readonly ActDecider[] = ['cadre', 'supervisor', 'town-admin', 'holder'];

type Asked = Partial<Omit<ActFacts['decider'], 'as'>> & { accept?: boolean };

const actBy = (
  as: ActDecider,
  role: Office,
  change: 'give' | 'end',
  state: OfficeActState = 'proposed',
) => {
  const proposed = { personId: 'first', as, atMs: 1 };
  const settled = state === 'proposed' ? null : { ...proposed, personId: 'confirmer' };
  return { change, role, state, proposed, settled } as ActFacts['act'];
};

/** The code of the first need that refuses, `ok`, or `no row`. */
function outcome(
  action: string,
  state: OfficeActState,
  act: ActFacts['act'],
  as: ActFacts['decider']['as'],
  { accept = true, ...given }: Asked = {},
): string {
  const row = officeWorkflow.find(
    (each) => each.action === action && each.by.includes(as) && each.from.includes(state),
  );
  if (!row) return 'no row';
  const nobody = { isSubject: false, ofTheHousehold: false, nearRelative: false };
  const facts = { act, accept, decider: { personId: 'second', as, ...nobody, ...given } };
  return row.needs.map((need) => need(facts)?.code).find(Boolean) ?? 'ok';
}

/** Who may make which move from where; whoever is not named may not. */
const rows: Readonly<Record<string, readonly string[]>> = {
  'proposed answer-office-act': deciders,
  // Of somebody else's act the administrator is told that it is not theirs.
  'proposed withdraw-office-act': ['proposer'],
  'invited withdraw-office-act': ['proposer', 'town-admin'],
  'invited renew-invitation': ['town-admin'],
  'invited accept-invitation': ['invited'],
};

test.each(states)('every action × who in the state %s', (state) => {
  const act = actBy('supervisor', 'panel', 'give', state);
  for (const action of actions) {
    for (const as of [...deciders, 'proposer', 'invited'] as const) {
      const may = rows[`${state} ${action}`]?.includes(as) === true;
      const personId = as === 'proposer' ? 'first' : 'second';
      const told = outcome(action, state, act, as, { personId });
      const isOthers = `${state} ${action} ${as}` === 'proposed withdraw-office-act town-admin';
      expect([action, as, told]).toEqual([
        action,
        as,
        may ? 'ok' : isOthers ? 'not-your-act' : 'no row',
      ]);
    }
  }
});

test('neither of the two who decided it takes an invitation up', () => {
  const act = actBy('town-admin', 'observer', 'give', 'invited');
  const told = (personId: string) =>
    outcome('accept-invitation', 'invited', act, 'invited', { personId });
  expect(['first', 'confirmer', 'second'].map(told)).toEqual([
    ...['invitation-own', 'invitation-own', 'ok'],
  ]);
});

/** First × second × office × change: what the second is told who says yes. */
const cells = firsts.flatMap((first) =>
  deciders.flatMap((second) =>
    offices.flatMap((role) =>
      (['give', 'end'] as const).map((change) => [first, second, role, change] as const),
    ),
  ),
);

function wantedOf([first, second, role, change]: (typeof cells)[number]): string {
  const ofVillages = ['cadre', 'supervisor', 'panel', 'keeper'];
  if (!ofVillages.includes(role)) return second === 'town-admin' ? 'ok' : 'office-not-yours';
  if (first === 'cadre' && second === 'cadre') return 'another-must-agree';
  const isElected = role === 'cadre' || role === 'supervisor' || role === 'panel';
  const byTownAlone = first === 'town-admin' && second === 'town-admin';
  return change === 'end' && isElected && byTownAlone ? 'village-must-agree' : 'ok';
}

test.each(cells)('entered as %s, confirmed as %s: %s, %s', (...cell) => {
  const [first, second, role, change] = cell;
  const act = actBy(first, role, change);
  const told = (asked?: Asked) => outcome('answer-office-act', 'proposed', act, second, asked);
  const wanted = wantedOf(cell);
  expect(told()).toBe(wanted);
  const isTowns = wanted === 'office-not-yours';
  // A second telephone of the first is nobody else, nor is another office of theirs.
  expect(told({ personId: 'first' })).toBe(isTowns ? wanted : 'another-must-agree');
  for (const [about, code] of [
    ['isSubject', 'own-office'],
    ['ofTheHousehold', 'own-household'],
    ['nearRelative', 'near-relative'],
  ] as const) {
    expect(told({ [about]: true })).toBe(isTowns ? wanted : code);
  }
  // A no takes nobody's office and gives none: anybody else may say it.
  expect(told({ accept: false })).toBe(isTowns ? wanted : 'ok');
});

test('where one administrator is left alone the supervision is the second, no committee', () => {
  const act = { ...actBy('town-admin', 'town-admin', 'give'), byLast: true as const };
  const told = (as: Decider, asked?: Asked) =>
    outcome('answer-office-act', 'proposed', act, as, asked);
  expect(deciders.map((as) => told(as))).toEqual(['office-not-yours', 'ok', 'ok']);
  expect(told('supervisor', { personId: 'first' })).toBe('another-must-agree');
  expect(told('supervisor', { nearRelative: true })).toBe('near-relative');
});

test('only whoever entered it takes it back, once', () => {
  const act = { ...proposal('give'), state: 'proposed', proposed: { personId: 'first' } };
  const taken = withdraw(act as unknown as OfficeAct, 'first');
  expect(taken.state).toBe('withdrawn');
  expect(refusalOf(() => withdraw(act as unknown as OfficeAct, 'second')).code).toBe(
    'not-your-act',
  );
  expect(refusalOf(() => withdraw(taken, 'first')).code).toBe('act-settled');
});

function proposal(change: 'give' | 'end', basis: OfficeAct['basis'] = 'elected'): Proposal {
  return {
    ...{ villageId: 'v01', change, role: 'panel', place: 'v01', placeName: '', officeId: null },
    ...{ memberId: 'm', personId: null, householdId: 'h', householdNumber: 1, name: '试' },
    ...{ basis, day: '2026-11-01', cites: '公告', untilDay: null },
  };
}

test('who enters an act: officers for others, everybody to resign from what is theirs', () => {
  const nobody = { isSubject: false, ofTheHousehold: false, nearRelative: false };
  const own = { isSubject: true, ofTheHousehold: true, nearRelative: false };
  const entered = (given: Proposal, as: ActDecider, about: typeof nobody) => {
    try {
      return propose(given, 'id', { personId: 'p', as, ...about }, 1).state;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  for (const as of deciders) expect(entered(proposal('give'), as, nobody)).toBe('proposed');
  expect(entered(proposal('give'), 'holder', nobody)).toBe('office-not-yours');
  expect(entered(proposal('end', 'resigned'), 'holder', own)).toBe('proposed');
  expect(entered(proposal('end', 'resigned'), 'cadre', own)).toBe('proposed');
  expect(entered(proposal('end', 'term-over'), 'cadre', own)).toBe('own-office');
  expect(entered(proposal('end', 'term-over'), 'holder', own)).toBe('office-not-yours');
  expect(entered(proposal('give'), 'supervisor', own)).toBe('own-office');
  expect(entered(proposal('end', 'resigned'), 'holder', nobody)).toBe('office-not-yours');
});

test('who is elected is neither appointed nor dismissed, and the reverse', () => {
  for (const role of ['cadre', 'supervisor', 'panel'] as const) {
    expect(basesOf(role)).toEqual(
      expect.arrayContaining(['elected', 'resigned', 'recalled', 'unfit', 'term-over', 'lapsed']),
    );
    expect(basesOf(role)).not.toContain('appointed');
    expect(basesOf(role)).not.toContain('dismissed');
  }
  for (const role of ['keeper', 'town-admin'] as const) {
    for (const basis of ['elected', 'recalled', 'unfit'] as const) {
      const told = { role, basis, day: '2026-11-01' };
      expect(refusalOf(() => mustSayWhatHappened(told, '2026-11-02')).code).toBe(
        'basis-does-not-fit',
      );
    }
  }
});

test('an act is of a day that was; a term ends after it began', () => {
  const told = (day: string, untilDay?: string) => () =>
    mustSayWhatHappened({ role: 'cadre', basis: 'elected', day, untilDay }, '2026-11-02');
  expect(told('2026-11-02', '2031-11-02')).not.toThrow();
  expect(refusalOf(told('2026-11-03')).code).toBe('day-to-come');
  expect(refusalOf(told('2026-11-02', '2026-11-02')).code).toBe('term-does-not-fit');
});
