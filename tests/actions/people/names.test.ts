import { town as contracts, people } from '../../../src/contracts';
import { importInput } from '../../support/import-input';
import { letIn } from '../../support/let-in';
import { registerRow, spreadsheetOf, testMembers } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

/** As an office keeps them, in village 1. */
const registered: Record<number, string> = {
  16: '𠮷野·刘𬭎',
  13: '巴特尔·那顺',
  14: '马长龙',
  15: 'Anna Lee',
};
const waysOf: [householdNumber: number, written: string][] = [
  [16, '𠮷野•刘𬭎'],
  [16, '𠮷\u{E0100}野 刘 𬭎'],
  [13, '巴特尔・那顺'],
  [13, '巴特尔 . 那顺'],
  [13, '巴特尔．那顺'],
  [13, '巴特尔那顺'],
  [13, '\u3000巴特尔‧那顺\u200B'],
  [14, '⻢⻓⻰'],
  [14, '马 长\u00A0龙'],
  [15, 'ＡＮＮＡ ＬＥＥ'],
  [15, 'anna·lee'],
];

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
  const rows = testMembers(1).map((member) => {
    const name = registered[member.householdNumber];
    const isHead = member.name === member.headName;
    const named = name ? { ...member, headName: name, ...(isHead && { name }) } : member;
    return registerRow('试一嘎查', named);
  });
  const fileId = town.putFile('names.xlsx', await spreadsheetOf(rows));
  const { administrator } = town;
  const { changes } = await administrator.must(contracts.previewRegister, { fileId });
  const renamed = changes.filter(({ kind }) => kind === 'renamed');
  const others = renamed.map(({ change }) => ({ change, answer: 'other' as const }));
  const input = await importInput(administrator, fileId, others);
  await administrator.must(contracts.importRegister, input);
});

const join = (actor: TestActor, householdNumber: number, name: string) =>
  actor.call(people.join, { villageId: 'v01', householdNumber, name, namesShown: true });
const codeOf = (answer: Awaited<ReturnType<typeof join>>) => (answer.ok ? 'ok' : answer.error.code);

test.each(waysOf)('household %i: %j is not locked out', async (householdNumber, written) => {
  const guest = town.as('guest');
  expect(codeOf(await join(guest, householdNumber, written))).toBe('ok');
  const cadre = await town.joinHead(1, 2);
  const { requests } = await cadre.must(people.listJoinRequests, {});
  const name = registered[householdNumber];
  expect(requests).toMatchObject([{ householdNumber, name }]);
  const joinRequestId = requests[0]?.joinRequestId ?? '';
  const supervisor = await town.joinHead(1, 5);
  await letIn({ joinRequestId, householdNumber, name: written }, [cadre, supervisor]);
  const { me } = await guest.must(people.whoAmI, {});
  const [first = ''] = Array.from(name ?? '');
  expect(me).toMatchObject({ name, householdName: `${first}*` });
  const { households } = await cadre.must(people.findHouseholds, {
    villageId: 'v01',
    search: written,
  });
  expect(households).toMatchObject([{ householdNumber, householdName: name }]);
  const where = { villageId: 'v01', householdNumber, name: written };
  await town.appoint({ ...where, role: 'panel', place: 'v01' });
  await town.administrator.must(people.eraseMember, where);
  expect(JSON.stringify(town.engine.find('members'))).not.toContain(name);
  expect(JSON.stringify(town.engine.find('households'))).not.toContain(name);
});

test('another name is nobody of that household, however near', async () => {
  const others = ['吉野·刘𬭎', '𠮷野', '\uD842\uDFB7野·刘\uD872'];
  const codes = await Promise.all(others.map((name, at) => join(town.as(`guest-${at}`), 16, name)));
  expect(codes.map(codeOf)).toEqual(['not-in-register', 'not-in-register', 'not-in-register']);
});

test('a name that turns the direction, or that nobody sees, burns no try', async () => {
  const guest = town.as('guest');
  const tries = () => town.engine.find('attempts');
  const before = tries();
  const turned = await join(guest, 13, '巴特尔\u202E·那顺');
  expect(turned).toMatchObject({
    error: { code: 'text-turned', details: { fields: ['name'] } },
  });
  for (const name of ['\u3164', '\u200B\u2800', '·', '张3']) {
    expect(codeOf(await join(guest, 13, name))).toBe('input-invalid');
  }
  expect(tries()).toEqual(before);
});

test('the same register again, its names written otherwise, changes nothing', async () => {
  const named = () => JSON.stringify(town.engine.find('members', { limit: 1000 }));
  const before = named();
  const rows = testMembers(1).map((member) => {
    const name = registered[member.householdNumber];
    const written = name?.replace('·', ' • ').replace('Anna', 'Ａnna ').replace('马长', '⻢ ⻓');
    const isHead = member.name === member.headName;
    const row = written
      ? { ...member, headName: written, ...(isHead && { name: written }) }
      : member;
    return registerRow('试一嘎查', row);
  });
  const fileId = town.putFile('again.xlsx', await spreadsheetOf(rows));
  const counts = await town.administrator.must(
    contracts.importRegister,
    await importInput(town.administrator, fileId),
  );
  expect(counts).toMatchObject({ newHouseholds: 0, changedHouseholds: 0 });
  expect(named()).toBe(before);
});
