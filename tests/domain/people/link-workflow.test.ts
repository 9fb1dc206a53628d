import { cut, numberCountsAgain, object, settle } from '../../../src/domain/people/links/link';
import { type LinkFacts, linkWorkflow } from '../../../src/domain/people/links/link-workflow';
import type { Link, LinkState } from '../../../src/domain/people/links/types';
import type { Decider, Member } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const states: readonly LinkState[] = [
  ...(['linked', 'objected', 'proposed', 'cut', 'stays', 'ended'] as const),
];
const deciders: readonly Decider[] = ['cadre', 'supervisor', 'town-admin'];
const everybody = [...deciders, 'household'] as const;
const open: readonly LinkState[] = ['objected', 'proposed', 'cut'];

type Moved = Partial<Omit<LinkFacts['mover'], 'as'>> & { out?: boolean };

function outcome(
  action: string,
  state: LinkState,
  first: Decider,
  as: LinkFacts['mover']['as'],
  { out = true, ...given }: Moved = {},
): string {
  const row = linkWorkflow.find(
    (each) => each.action === action && each.by.includes(as) && each.from.includes(state),
  );
  if (!row) return 'no row';
  const by = (personId: string, of: Decider) => ({ personId, as: of, atMs: 1 });
  const facts: LinkFacts = {
    link: {
      ...{ personId: 'joined', two: [by('let-in', 'cadre'), by('let-in-too', 'supervisor')] },
      objection: { byPersonId: 'objector', reason: '不认识', atMs: 1 },
      opinion: state === 'proposed' ? { out: true, reason: '', by: by('first', first) } : null,
      cutBy: state === 'cut' ? by('cutter', 'town-admin') : null,
    },
    mover: { personId: 'second', as, ofTheHousehold: false, nearRelative: false, ...given },
    out,
  };
  return row.needs.map((need) => need(facts)?.code).find(Boolean) ?? 'ok';
}

test.each(states.flatMap((state) => everybody.map((as) => [state, as] as const)))(
  'in the state %s: %s',
  (state, as) => {
    const settles = open.includes(state) && as !== 'household';
    expect(outcome('settle-link', state, 'supervisor', as)).toBe(settles ? 'ok' : 'no row');
    const objects = state === 'linked' && as === 'household';
    expect(outcome('object-to-link', state, 'supervisor', as)).toBe(objects ? 'ok' : 'no row');
  },
);

const cells = open.flatMap((state) =>
  deciders.flatMap((first) => deciders.map((second) => [state, first, second] as const)),
);

test.each(cells)('in the state %s, first %s, then %s', (state, first, second) => {
  const told = (moved?: Moved) => outcome('settle-link', state, first, second, moved);
  const bothOfCommittee = state === 'proposed' && first === 'cadre' && second === 'cadre';
  expect(told()).toBe(bothOfCommittee ? 'another-must-agree' : 'ok');
  // Another opinion is a first one: it settles nothing.
  expect(told({ out: false })).toBe('ok');
  for (const out of [true, false]) {
    expect(told({ personId: 'joined', out })).toBe('own-link');
    expect(told({ ofTheHousehold: true, out })).toBe('own-household');
    expect(told({ nearRelative: true, out })).toBe('near-relative');
    const wasCut = state === 'cut';
    if (!wasCut) expect(told({ personId: 'objector', out })).toBe('own-objection');
    if (!wasCut) expect(told({ personId: 'let-in', out })).toBe('let-them-in');
    if (wasCut) expect(told({ personId: 'cutter', out })).toBe('another-must-agree');
  }
  if (state === 'proposed') expect(told({ personId: 'first' })).toBe('another-must-agree');
});

test('nobody objects to themselves', () => {
  expect(outcome('object-to-link', 'linked', 'cadre', 'household', { personId: 'joined' })).toBe(
    'own-link',
  );
});

const link: Link = {
  ...{ linkId: 'l', villageId: 'v01', householdId: 'h', memberId: 'm', personId: 'joined' },
  ...{ how: 'let-in', two: [], linkedAtMs: 1, state: 'linked', movedAtMs: 1 },
  ...{ objection: null, opinion: null, cutBy: null, cutPhone: null, settledBy: null },
};
const adult = { birthYear: 1900 } as Member;
const by = (personId: string, as: Decider) => {
  return { personId, as, ofTheHousehold: false, nearRelative: false };
};

test('objected to once; two of one opinion settle it, two of two opinions do not', () => {
  const objected = object(link, adult, { personId: 'o', reason: '不认识' }, 2);
  const again = () => object(objected, adult, { personId: 'p', reason: '不认识' }, 3);
  expect(refusalOf(again).code).toBe('objected-before');
  const yes = { out: true, reason: '问过了,不是' };
  const no = { out: false, reason: '是他家的女婿' };
  const without = () => settle(objected, { ...yes, reason: null }, by('a', 'cadre'), 3);
  expect(refusalOf(without).code).toBe('reason-needed');
  const first = settle(objected, yes, by('a', 'cadre'), 3);
  expect([first.state, first.settledBy]).toEqual(['proposed', null]);
  const other = settle(first, no, by('b', 'supervisor'), 4);
  expect([other.state, other.opinion?.reason]).toEqual(['proposed', '是他家的女婿']);
  const settled = settle(other, { out: false, reason: null }, by('c', 'cadre'), 5);
  expect([settled.state, settled.opinion?.reason, settled.settledBy?.personId]).toEqual([
    ...['stays', '是他家的女婿', 'c'],
  ]);
  expect(refusalOf(() => object(settled, adult, { personId: 'o', reason: '还是' }, 6)).code).toBe(
    'objected-before',
  );
  const out = settle(first, { out: true, reason: null }, by('c', 'supervisor'), 5);
  expect(out.state).toBe('ended');
});

test('what the town cut a second person confirms, or gives the number back', () => {
  const line = { personId: null, phone: null, byTwoOnly: true } as unknown as Member;
  const gone = cut(link, { phone: '13800000001' }, { personId: 't', as: 'town-admin', atMs: 2 });
  const right = settle(gone, { out: true, reason: '手机丢了' }, by('s', 'supervisor'), 3);
  expect([right.state, right.cutPhone]).toEqual(['ended', null]);
  const wrong = settle(gone, { out: false, reason: '弄错人了' }, by('s', 'supervisor'), 3);
  expect(wrong.state).toBe('stays');
  expect(numberCountsAgain(line, gone)).toEqual({ personId: null, phone: '13800000001' });
  const joinedSince = { ...line, personId: 'x' };
  expect(numberCountsAgain(joinedSince, gone)).toBe(joinedSince);
});

test('only somebody grown up objects', () => {
  const young = { birthYear: 2010 } as Member;
  const at = Date.UTC(2026, 10, 2);
  expect(refusalOf(() => object(link, young, { personId: 'o', reason: '不' }, at)).code).toBe(
    'adult-only',
  );
});
