import fc from 'fast-check';
import { mergeHousehold } from '../../../src/domain/town/register/merge';
import { planRegister, readLines } from '../../../src/domain/town/register/plan';
import type { Cell, StoredHousehold } from '../../../src/domain/town/register/types';
import {
  registerHeadings,
  registerRow,
  type TestMember,
  testMembers,
} from '../../support/test-register';

const villages = new Map([['试一嘎查', 'v01']]);
const rowsOf = (members: readonly TestMember[]) => [
  registerHeadings,
  ...members.map((member) => registerRow('试一嘎查', member)),
];

function plan(members: readonly TestMember[], stored = new Map<string, StoredHousehold>()) {
  return planRegister(readLines(rowsOf(members), 2026), villages, stored);
}

/** Applies a plan, as the import does. */
function applied(members: readonly TestMember[], stored: Map<string, StoredHousehold>) {
  const next = new Map(stored);
  const { toWrite, newKin } = plan(members, stored);
  for (const household of toWrite) {
    next.set(
      household.householdId,
      mergeHousehold(household, next.get(household.householdId) ?? null),
    );
  }
  for (const { householdId, number } of newKin) {
    const before = next.get(householdId);
    if (!before) continue;
    const relativeNumbers = [...before.household.relativeNumbers, number].sort((a, b) => a - b);
    next.set(householdId, { ...before, household: { ...before.household, relativeNumbers } });
  }
  return next;
}

test('importing in any order of rows, twice, in parts, comes to the same register', () => {
  const members = testMembers(1);
  const shuffled = fc.shuffledSubarray(members, { minLength: members.length });
  const whole = applied(members, new Map());
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 1, max: 15 }), (order, cut) => {
      const once = applied(order, new Map());
      const again = plan(order, once);
      expect(again.problems).toEqual([]);
      expect([again.toWrite, again.newKin]).toEqual([[], []]);
      for (const [id, { household }] of whole) expect(once.get(id)?.household).toEqual(household);
      const inside = (member: TestMember) => member.householdNumber <= cut;
      const first = applied(
        members.filter(inside).map((each) => ({ ...each, relatives: '' })),
        new Map(),
      );
      const rest = applied(members, first);
      for (const [id, { household }] of whole) expect(rest.get(id)?.household).toEqual(household);
    }),
    { numRuns: 30 },
  );
});

test('kinship is mutual after any import, also with households outside the file', () => {
  const members = testMembers(1).map((member) => ({ ...member, job: '居民' }));
  const pairs = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 })),
    { maxLength: 12 },
  );
  const files = fc.array(pairs, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 16 }), (all, from) => {
      let stored = applied(members, new Map());
      for (const kin of all) {
        const part = members
          .filter((member) => member.householdNumber >= from)
          .map((member) => ({
            ...member,
            relatives: kin
              .filter(([a]) => a === member.householdNumber)
              .map(([, b]) => b)
              .join('、'),
          }));
        stored = applied(part, stored);
      }
      for (const { household } of stored.values()) {
        for (const relative of household.relativeNumbers) {
          expect(stored.get(`v01-${relative}`)?.household.relativeNumbers).toContain(
            household.number,
          );
          expect(relative).not.toBe(household.number);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('any cells at all give lines or problems, never an error', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.constantFrom('试一嘎查', '1', '户主', '男', '1980', '本村'),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, (cells) => {
      const given: Cell[][] = [registerHeadings, ...cells];
      const { lines, problems } = planOf(given);
      expect(lines + problems).toBeGreaterThan(0);
    }),
  );
});

function planOf(rows: Cell[][]) {
  const read = readLines(rows, 2026);
  const { problems } = planRegister(read, villages, new Map());
  for (const { row, message } of problems) {
    expect(row).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/。$/);
  }
  return { lines: read.lines.length, problems: problems.length };
}

test('numbers typed as numbers read like numbers typed as text', () => {
  const [head] = testMembers(1);
  if (!head) throw new Error('the test register is empty');
  const row = registerRow('试一嘎查', { ...head, relatives: '' });
  const asNumbers = row.map((cell) => (/^\d+$/.test(String(cell)) ? Number(cell) : cell));
  const asText = row.map(String);
  const [numbers, text] = [asNumbers, asText].map(
    (cells) => readLines([registerHeadings, cells], 2026).lines,
  );
  expect(numbers).toHaveLength(1);
  expect(numbers).toEqual(text);
});

test('where the headings were forgotten, nothing of the first person is repeated', () => {
  const [first = [], ...rest] = rowsOf(testMembers(1)).slice(1);
  const { lines, problems } = readLines([first, ...rest], 2026);
  expect(lines).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ row: 1, column: '表头' });
  expect(JSON.stringify(problems)).not.toMatch(/试户|100\d{8}/);
});
