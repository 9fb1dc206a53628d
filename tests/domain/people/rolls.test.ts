import * as fc from 'fast-check';
import { rollKind } from '../../../src/contracts/rolls';
import { addDays, daysBetween } from '../../../src/domain/kernel/time';
import { compositionInWords, compositionOf } from '../../../src/domain/people/rolls/composition';
import { rollOn } from '../../../src/domain/people/rolls/in-force';
import { makeRoll, type RollFacts, unseenOf } from '../../../src/domain/people/rolls/make-roll';
import { answer, mustBeADayToCome, propose } from '../../../src/domain/people/rolls/roll';
import type { Roll, RollLine } from '../../../src/domain/people/rolls/types';
import type { Household, Member } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const member = (memberId: string, number: number, change: Partial<Member> = {}): Member => ({
  ...{ memberId, householdId: `h${number}`, villageId: 'v01', name: `试${memberId}` },
  ...{ relation: '', birthYear: 1980, phone: null, roles: [], personId: null },
  ...change,
});
const households = [3, 1, 2].map((number) => ({ householdId: `h${number}`, number }) as Household);
const cadre = { role: 'cadre', place: 'v01', placeName: '' } as const;
const members = [
  ...[member('甲', 1), member('乙', 1, { roles: [cadre] }), member('丙', 2)],
  ...[member('丁', 3, { residence: 'newcomer' }), member('戊', 2, { name: '试甲' })],
];
const facts: RollFacts = { villageId: 'v01', members, households, last: null };

type Asked = Parameters<typeof makeRoll>[0];
const nobody = { seen: 0, without: [], picked: [], typed: [] } as const;
const asked = (change: Partial<Asked>): Asked =>
  ({ kind: 'collective', base: 'empty', ...nobody, ...change }) as Asked;
const made = (change: Partial<Asked>, from: RollFacts = facts) => makeRoll(asked(change), from);
const codeOf = (change: Partial<Asked>, from?: RollFacts) =>
  refusalOf(() => made(change, from)).code;
const who = (lines: readonly RollLine[]) => lines.map((line) => line.memberId ?? line.name);

test('the adults’ roll is who lives there by the register; exceptions alone are told', () => {
  const adults = { kind: 'adults', base: 'register', seen: 4 } as const;
  expect(who(made(adults).lines)).toEqual(['甲', '乙', '丙', '戊']);
  // Who came from elsewhere stands there where the assembly has admitted them.
  const changed = { ...adults, without: ['丙'], picked: [{ memberId: '丁' }] };
  expect(who(made(changed).lines)).toEqual(['甲', '乙', '戊', '丁']);
  expect(made(changed).counts).toMatchObject({ people: 4, named: 0, households: null });
  // Who is picked and stands there anyway is there once.
  const again = { ...adults, picked: [{ memberId: '甲' }] };
  expect(made(again).counts.people).toBe(4);
  expect(codeOf({ ...adults, seen: 3 })).toBe('register-changed');
  expect(codeOf({ kind: 'collective', base: 'register', seen: 4 })).toBe('base-does-not-fit');
});

test('who was entered by one alone is not counted until a second has seen them', () => {
  const unseen = member('己', 2, { unconfirmed: true });
  const from = { ...facts, members: [...members, unseen] };
  const adults = { kind: 'adults', base: 'register' } as const;
  expect(who(made({ ...adults, seen: 4 }, from).lines)).toEqual(['甲', '乙', '丙', '戊']);
  expect(unseenOf(from)).toEqual([unseen]);
  // Nor by hand: picked they are not of the register yet, typed they are a name beside it.
  expect(codeOf({ picked: [{ memberId: '己' }] }, from)).toBe('not-in-register');
  const { lines, counts } = made({ typed: [{ name: '试己' }] }, from);
  expect([lines[0]?.memberId, counts.named]).toEqual([null, 1]);
});

test('a list of the office: whom the register knows by number or by the name alone', () => {
  const typed = [
    ...[{ name: '试外' }, { name: '试 丙' }, { name: '试甲', householdNumber: 2 }],
    { name: '试丁', householdNumber: 99 },
  ];
  const { lines, counts } = made({ typed });
  expect(lines).toEqual([
    { memberId: '丙', name: null, householdNumber: 2 },
    { memberId: '戊', name: null, householdNumber: 2 },
    { memberId: null, name: '试丁', householdNumber: 99 },
    { memberId: null, name: '试外', householdNumber: null },
  ]);
  expect(counts).toMatchObject({ people: 4, named: 2 });
  expect(codeOf({ typed: [{ name: '试甲' }] })).toBe('name-of-several');
  expect(codeOf({ typed: [{ name: '试丙' }, { name: '试丙' }] })).toBe('twice-on-roll');
  expect(codeOf({ typed: [{ name: '试外' }, { name: '试 外' }] })).toBe('twice-on-roll');
  const two = { picked: [{ memberId: '丙' }], typed: [{ name: '试丙' }] };
  expect(codeOf(two)).toBe('twice-on-roll');
});

test('delegates, representatives and the party branch are picked from the register', () => {
  for (const kind of ['delegates', 'representatives', 'party'] as const) {
    expect(codeOf({ kind, typed: [{ name: '试外' }] })).toBe('pick-from-register');
  }
  expect(codeOf({ kind: 'party', picked: [{ memberId: '没有' }] })).toBe('not-in-register');
  expect(codeOf({ kind: 'party' })).toBe('nobody-on-roll');
});

test('a household sends one delegate; how many households there are is counted along', () => {
  const delegates = (...ids: string[]) => ({
    ...{ kind: 'delegates' as const, picked: ids.map((memberId) => ({ memberId })) },
  });
  expect(codeOf(delegates('甲', '乙'))).toBe('one-a-household');
  expect(made(delegates('甲', '丙')).counts).toMatchObject({ people: 2, households: 3 });
});

test('the committee sits with the representatives, and is none of them', () => {
  const picked = [{ memberId: '甲', woman: true as const }, { memberId: '乙' }];
  const { lines, counts } = made({ kind: 'representatives', picked });
  expect(lines).toMatchObject([
    { memberId: '甲', woman: true },
    { memberId: '乙', committee: true },
  ]);
  expect(counts).toMatchObject({ people: 2, committee: 1, women: 1 });
  // The committee alone is no assembly of representatives.
  expect(codeOf({ kind: 'representatives' })).toBe('nobody-on-roll');
});

test('a roll goes on from the one before, without who left, crossed out by line or person', () => {
  const last: RollLine[] = [
    { memberId: '甲', name: null, householdNumber: 1 },
    { memberId: '走了', name: null, householdNumber: 2 },
    { memberId: null, name: '试外', householdNumber: null },
    { memberId: null, name: '试远', householdNumber: null },
    { memberId: '丙', name: null, householdNumber: 9, committee: true },
  ];
  const from = { ...facts, last };
  const goesOn = { kind: 'collective', base: 'last', seen: 3 } as const;
  expect(who(made(goesOn, from).lines)).toEqual(['甲', '试外', '试远']);
  expect(who(made({ ...goesOn, without: ['n2', '甲'] }, from).lines)).toEqual(['试远']);
  expect(codeOf(goesOn)).toBe('no-roll-before');
  expect(codeOf({ ...goesOn, seen: 5 }, from)).toBe('register-changed');
});

test('no roll is longer than any village', () => {
  const typed = Array.from({ length: 3001 }, (_, index) => ({
    name: '试',
    householdNumber: index,
  }));
  expect(codeOf({ typed })).toBe('too-many-on-roll');
});

test('four fifths are representatives, a third are women: said to the person', () => {
  const of = (people: number, committee: number, women: number) =>
    compositionOf({ people, committee, women });
  expect(of(15, 3, 5)).toMatchObject({ enoughRepresentatives: true, enoughWomen: true });
  expect(of(15, 4, 4)).toMatchObject({ enoughRepresentatives: false, enoughWomen: false });
  expect(compositionInWords({ people: 15, committee: 4, women: 4 })).toBe(
    '村民代表 11 人,村委会 4 人,妇女代表 4 人。' +
      '村民代表不到五分之四,15 人里至少要 12 人;妇女代表不到三分之一,至少要 5 人。',
  );
  expect(compositionInWords({ people: 15, committee: 3, women: 5 })).toMatch(
    /够五分之四;妇女代表够三分之一。$/,
  );
});

test('from tomorrow at the earliest, and not from a day nobody thinks of', () => {
  const today = '2026-11-02';
  expect(() => mustBeADayToCome('2026-11-03', today)).not.toThrow();
  expect(() => mustBeADayToCome(addDays(today, 90), today)).not.toThrow();
  for (const day of [today, '2026-11-01', addDays(today, 91)]) {
    expect(refusalOf(() => mustBeADayToCome(day, today)).code).toBe('roll-day-does-not-fit');
  }
});

const start = '2026-01-01';
const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const counts = { people: 1, named: 0, committee: 0, women: 0, households: null };
const anyRoll = fc.record({
  kind: fc.constantFrom(...rollKind.options),
  entered: fc.integer({ min: 0, max: 60 }),
  ahead: fc.integer({ min: 1, max: 40 }),
  waits: fc.integer({ min: 0, max: 40 }),
  accept: fc.boolean(),
});

/** Entered and answered as people do, on whatever days. */
const rollFrom = (
  { kind, entered, ahead, waits, accept }: Parameters<Parameters<typeof anyRoll.map>[0]>[0],
  index: number,
): Roll => {
  const day = addDays(start, entered);
  const about = { villageId: 'v01', kind, fromDay: addDays(day, ahead), cites: '', pages: 1 };
  const by = { personId: 'first', as: 'cadre' as const, atMs: noon(day) };
  const told = { accept, reason: '不对' };
  const second = { personId: 'second', as: 'supervisor' as const };
  const settledMs = noon(addDays(day, waits)) + index;
  return answer(propose({ ...about, ...counts }, `r${index}`, by), told, second, settledMs);
};

test('what a day that has begun is counted by never changes, whatever is confirmed later', () => {
  fc.assert(
    fc.property(fc.array(anyRoll, { maxLength: 12 }), fc.nat({ max: 120 }), (drawn, at) => {
      const rolls = drawn.map(rollFrom);
      const day = addDays(start, at);
      for (const kind of rollKind.options) {
        const known = rolls.filter(
          ({ settled }) => settled && settled.atMs < noon(day) + 43_200_000,
        );
        const found = rollOn(kind, rolls, day);
        expect(found).toEqual(rollOn(kind, known, day));
        if (found) expect([found.kind, found.state]).toEqual([kind, 'confirmed']);
        // Nobody begins later and is passed over.
        const begun = rolls.filter(
          (roll) => roll.kind === kind && roll.state === 'confirmed' && roll.fromDay <= day,
        );
        expect(begun.length > 0).toBe(found !== null);
        for (const roll of begun) {
          expect(daysBetween(roll.fromDay, found?.fromDay ?? '')).toBeGreaterThanOrEqual(0);
        }
        expect(rollOn(kind, [...rolls].reverse(), day)).toEqual(found);
      }
    }),
  );
});
