import { Refusal } from '../../../src/domain/kernel/refusal';
import { mustAllowMove } from '../../../src/domain/kernel/workflow';
import {
  type ProxyFacts,
  type ProxyPlace,
  proxyStateLabels,
  proxyWorkflow,
} from '../../../src/domain/people/proxy-workflow';

const states: readonly ProxyPlace[] = ['none', 'asked', 'running', 'ended'];
const apart = {
  ...{ isHelper: false, ofTheHousehold: false, nearRelative: false, ofHelpersHome: false },
  ...{ adult: true, ofCommittee: false },
};
const fine: ProxyFacts = {
  ...{ actor: apart, timeIsOver: false, helperOfCommittee: true, busyWith: null },
};
const helper = { ...fine, actor: { ...apart, isHelper: true, ofHelpersHome: true } };
type Given = Partial<Omit<ProxyFacts, 'actor'>> & { actor?: Partial<ProxyFacts['actor']> };

function outcome(action: string, state: ProxyPlace, facts: ProxyFacts): string {
  try {
    const label = (each: ProxyPlace) => proxyStateLabels[each];
    return mustAllowMove(proxyWorkflow, action, state, facts, label).to.join('|');
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const withGiven = (facts: ProxyFacts, { actor, ...given }: Given): ProxyFacts => ({
  ...{ ...facts, ...given, actor: { ...facts.actor, ...actor } },
});

test.each([
  ['begin-proxy', helper, { none: 'asked|running' }],
  ['confirm-proxy', fine, { asked: 'running' }],
  ['end-proxy', helper, { asked: 'ended', running: 'ended' }],
] as const)('%s leads on from its own states alone', (action, facts, leads) => {
  for (const state of states) {
    const wanted = (leads as Partial<Record<ProxyPlace, string>>)[state] ?? 'wrong-state';
    expect([state, outcome(action, state, facts)]).toEqual([state, wanted]);
  }
});

test.each<[string, Given]>([
  ['own-household', { actor: { ofTheHousehold: true } }],
  ['near-relative', { actor: { nearRelative: true } }],
  ['proxy-running', { busyWith: 17 }],
])('nobody begins where %s', (code, given) => {
  expect(outcome('begin-proxy', 'none', withGiven(helper, given))).toBe(code);
});

test.each<[string, Given]>([
  ['confirm-late', { timeIsOver: true }],
  ['own-proxy', { actor: { isHelper: true } }],
  ['own-household', { actor: { ofTheHousehold: true } }],
  ['near-relative', { actor: { nearRelative: true } }],
  ['helpers-home', { actor: { ofHelpersHome: true } }],
  ['adult-only', { actor: { adult: false } }],
  ['one-outside', { actor: { ofCommittee: true } }],
])('nobody confirms where %s', (code, given) => {
  expect(outcome('confirm-proxy', 'asked', withGiven(fine, given))).toBe(code);
});

test('a committee member confirms what a shop does, a villager what the committee does', () => {
  const ofCommittee = withGiven(fine, { actor: { ofCommittee: true }, helperOfCommittee: false });
  expect(outcome('confirm-proxy', 'asked', ofCommittee)).toBe('running');
  expect(outcome('confirm-proxy', 'asked', fine)).toBe('running');
});

test('only the helper ends it', () => {
  expect(outcome('end-proxy', 'running', fine)).toBe('not-your-proxy');
});
