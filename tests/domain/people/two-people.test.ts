import { type FreezeFacts, freezeWorkflow } from '../../../src/domain/people/freeze-workflow';
import { type JoinFacts, joinWorkflow } from '../../../src/domain/people/join-workflow';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Agreed, Decider, Freeze, JoinRequest } from '../../../src/domain/people/types';

const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];
const agreedBy = (as: Decider): Agreed => ({ personId: 'first', as, atMs: 1 });

/** The code of the first need that refuses, `ok`, or `no row`. */
function outcome<Facts>(
  table: readonly {
    by: readonly string[];
    from: readonly string[];
    needs: readonly ((facts: Facts) => { code: string } | null)[];
  }[],
  [state, as, facts]: [string, Decider, Facts],
): string {
  const row = table.find(({ by, from }) => by.includes(as) && from.includes(state));
  if (!row) return 'no row';
  return row.needs.map((need) => need(facts)?.code).find(Boolean) ?? 'ok';
}

const request = (agreed: Agreed | null) =>
  ({ personId: 'asker', householdId: 'theirs', agreed }) as JoinRequest;

type Joining = Partial<Omit<JoinFacts, 'answerer'>> & {
  who?: string;
  at?: string;
  near?: boolean;
};

function joining(state: string, as: Decider, given: Joining = {}): string {
  const { who = 'second', at = 'elsewhere', near = false, ...rest } = given;
  const answerer = { personId: who, householdId: at, nearRelative: near, as };
  const facts = { request: request(null), accept: true, withOffice: false, ...rest, answerer };
  return outcome<JoinFacts>(joinWorkflow, [state, as, facts]);
}

function settling(state: string, as: Decider, given: Partial<FreezeFacts['settler']> = {}) {
  return (agreed: Agreed | null) => {
    const freeze: Freeze = { byPersonId: 'freezer', atMs: 1, agreed };
    const nobody = { personId: 'second', ofTheHousehold: false, nearRelative: false };
    const facts = { freeze, settler: { ...nobody, as, ...given } };
    return outcome<FreezeFacts>(freezeWorkflow, [state, as, facts]);
  };
}

/** First × second; a colleague of the committee is nobody from outside it. */
const pairs = deciders.flatMap((first) =>
  deciders.map((second) => {
    const wanted = first === 'cadre' && second === 'cadre' ? 'another-must-agree' : 'ok';
    return [first, second, wanted] as const;
  }),
);

test.each(pairs)('of %s and %s the second is told %s', (first, second, wanted) => {
  const agreed = agreedBy(first);
  expect(joining('agreed', second, { request: request(agreed) })).toBe(wanted);
  expect(settling('agreed', second)(agreed)).toBe(wanted);
});

test.each(pairs)('whoever agreed as %s is nobody else as %s', (first, second) => {
  const agreed = agreedBy(first);
  const again = { request: request(agreed), who: 'first' };
  expect(joining('agreed', second, again)).toBe('another-must-agree');
  expect(settling('agreed', second, { personId: 'first' })(agreed)).toBe('another-must-agree');
  expect(joining('agreed', second, { ...again, accept: false })).toBe('ok');
});

test.each(deciders)('as %s nobody decides for themselves, theirs or their relatives', (as) => {
  expect(joining('waiting', as, { who: 'asker' })).toBe('own-request');
  expect(joining('waiting', as, { at: 'theirs' })).toBe('own-household');
  expect(joining('waiting', as, { near: true })).toBe('near-relative');
  expect(settling('frozen', as, { personId: 'freezer' })(null)).toBe('own-freeze');
  expect(settling('frozen', as, { ofTheHousehold: true })(null)).toBe('own-household');
  expect(settling('frozen', as, { nearRelative: true })(null)).toBe('near-relative');
  expect([joining('waiting', as), settling('frozen', as)(null)]).toEqual(['ok', 'ok']);
});

test.each(deciders)('of the two who give an office one is of the town: %s', (as) => {
  const alone = as === 'town-admin' ? 'ok' : 'not-your-job';
  expect(joining('waiting', as, { withOffice: true })).toBe(alone);
  const afterVillage = { request: request(agreedBy('supervisor')), withOffice: true };
  expect(joining('agreed', as, afterVillage)).toBe(alone);
  const afterTown = { request: request(agreedBy('town-admin')), withOffice: true };
  expect(joining('agreed', as, afterTown)).toBe('ok');
});

test.each(['joined', 'refused', 'free'])('nothing is decided any more once it is %s', (state) => {
  for (const as of deciders) {
    expect([joining(state, as), settling(state, as)(null)]).toEqual(['no row', 'no row']);
  }
});

test('whoever is of the committee decides as the committee, also with another office', () => {
  const at = (role: Decider, place: string) => ({ role, place, placeName: '' });
  const [cadre, town] = [at('cadre', 'v01'), at('town-admin', 'town')];
  expect(deciderOf([town, cadre, at('supervisor', 'v01')], 'v01')).toBe('cadre');
  expect(deciderOf([town, at('cadre', 'v02')], 'v01')).toBe('town-admin');
  expect(deciderOf([at('supervisor', 'v01')], 'v01')).toBe('supervisor');
});
