import { town as contracts, people } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { violationsOf } from '../../proof/invariants';
import { householdId, memberId } from '../../support/household-ids';
import { importInput } from '../../support/import-input';
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

type Answers = InputOf<typeof contracts.importRegister>['answers'];
const village = '试一嘎查';
const all = testMembers(1);
const of = (...numbers: number[]) =>
  all.filter(({ householdNumber }) => numbers.includes(householdNumber));

async function fileOf(members: readonly TestMember[]): Promise<string> {
  const rows = members.map((member) => registerRow(village, member));
  return town.putFile(`${town.newId()}.xlsx`, await spreadsheetOf(rows));
}

/** What is asked and said of whole households, without the rest of the village. */
async function changesIn(members: readonly TestMember[]) {
  const fileId = await fileOf(members);
  const { changes, notes } = await town.administrator.must(contracts.previewRegister, { fileId });
  return { fileId, changes, notes };
}

async function importing(fileId: string, answers: Answers = []) {
  const input = await importInput(town.administrator, fileId, answers);
  return town.administrator.call(contracts.importRegister, input);
}

const household = (number: number) =>
  town.engine.get('households', householdId(town, `v01-${number}`));
const namesIn = (number: number) =>
  ((household(number)?.memberIds ?? []) as string[]).map(
    (id) => town.engine.get('members', id)?.name,
  );
const [head16, spouse16, son16] = of(16) as [TestMember, TestMember, TestMember];

test('somebody of another household is named, and moves only where a person says so', async () => {
  // Not in the file as of household 9 any more, but of 16.
  const spouse9 = of(9)[1] as TestMember;
  const into16 = { ...spouse9, householdNumber: 16, headName: head16.headName, relatives: '' };
  const file = [...of(9).filter((each) => each !== spouse9), ...of(16), into16];
  const { fileId, changes } = await changesIn(file);
  expect(changes).toMatchObject([{ kind: 'moved', householdNumber: 16, name: spouse9.name }]);
  expect(changes[0]?.says).toContain('9号户');
  expect(await importing(fileId)).toMatchObject({ ok: true });
  expect(namesIn(9)).toContain(spouse9.name);
  expect(namesIn(16)).not.toContain(spouse9.name);
  const moved = memberId(town, 'v01-9', 2);
  const change = changes[0]?.change ?? '';
  const before = town.engine.get('accounts', householdId(town, 'v01-9'));
  expect(await importing(fileId, [{ change, answer: 'same' }])).toMatchObject({ ok: true });
  expect(namesIn(9)).not.toContain(spouse9.name);
  expect(namesIn(16)).toContain(spouse9.name);
  const line = town.engine.get('members', moved);
  expect(line).toMatchObject({ householdId: householdId(town, 'v01-16'), unconfirmed: true });
  // Points stay in the account they were earned in.
  expect(town.engine.get('accounts', householdId(town, 'v01-9'))).toEqual(before);
});

test('whoever holds an office moves only once that has ended', async () => {
  const head = await town.joinHead(1, 9);
  const other = { ...(of(9)[1] as TestMember), headName: of(9)[1]?.name ?? '', relation: '户主' };
  const rest = [other, { ...(of(9)[2] as TestMember), headName: other.headName }];
  const mover = { ...(of(9)[0] as TestMember), householdNumber: 16, headName: head16.headName };
  const { fileId, changes } = await changesIn([
    ...rest,
    ...of(16),
    { ...mover, relatives: '', relation: '其他' },
  ]);
  const moved = changes.find(({ kind }) => kind === 'moved');
  // The head of household 9 sits on the panel: first that office ends.
  expect(moved?.says).toContain('先登记离任');
  const answers: Answers = [{ change: moved?.change ?? '', answer: 'same' }];
  expect(await importing(fileId, answers)).toMatchObject({ ok: true });
  const { me } = await head.must(people.whoAmI, {});
  expect(me?.householdNumber).toBe(9);
});

test('a name written otherwise is the same person or another one, as a person says', async () => {
  const written = { ...spouse16, name: '试户十六配' };
  const { fileId, changes } = await changesIn([head16, written, son16]);
  expect(changes).toMatchObject([{ kind: 'renamed', name: '试户十六配' }]);
  const id = memberId(town, 'v01-16', 2);
  expect(await importing(fileId)).toMatchObject({ ok: true });
  expect(namesIn(16)).toEqual([head16.name, spouse16.name, son16.name]);
  const change = changes[0]?.change ?? '';
  expect(await importing(fileId, [{ change, answer: 'same' }])).toMatchObject({ ok: true });
  expect(town.engine.get('members', id)?.name).toBe('试户十六配');
  expect(namesIn(16)).toHaveLength(3);
});

test('whoever joined is called as the register writes them from then on', async () => {
  const head = await town.joinHead(1, 14);
  const [first, ...rest] = of(14) as [TestMember, ...TestMember[]];
  const name = '试户十四改';
  const written = [first, ...rest].map((each) => ({ ...each, headName: name }));
  const [own, ...others] = written as [TestMember, ...TestMember[]];
  const { fileId, changes } = await changesIn([{ ...own, name }, ...others]);
  expect(changes).toMatchObject([{ kind: 'renamed', name }]);
  const change = changes[0]?.change ?? '';
  expect(await importing(fileId, [{ change, answer: 'same' }])).toMatchObject({ ok: true });
  const { me } = await head.must(people.whoAmI, {});
  expect(me).toMatchObject({ name, householdNumber: 14 });
});

test('whoever is missing stays, until a person says that they have left', async () => {
  const phone = '10010000001';
  const joined = await importing(await fileOf([head16, { ...spouse16, phone }, son16]));
  expect(joined).toMatchObject({ ok: true });
  const { fileId, changes } = await changesIn([head16, spouse16]);
  expect(changes.filter(({ kind }) => kind === 'missing')).toMatchObject([{ name: son16.name }]);
  expect(await importing(fileId)).toMatchObject({ ok: true });
  expect(namesIn(16)).toContain(son16.name);
  const id = memberId(town, 'v01-16', 3);
  const change = changes.find(({ kind }) => kind === 'missing')?.change ?? '';
  expect(await importing(fileId, [{ change, answer: 'gone' }])).toMatchObject({ ok: true });
  expect(namesIn(16)).toEqual([head16.name, spouse16.name]);
  expect(town.engine.get('members', id)).toBeNull();
});

test('a member who left is out of the household at once, with what it gave', async () => {
  const head = await town.joinHead(1, 14);
  const [, spouse, son] = of(14) as [TestMember, TestMember, TestMember];
  const headName = spouse.name;
  const left = [
    { ...spouse, headName, relation: '户主' },
    { ...son, headName },
  ];
  const { fileId, changes } = await changesIn(left);
  const change = changes.find(({ kind }) => kind === 'missing')?.change ?? '';
  expect(await importing(fileId, [{ change, answer: 'gone' }])).toMatchObject({ ok: true });
  const denied = await head.call(people.readHouseholdCard, {});
  expect(denied).toMatchObject({ ok: false });
  expect((await head.must(people.whoAmI, {})).me).toBeNull();
});

test('one person in two households is taken once, unless a person says they are two', async () => {
  const twin = { ...spouse16, householdNumber: 15, headName: testHeadName(15), relatives: '7' };
  const { fileId, changes } = await changesIn([...of(15), twin, ...of(16)]);
  expect(changes).toMatchObject([{ kind: 'twice', householdNumber: 15, name: spouse16.name }]);
  expect(await importing(fileId)).toMatchObject({ ok: true });
  expect(namesIn(15)).not.toContain(spouse16.name);
  const change = changes[0]?.change ?? '';
  expect(await importing(fileId, [{ change, answer: 'other' }])).toMatchObject({ ok: true });
  expect(namesIn(15)).toContain(spouse16.name);
  expect(namesIn(16)).toContain(spouse16.name);
});

test('a number that names a wholly different family opens an account of its own', async () => {
  const strangers = of(16).map((each, at) => {
    return {
      ...each,
      name: `新来${'甲乙丙'[at]}`,
      headName: '新来甲',
      birthYear: 1960 + at,
      note: '',
    };
  });
  const old = householdId(town, 'v01-16');
  const account = town.engine.get('accounts', old);
  const { fileId, changes } = await changesIn(strangers);
  expect(changes).toMatchObject([{ kind: 'other-family', householdNumber: 16 }]);
  expect(await importing(fileId)).toMatchObject({ ok: true });
  expect(namesIn(16)).toContain(head16.name);
  const change = changes[0]?.change ?? '';
  expect(await importing(fileId, [{ change, answer: 'other' }])).toMatchObject({ ok: true });
  expect(householdId(town, 'v01-16')).not.toBe(old);
  expect(namesIn(16)).toEqual(['新来甲', '新来乙', '新来丙']);
  expect(town.engine.get('households', old)).toMatchObject({ number: 17 });
  expect(householdId(town, 'v01-17')).toBe(old);
  expect(town.engine.get('accounts', old)).toEqual(account);
  const fresh = town.engine.get('accounts', householdId(town, 'v01-16'));
  expect(fresh).toMatchObject({ spendable: 0, honour: 100, sequence: 1 });
  // The same file again finds the new family where it is.
  expect((await changesIn(strangers)).changes).toEqual([]);
});

test('households that a table leaves out are said in one line, and stay', async () => {
  const { notes, changes } = await changesIn(of(16));
  expect(changes).toEqual([]);
  const line = '登记过的有 15 户不在这张表里,都没有动:试一嘎查 1–15号。';
  expect(notes).toContain(line);
  const whole = await changesIn(all);
  expect(whole.notes.filter((note) => note.includes('不在这张表里'))).toEqual([]);
});

test('what was not seen, or changed since, is not imported', async () => {
  const { fileId } = await changesIn([head16, { ...spouse16, birthYear: 1980 }, son16]);
  const input = await importInput(town.administrator, fileId);
  const unseen = { ...input, seen: 'f'.repeat(64) };
  const refused = { ok: false, error: { code: 'register-changed' } };
  const call = town.administrator.call;
  expect(await call(contracts.importRegister, unseen)).toMatchObject(refused);
  const answers: Answers = [{ change: 'missing.v01.9.nobody', answer: 'gone' }];
  expect(await call(contracts.importRegister, { ...input, answers })).toMatchObject(refused);
  const other = await fileOf([head16, { ...spouse16, birthYear: 1981 }, son16]);
  expect(await importing(other)).toMatchObject({ ok: true });
  expect(await call(contracts.importRegister, input)).toMatchObject(refused);
});

test('of two registers at once that give one number to two families one is refused', async () => {
  const asFamily = (mark: string) => {
    const rename = (name: string) => name.replace(head16.name, `试${mark}`);
    return of(16).map((member) => ({
      ...{ ...member, householdNumber: 20, phone: '' },
      ...{ headName: rename(member.headName), name: rename(member.name) },
    }));
  };
  const inputs = await Promise.all(
    ['甲', '乙'].map(async (mark) => importInput(town.administrator, await fileOf(asFamily(mark)))),
  );
  const answers = await Promise.all(
    inputs.map((input) => town.administrator.call(contracts.importRegister, input)),
  );
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.sort()).toEqual(['ok', 'register-changed']);
  const id = String(town.engine.get('household-numbers', 'v01.20')?.householdId);
  const lines = town.engine.find('members', { query: { householdId: id } });
  expect(new Set(lines.map(({ name }) => String(name).slice(0, 2))).size).toBe(1);
  expect(lines).toHaveLength(3);
  expect(violationsOf(town.engine)).toEqual([]);
});
