import { readRegister } from '../../../cloudfunctions/town/read-register';
import { writeHousehold } from '../../../cloudfunctions/town/write-household';
import { town as contracts, people } from '../../../src/contracts';
import type { RegisterPlan } from '../../../src/domain/town/register/plan';
import { householdId, memberId } from '../../support/household-ids';
import { importInput, nothingSeen } from '../../support/import-input';
import {
  registerRow,
  spreadsheetOf,
  type TestMember,
  testHeadName,
  testMembers,
} from '../../support/test-register';
import { openTestTown, type TestTown } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const village = '试一嘎查';
type Edit = (member: TestMember) => TestMember | null;

async function fileOf(rows: (string | number)[][], headings?: string[]): Promise<string> {
  return town.putFile('again.xlsx', await spreadsheetOf(rows, headings));
}

/** The register of village 1 with some rows changed or left out. */
function editedRows(edit: Edit = (member) => member): (string | number)[][] {
  return testMembers(1)
    .map(edit)
    .filter((member) => member !== null)
    .map((member) => registerRow(village, member));
}

const preview = (fileId: string) => town.administrator.must(contracts.previewRegister, { fileId });
const importing = async (fileId: string) =>
  town.administrator.must(contracts.importRegister, await importInput(town.administrator, fileId));

async function refusalOf(fileId: string) {
  const answer = await town.administrator.call(
    contracts.importRegister,
    await importInput(town.administrator, fileId),
  );
  if (answer.ok) throw new Error('should be refused');
  return answer.error;
}

function everything(): string {
  const logs = ['commands', 'imports', 'uploads'];
  const kept = town.engine.collections().filter((name) => !logs.includes(name));
  return JSON.stringify(kept.map((name) => town.engine.find(name, { query: {}, limit: 1000 })));
}

test('every household has its account with the honour base of the year', () => {
  expect(town.engine.count('households', {})).toBe(32);
  expect(town.engine.count('members', {})).toBe(96);
  expect(town.engine.get('accounts', householdId(town, 'v02-16'))).toMatchObject({
    honour: 100,
    spendable: 0,
    sequence: 1,
  });
  expect(town.engine.get('entries', `${householdId(town, 'v02-16')}.1`)).toMatchObject({
    kind: 'open',
    honour: 100,
  });
  expect(town.engine.get('households', householdId(town, 'v01-1'))).toMatchObject({
    ofCommittee: true,
    relativeIds: [householdId(town, 'v01-14')],
  });
  expect(town.engine.get('households', householdId(town, 'v01-13'))).toMatchObject({
    ofCommittee: false,
    memberIds: [1, 2, 3].map((nth) => memberId(town, 'v01-13', nth)),
  });
});

test('kinship written on one side holds on both', async () => {
  const rows = editedRows((member) =>
    member.householdNumber === 1 ? { ...member, relatives: '14,16' } : member,
  );
  await importing(await fileOf(rows));
  expect(town.engine.get('households', householdId(town, 'v01-16'))).toMatchObject({
    relativeIds: [householdId(town, 'v01-1')],
  });
});

test('kinship that another import adds or takes away meanwhile stands on both sides', async () => {
  const idOf = (number: number) => householdId(town, `v01-${number}`);
  const kinOf = (number: number) => town.engine.get('households', idOf(number))?.relativeIds;
  let files = 0;
  /** A file of these households with their relatives, and years of birth that no other file has. */
  const planOf = async (relatives: Record<number, string>) => {
    files += 1;
    const rows = editedRows((member) => {
      const named = relatives[member.householdNumber];
      const birthYear = member.birthYear - files;
      return named === undefined ? null : { ...member, relatives: named, birthYear };
    });
    const fileId = await fileOf(rows);
    const ports = { files: town.files, read: town.store, nowMs: town.clock.nowMs() };
    return readRegister(fileId, ports);
  };
  const write = async ({ toWrite }: RegisterPlan) => {
    for (const each of toWrite) {
      const by = { personId: 'somebody', as: 'town-admin', atMs: town.clock.nowMs() } as const;
      const newIds = { cardId: town.newId(), memberIds: each.lines.map(town.newId), by };
      const writing = { store: town.store, nowMs: town.clock.nowMs(), templates: {} };
      await writeHousehold(writing, each, newIds);
    }
  };
  const slow = await planOf({ 16: '' });
  await write(await planOf({ 9: '16' }));
  await write(slow);
  expect([kinOf(9), kinOf(16)]).toEqual([[idOf(16)], [idOf(9)]]);
  const slower = await planOf({ 16: '', 15: '' });
  await write(await planOf({ 9: '', 16: '' }));
  await write(slower);
  expect([kinOf(9), kinOf(16)]).toEqual([[], []]);
});

test('the same file again changes nothing', async () => {
  const before = everything();
  const fileId = await fileOf(editedRows());
  const changes = { newHouseholds: 0, changedHouseholds: 0 };
  const counts = { households: 16, members: 48, minors: 0, ...changes };
  const nothing = { problems: [], notes: [], changes: [], changesInAll: 0 };
  expect(await preview(fileId)).toEqual({ ...counts, ...nothing, seen: expect.any(String) });
  expect(await importing(fileId)).toEqual(counts);
  expect(everything()).toBe(before);
});

test('a second import changes rows, adds people, deletes nobody, touches no account', async () => {
  await town.joinHead(1, 7);
  const account = town.engine.get('accounts', householdId(town, 'v01-7'));
  const rows = editedRows((member) => {
    if (member.householdNumber === 16) return null;
    if (member.name === testHeadName(7)) return { ...member, phone: '10099999999', job: '居民' };
    // Another year than the son who is missing: nobody takes them for him.
    if (member.name === `${testHeadName(7)}子`) {
      return { ...member, name: '试户新', birthYear: 1999, note: '' };
    }
    return member;
  });
  const fileId = await fileOf(rows);
  expect(await preview(fileId)).toMatchObject({
    households: 15,
    changedHouseholds: 1,
    newHouseholds: 0,
  });
  expect(await importing(fileId)).toMatchObject({ changedHouseholds: 1 });
  expect(town.engine.get('households', householdId(town, 'v01-7'))).toMatchObject({
    memberIds: [1, 2, 3, 4].map((nth) => memberId(town, 'v01-7', nth)),
    namesShown: true,
  });
  expect(town.engine.get('members', memberId(town, 'v01-7', 1))).toMatchObject({
    phone: '10099999999',
    roles: [{ role: 'panel' }],
  });
  expect(town.engine.get('members', memberId(town, 'v01-7', 3))).toMatchObject({
    name: `${testHeadName(7)}子`,
  });
  expect(town.engine.get('members', memberId(town, 'v01-7', 4))).toMatchObject({ name: '试户新' });
  expect(town.engine.get('households', householdId(town, 'v01-16'))).not.toBeNull();
  expect(town.engine.get('accounts', householdId(town, 'v01-7'))).toEqual(account);
  const { roles } = await town.as('head-v01-7').must(people.whoAmI, {});
  // The register proposes: nobody loses an office by it.
  expect(roles.map((held) => held.role)).toEqual(['resident', 'panel']);
});

test('what the register says somebody is gives them nothing: an act of two does', async () => {
  const head = await town.joinHead(1, 13);
  const rows = editedRows((member) =>
    member.name === testHeadName(13) ? { ...member, job: '嘎查村委员会成员' } : member,
  );
  await importing(await fileOf(rows));
  const roles = async () => (await head.must(people.whoAmI, {})).roles.map((held) => held.role);
  expect(await roles()).toEqual(['resident', 'keeper']);
  const where = { villageId: 'v01' };
  const named = async () =>
    (await town.administrator.must(people.listNamedInRegister, where)).named;
  expect(await named()).toEqual([{ householdNumber: 13, name: testHeadName(13), role: 'cadre' }]);
  await town.appoint({ householdNumber: 13, role: 'cadre', place: 'v01' });
  expect(await roles()).toEqual(['resident', 'keeper', 'cadre']);
  expect(await named()).toEqual([]);
});

const wrong: [what: string, edit: Edit, column: string, words: RegExp][] = [
  ['an unknown job', (m) => ({ ...m, job: '村长' }), '身份', /只能写/],
  ['a short phone number', (m) => ({ ...m, phone: '1380013800' }), '手机号', /11 位/],
  ['a year to come', (m) => ({ ...m, birthYear: 2030 }), '出生年份', /四位数字/],
  ['nobody’s name', (m) => ({ ...m, name: '张<b>三' }), '姓名', /不认得的字符/],
  ['kin that is not there', (m) => ({ ...m, relatives: '77' }), '村内近亲', /没有 77号户/],
  ['kin in words', (m) => ({ ...m, relatives: '老王家' }), '村内近亲', /写户号/],
  ['another head', (m) => ({ ...m, headName: '另一人' }), '户号', /两个户主/],
  ['an invisible character', (m) => ({ ...m, relation: '配\u200b偶' }), '与户主关系', /看不见/],
];

test.each(wrong)(
  '%s is a problem that names row and column, and nothing is written',
  async (_what, edit, column, words) => {
    const before = everything();
    // The spouse of household 2 stands in row 6.
    const rows = editedRows((member) =>
      member.name === `${testHeadName(2)}偶` ? edit(member) : member,
    );
    const fileId = await fileOf(rows);
    const { problems } = await preview(fileId);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ row: 6, column });
    expect(problems[0]?.message).toMatch(words);
    expect(await refusalOf(fileId)).toMatchObject({ code: 'register-has-problems' });
    expect(everything()).toBe(before);
  },
);

test('a person twice in a household, an unknown village, a missing head are found', async () => {
  const rows = editedRows((member) => (member.name === testHeadName(3) ? null : member));
  const [first, second] = testMembers(1);
  if (!first || !second) throw new Error('the test register is empty');
  const twice = [...rows, registerRow(village, second), registerRow('没开通嘎查', first)];
  const { problems } = await preview(await fileOf(twice));
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [8, '户主'],
    [rows.length + 2, '姓名'],
    [rows.length + 3, '嘎查村'],
  ]);
});

test('a supervisor near the committee is refused, whichever side names the kinship', async () => {
  const near = (relatives: Record<number, string>) =>
    editedRows((member) => ({
      ...member,
      relatives: relatives[member.householdNumber] ?? member.relatives,
    }));
  for (const rows of [near({ 4: '2' }), near({ 2: '4' })]) {
    const { problems } = await preview(await fileOf(rows));
    expect(problems).toMatchObject([{ row: 11, column: '身份' }]);
    expect(problems[0]?.message).toContain('2号户');
  }
});

test('headings are checked: missing, twice, and columns nobody asked for', async () => {
  const headings = [
    '嘎查村',
    '户号',
    '户号',
    '姓名',
    '关系人',
    '性别',
    '出生年份',
    '手机号',
    '身份',
    '村内近亲',
    '常住类型',
    '身份证号',
  ];
  const { problems } = await preview(await fileOf(editedRows(), headings));
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [1, '与户主关系'],
    [1, '户号'],
    [1, '关系人'],
    [1, '身份证号'],
  ]);
});

test('an empty register is a problem, not a success', async () => {
  const { problems } = await preview(await fileOf([]));
  expect(problems).toHaveLength(1);
});

test('an import cut off goes on with the same command and reports the whole', async () => {
  const rows = testMembers(2).map((member) => registerRow('试三嘎查', member));
  await town.administrator.must(contracts.openVillage, { villageId: 'v03', name: '试三嘎查' });
  const fileId = await fileOf(rows);
  const commandId = town.newId();
  // As a phone sends it again: what was seen belongs to the command.
  const input = await importInput(town.administrator, fileId);
  const { transact } = town.store;
  let left = 7;
  town.store.transact = (callback) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('killed')) : transact(callback);
  };
  const cutOff = await town.administrator.call(contracts.importRegister, input, commandId);
  expect(cutOff).toMatchObject({ ok: false, error: { code: 'not-available' } });
  town.store.transact = transact;
  const written = town.engine.count('households', { villageId: 'v03' });
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(16);
  // Another file is another import: under this one's id it is refused, and nothing is mixed.
  const other = town.putFile('another.xlsx', await spreadsheetOf(rows.slice(0, 3)));
  const mixed = { ...input, fileId: other };
  expect(await town.administrator.call(contracts.importRegister, mixed, commandId)).toMatchObject({
    ok: false,
    error: { code: 'command-reused' },
  });
  expect(town.engine.count('households', { villageId: 'v03' })).toBe(written);
  const counts = await town.administrator.must(contracts.importRegister, input, commandId);
  const changes = { newHouseholds: 16, changedHouseholds: 0 };
  expect(counts).toEqual({ households: 16, members: 48, minors: 0, ...changes });
  const repeated = await town.administrator.must(contracts.importRegister, input, commandId);
  expect(repeated).toEqual(counts);
  expect(town.engine.count('accounts', { villageId: 'v03' })).toBe(16);
  expect(town.engine.count('entries', { villageId: 'v03' })).toBe(16);
});

test('only the town imports', async () => {
  const cadre = await town.joinHead(1, 1);
  const fileId = await fileOf(editedRows());
  expect(
    await cadre.call(contracts.importRegister, { fileId, seen: nothingSeen, answers: [] }),
  ).toMatchObject({
    error: { code: 'not-your-job' },
  });
});
