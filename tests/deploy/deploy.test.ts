import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSecret } from '../../cloudfunctions/runtime/secret';
import { CannotGoOn } from '../../config/deploy/command-line';
import { deployEnvironment } from '../../config/deploy/deploy-environment';
import { addDays, dayOf } from '../../src/domain/kernel/time';
import { bothSecrets, openStage, type Stage, sampleSecret } from './fixture';
import { isWrite } from './stand-in/server';

let stage: Stage;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  stage = await openStage();
});
afterEach(() => stage.close());

const writes = () => stage.standIn.requests.filter(isWrite);
const functionOf = (name: string) => {
  const found = stage.standIn.account.functions.get(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
};

test('from nothing everything comes to be, and a second run changes nothing', async () => {
  expect(await stage.deploy()).toBe(0);
  const { account } = stage.standIn;
  expect([...account.collections.keys()].sort()).toEqual(['persons', 'towns', 'villages']);
  expect(account.collections.get('villages')?.indexes.at(-1)).toEqual({
    Name: 'by-town',
    Unique: false,
    Keys: [
      { Name: 'townId', Direction: '1' },
      { Name: 'atMs', Direction: '-1' },
    ],
  });
  expect(account.collections.get('persons')?.indexes.at(-1)?.Unique).toBe(true);
  for (const { rule } of account.collections.values()) expect(rule.AclTag).toBe('ADMINONLY');
  expect(JSON.parse(account.storageRule.Rule ?? '')).toEqual(stage.wanted.storageRule);
  expect(JSON.parse(account.functionRule.Rule ?? '')).toEqual(stage.wanted.functionRule);
  const { zip: _town, ...town } = functionOf('town');
  expect(town).toEqual({
    Status: 'Active',
    Runtime: 'Nodejs20.19',
    Handler: 'index.main',
    Timeout: 60,
    MemorySize: 512,
    variables: bothSecrets,
    triggers: [],
  });
  expect(functionOf('jobs').triggers.map(({ TriggerName }) => TriggerName)).toEqual(['tick']);

  const before = writes().length;
  stage.takeLines();
  expect(await stage.deploy()).toBe(0);
  expect(writes().slice(before)).toEqual([]);
  expect(stage.takeLines()).toEqual([expect.stringContaining('没有要改的')]);
  expect(await stage.check()).toBe(0);
});

test('a plan is said first, and nothing is done without a yes', async () => {
  const options = { dryRun: false, yes: false, replaceSecrets: false };
  const no = stage.work(bothSecrets, async () => false);
  expect(await deployEnvironment(no, options)).toBe(0);
  expect(await deployEnvironment(stage.work(bothSecrets), { ...options, dryRun: true })).toBe(0);
  const said = stage.takeLines().join('\n');
  expect(said).toContain('建集合 villages');
  expect(said).toContain('定时器 tick');
  expect(said).not.toContain(sampleSecret);
  expect(writes()).toEqual([]);
});

test('a collection is closed when made, even where the platform overlooks the wish', async () => {
  stage.standIn.ignorePermissions = true;
  expect(await stage.deploy()).toBe(0);
  const { rule } = stage.standIn.account.collections.get('persons') ?? {};
  expect(JSON.parse(rule?.Rule ?? '')).toEqual({ read: false, write: false });
});

test('without a secret, or with a short one, nothing is done', async () => {
  await expect(stage.deploy({})).rejects.toThrow(/JIFEN_SECRET 这里没有/);
  const empty = { ...bothSecrets, JIFEN_SECRET: '' };
  await expect(stage.deploy(empty)).rejects.toThrow(/JIFEN_SECRET/);
  const short = { ...bothSecrets, JIFEN_SECRET: 'short' };
  await expect(stage.deploy(short)).rejects.toThrow(/太短/);
  await expect(stage.deploy({ JIFEN_SECRET: sampleSecret })).rejects.toThrow(/FOUNDING/);
  expect(writes()).toEqual([]);
});

test('a secret that stands in the cloud is kept when nothing is given', async () => {
  await stage.deploy();
  functionOf('town').Timeout = 3;
  functionOf('town').variables.BY_HAND = 'kept';
  functionOf('jobs').variables = { JIFEN_SECRET: '' };
  expect(await stage.deploy({})).toBe(0);
  expect(functionOf('town').Timeout).toBe(60);
  expect(functionOf('town').variables).toEqual({ ...bothSecrets, BY_HAND: 'kept' });
  expect(functionOf('jobs').variables).toEqual({ JIFEN_SECRET: sampleSecret });
});

test('a setting may be absent, and is changed without further ado', async () => {
  await stage.deploy();
  expect(functionOf('town').variables).toEqual(bothSecrets);
  expect(await stage.deploy({ JIFEN_REQUESTS_AT_ONCE: '4' })).toBe(0);
  expect(await stage.deploy({ JIFEN_REQUESTS_AT_ONCE: '8' })).toBe(0);
  expect(await stage.deploy({})).toBe(0);
  expect(functionOf('town').variables).toEqual({ ...bothSecrets, JIFEN_REQUESTS_AT_ONCE: '8' });
});

test('another secret is put in its place only when that is asked for', async () => {
  await stage.deploy();
  const other = { JIFEN_SECRET: 'another-one-of-the-tests-'.repeat(2) };
  const before = writes().length;
  await expect(stage.deploy(other)).rejects.toThrow(/--replace-secrets/);
  expect(writes().length).toBe(before);
  expect(await stage.deploy(other, true)).toBe(0);
  expect(functionOf('jobs').variables).toMatchObject(other);
});

test('what a secret replaces stays known, and its codes live for a week', async () => {
  await stage.deploy();
  const other = { JIFEN_SECRET: 'another-one-of-the-tests-'.repeat(2) };
  expect(await stage.deploy(other, true)).toBe(0);
  const lastDay = addDays(dayOf(Date.now()), 7);
  const before = `${lastDay}:${sampleSecret}`;
  const held = { ...other, JIFEN_SECRETS_BEFORE: before };
  for (const name of ['jobs', 'town']) expect(functionOf(name).variables).toMatchObject(held);
  // Nobody has to give it again, and a second run changes nothing.
  const written = writes().length;
  expect(await stage.deploy({})).toBe(0);
  expect(writes().length).toBe(written);
  const third = { JIFEN_SECRET: 'a-third-one-of-the-tests-'.repeat(2) };
  expect(await stage.deploy(third, true)).toBe(0);
  const list = `${lastDay}:${other.JIFEN_SECRET},${before}`;
  expect(functionOf('jobs').variables).toEqual({ ...third, JIFEN_SECRETS_BEFORE: list });
});

test('going back to the one before makes it the newest, and no key stands twice', async () => {
  await stage.deploy();
  const other = { JIFEN_SECRET: 'another-one-of-the-tests-'.repeat(2) };
  await stage.deploy(other, true);
  expect(await stage.deploy({ JIFEN_SECRET: sampleSecret }, true)).toBe(0);
  const { JIFEN_SECRET, JIFEN_SECRETS_BEFORE } = functionOf('jobs').variables;
  expect(JIFEN_SECRET).toBe(sampleSecret);
  expect(JIFEN_SECRETS_BEFORE).toMatch(new RegExp(`^[^,]+:${other.JIFEN_SECRET}$`));
  expect(() => createSecret(JIFEN_SECRET, { before: JIFEN_SECRETS_BEFORE })).not.toThrow();
});

test('a replacement that was cut off goes on: no function forgets the one before', async () => {
  await stage.deploy();
  const other = { JIFEN_SECRET: 'another-one-of-the-tests-'.repeat(2) };
  stage.standIn.plan({
    action: 'UpdateFunctionConfiguration',
    times: 1,
    code: 'UnauthorizedOperation.CAM',
  });
  await stage.deploy(other, true).catch(() => undefined);
  expect(await stage.deploy(other, true)).toBe(0);
  for (const name of ['jobs', 'town']) {
    expect(functionOf(name).variables).toMatchObject(other);
    expect(functionOf(name).variables.JIFEN_SECRETS_BEFORE).toContain(`:${sampleSecret}`);
  }
});

test('a rate limit, a lost answer and a broken connection are lived through', async () => {
  const { standIn } = stage;
  standIn.plan({ action: 'CreateTable', times: 2, code: 'RequestLimitExceeded' });
  standIn.plan({ action: 'DescribeSafeRule', times: 1, code: 'hang up' });
  standIn.loseAnswer('CreateTable');
  standIn.loseAnswer('UpdateTable');
  standIn.loseAnswer('CreateFunction');
  standIn.loseAnswer('BatchCreateTrigger');
  expect(await stage.deploy()).toBe(0);
  expect(standIn.account.functions.size).toBe(2);
});

test('where a permission is missing it stops, says so, and goes on from there later', async () => {
  const { standIn } = stage;
  standIn.plan({ action: 'CreateFunction', times: 1, code: 'UnauthorizedOperation.CAM' });
  const stopped = await stage.deploy().catch((error: unknown) => error);
  expect(stopped).toBeInstanceOf(CannotGoOn);
  expect(String(stopped)).toMatch(/没有做这件事的权限.*CreateFunction/);
  expect(String(stopped)).toContain('从没做完的接着做');
  expect(standIn.account.collections.size).toBe(3);
  expect(standIn.account.functions.size).toBe(0);
  const made = writes().filter(({ action }) => action === 'CreateTable').length;
  expect(await stage.deploy()).toBe(0);
  expect(writes().filter(({ action }) => action === 'CreateTable').length).toBe(made);
});

test('a function that an earlier run left half made is made anew', async () => {
  await stage.deploy();
  functionOf('jobs').Status = 'CreateFailed';
  functionOf('jobs').triggers = [];
  expect(await stage.deploy({})).toBe(0);
  expect(functionOf('jobs').Status).toBe('Active');
  expect(functionOf('jobs').triggers.length).toBe(1);
  expect(functionOf('jobs').variables).toEqual({ JIFEN_SECRET: sampleSecret });
});

test('a bundle too large for a call, such as one with fonts, is uploaded beside it', async () => {
  const font = path.join(stage.directory, 'dist/town/assets/font.bin');
  writeFileSync(font, randomBytes(3_000_000));
  expect(await stage.deploy()).toBe(0);
  expect([...stage.standIn.account.uploads.values()].map((zip) => zip.byteLength)).toEqual([
    functionOf('town').zip.byteLength,
  ]);
  expect(functionOf('town').zip.byteLength).toBeGreaterThan(3_000_000);
  expect(await stage.check()).toBe(0);
});
