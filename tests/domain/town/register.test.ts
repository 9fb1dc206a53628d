import fc from 'fast-check';
import { numberKey } from '../../../src/domain/people/household-number';
import { otherSide, withKinChange } from '../../../src/domain/town/register/kinship';
import { mergeHousehold } from '../../../src/domain/town/register/merge';
import { planRegister } from '../../../src/domain/town/register/plan';
import { readTable } from '../../../src/domain/town/register/read-table';
import type {
  Cell,
  PlannedHousehold,
  StoredHousehold,
} from '../../../src/domain/town/register/types';
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

/** As a spreadsheet of these rows is read. */
function readLines(rows: readonly (readonly Cell[])[]) {
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells }));
  const table = { rows: numbered, formulas: [], hiddenColumns: [], sheet: null };
  return readTable(table, '2026-11-30');
}

function plan(members: readonly TestMember[], stored = new Map<string, StoredHousehold>()) {
  return planRegister(readLines(rowsOf(members)), villages, stored);
}

/** As if their numbers had been taken before. */
const idOf = (number: number) => `household ${number}`;

/** Writes one household into a register, as the import does. */
function write(household: PlannedHousehold, into: Map<string, StoredHousehold>): void {
  const { key, number, lines } = household;
  const before = into.get(key) ?? null;
  const kin = {
    added: household.kin.added.map(idOf),
    gone: household.kin.gone.map(idOf),
  };
  const relativeIds = withKinChange(before?.household.relativeIds ?? [], kin);
  const memberIds = lines.map(({ name }) => `${idOf(number)} ${name}`);
  const by = { personId: 'somebody', as: 'town-admin', atMs: 1 } as const;
  const newIds = { householdId: idOf(number), cardId: `card ${number}`, memberIds, by };
  into.set(key, mergeHousehold(household, before, relativeIds, newIds));
  for (const each of [...household.kin.added, ...household.kin.gone]) {
    const otherKey = numberKey('v01', each);
    const other = into.get(otherKey);
    const changed = other && otherSide(other.household, idOf(number), kin);
    if (changed) into.set(otherKey, { ...other, household: changed });
  }
}

/** Applies a plan, as the import does. */
function applied(members: readonly TestMember[], stored: Map<string, StoredHousehold>) {
  const next = new Map(stored);
  for (const household of plan(members, stored).toWrite) write(household, next);
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
      expect(again.toWrite).toEqual([]);
      const kinAndNames = (register: Map<string, StoredHousehold>) =>
        [...register.values()]
          .map(({ household: { memberIds, ...rest } }) => [rest, [...memberIds].sort()])
          .sort();
      expect(kinAndNames(once)).toEqual(kinAndNames(whole));
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

function kinshipIsMutual(register: Map<string, StoredHousehold>): void {
  for (const { household } of register.values()) {
    for (const relative of household.relativeIds) {
      const all = [...register.values()].map((each) => each.household);
      const other = all.find(({ householdId }) => householdId === relative);
      expect(other?.relativeIds).toContain(household.householdId);
      expect(relative).not.toBe(household.householdId);
    }
  }
}

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
      kinshipIsMutual(stored);
    }),
    { numRuns: 60 },
  );
});

test('kinship is mutual however two imports mix that both read before either wrote', () => {
  const members = testMembers(1).map((member) => ({ ...member, job: '居民' }));
  const number = fc.integer({ min: 1, max: 16 });
  const file = fc.record({
    inside: fc.uniqueArray(number, { minLength: 1 }),
    kin: fc.array(fc.tuple(number, number), { maxLength: 6 }),
  });
  const rows = ({ inside, kin }: { inside: number[]; kin: [number, number][] }) =>
    members
      .filter(({ householdNumber }) => inside.includes(householdNumber))
      .map((member) => {
        const named = kin.filter(([a]) => a === member.householdNumber).map(([, b]) => b);
        return { ...member, relatives: named.join('、') };
      });
  const turns = fc.infiniteStream(fc.boolean());
  fc.assert(
    fc.property(file, file, file, turns, (before, left, right, turn) => {
      const stored = applied(rows(before), applied(members, new Map()));
      const lines = [left, right].map((each) => [...plan(rows(each), stored).toWrite]);
      const [first = [], second = []] = lines;
      while (first.length + second.length > 0) {
        const next = turn.next().value ? first : second;
        const household = next.shift();
        if (household) write(household, stored);
      }
      kinshipIsMutual(stored);
    }),
    { numRuns: 100 },
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
  const read = readLines(rows);
  const { problems } = planRegister(read, villages, new Map());
  for (const { row, message } of problems) {
    expect(row).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/。$/);
  }
  return { lines: read.lines.length, problems: problems.length + read.notes.length };
}

test('numbers typed as numbers read like numbers typed as text', () => {
  const [head] = testMembers(1);
  if (!head) throw new Error('the test register is empty');
  const row = registerRow('试一嘎查', { ...head, relatives: '' });
  const asNumbers = row.map((cell) => (/^\d+$/.test(String(cell)) ? Number(cell) : cell));
  const asText = row.map(String);
  const [numbers, text] = [asNumbers, asText].map(
    (cells) => readLines([registerHeadings, cells]).lines,
  );
  expect(numbers).toHaveLength(1);
  expect(numbers).toEqual(text);
});

test('where the headings were forgotten, nothing of the first person is repeated', () => {
  const [first = [], ...rest] = rowsOf(testMembers(1)).slice(1);
  const { lines, problems } = readLines([first, ...rest]);
  expect(lines).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ row: 1, column: '表头' });
  expect(JSON.stringify(problems)).not.toMatch(/试户|100\d{8}/);
});

test('a phone number in the register is one of China', () => {
  const problemsOf = (phone: string) => {
    const [head] = testMembers(1);
    return head ? readLines(rowsOf([{ ...head, phone }])).problems : [];
  };
  for (const phone of ['', '13812345678', '+86 138 1234 5678'])
    expect(problemsOf(phone)).toEqual([]);
  for (const phone of ['11987654321', '+5513987654321', '138123456789']) {
    expect(problemsOf(phone)).toMatchObject([
      { column: '手机号', message: expect.stringContaining('中国') },
    ]);
  }
});

test('nobody comes to live under the number of a household that has ended', () => {
  const members = testMembers(1);
  const stored = applied(members, new Map());
  const key = numberKey('v01', 9);
  const before = stored.get(key) as StoredHousehold;
  for (const [into, next] of [
    [31, '已经在 2026年5月1日 并入 31号户,这个号不再用。请写到 31号户。'],
    [null, '已经在 2026年5月1日 销户,这个号不再用。请另给一个号。'],
  ] as const) {
    const household = { ...before.household, ended: { day: '2026-05-01', into } };
    const known = new Map(stored).set(key, { household, members: [] });
    const { problems } = plan(members, known);
    expect(problems).toEqual([expect.objectContaining({ message: `9号户${next}` })]);
    const others = members.filter(({ householdNumber }) => householdNumber !== 9);
    const rest = plan(others, known);
    expect(rest.problems).toEqual([]);
    expect([...rest.toWrite, ...rest.changes]).toEqual([]);
  }
});
