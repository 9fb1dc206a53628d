import { allContracts } from '../../../src/contracts';
import { openTestTown, type TestTown } from '../../support/town';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});

const own = allContracts.filter((each) =>
  ['people', 'town', 'lists', 'wechat'].includes(each.functionName),
);
const openids = ['town-admin', 'stranger', null];

function written(): string {
  return JSON.stringify(
    town.engine.collections().map((name) => town.engine.find(name, { query: {}, limit: 1000 })),
  );
}

async function refusals(functionName: (typeof own)[number]['functionName'], event: unknown) {
  const answers = await Promise.all(
    openids.map((openid) => town.send(functionName, event, openid)),
  );
  return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
}

const hostile: unknown[] = [
  { $ne: 1 },
  { $gt: '' },
  ['v01'],
  42,
  null,
  true,
  '',
  '../v01',
  'x'.repeat(5_000),
  { toString: 'v01' },
];

test.each(own.map((each) => [`${each.functionName}.${each.action}`, each] as const))(
  '%s refuses wrong types and operator objects in every field, and writes nothing',
  async (_name, { functionName, action, kind }) => {
    const before = written();
    const fields = [
      'villageId',
      'householdNumber',
      'name',
      'search',
      'fileId',
      'code',
      'matter',
      'foundingSecret',
    ];
    for (const value of hostile) {
      const input = Object.fromEntries(fields.map((field) => [field, value]));
      const commandId = kind === 'query' ? undefined : town.newId();
      const codes = await refusals(functionName, { action, commandId, input });
      expect(new Set(codes)).toEqual(new Set(['input-invalid']));
    }
    expect(written()).toBe(before);
  },
);

test('malformed events, unknown actions and a megabyte get their own refusals', async () => {
  const before = written();
  for (const functionName of ['people', 'town', 'lists', 'wechat'] as const) {
    for (const event of [null, 1, 'join', [], {}, { action: 7 }, { action: { $ne: 1 } }]) {
      expect(await refusals(functionName, event)).toEqual(Array(3).fill('event-malformed'));
    }
    for (const action of ['drop-everything', '__proto__', 'constructor', '']) {
      expect(await refusals(functionName, { action })).toEqual(Array(3).fill('action-unknown'));
    }
    const megabyte = { action: 'join', input: { name: '长'.repeat(1_000_000) } };
    expect(await refusals(functionName, megabyte)).toEqual(Array(3).fill('input-too-large'));
  }
  expect(written()).toBe(before);
});

test('a command without its id, or with an id used for something else, is refused', async () => {
  const open = (commandId: string | undefined, villageId: string) =>
    town.send(
      'town',
      { action: 'open-village', commandId, input: { villageId, name: '试九嘎查' } },
      'town-admin',
    );
  expect(await open(undefined, 'v09')).toMatchObject({ error: { code: 'command-id-missing' } });
  const commandId = town.newId();
  expect(await open(commandId, 'v09')).toMatchObject({ ok: true });
  expect(await open(commandId, 'v10')).toMatchObject({ error: { code: 'command-reused' } });
  expect(town.engine.get('villages', 'v10')).toBeNull();
});
