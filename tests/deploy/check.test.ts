import { openStage, type Stage } from './fixture';
import { isWrite } from './stand-in/server';

let stage: Stage;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  stage = await openStage();
  await stage.deploy();
  stage.takeLines();
});
afterEach(() => stage.close());

const accountOf = () => stage.standIn.account;
const functionOf = (name: string) => {
  const found = accountOf().functions.get(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
};
const collectionOf = (name: string) => {
  const found = accountOf().collections.get(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
};
const openRule = JSON.stringify({ '*': { invoke: true }, jobs: { invoke: false } });
const extraTrigger = {
  TriggerName: 'close-notices',
  TriggerDesc: '0 0 1 * * * *',
  Type: 'timer',
  Enable: 1,
};

/** Each kind of drift: how it comes about, and the sentence that names it. */
const drifts: Record<string, [() => unknown, RegExp]> = {
  'a collection is missing': [() => accountOf().collections.delete('towns'), /没有集合 towns/],
  'a collection is open to phones': [
    () => Object.assign(collectionOf('persons'), { rule: { AclTag: 'PRIVATE', Rule: null } }),
    /集合 persons 没有关给手机:现在是 仅创建者可读写/,
  ],
  'a collection has a rule that opens it': [
    () => {
      const Rule = JSON.stringify({ read: false, write: 'auth != null' });
      collectionOf('persons').rule = { AclTag: 'CUSTOM', Rule };
    },
    /集合 persons 没有关给手机:.*auth != null/,
  ],
  'an index is missing': [
    () => collectionOf('villages').indexes.pop(),
    /没有 villages 的索引 by-town/,
  ],
  'an index has other fields': [
    () => collectionOf('villages').indexes.at(-1)?.Keys.reverse(),
    /villages 的索引 by-town.* 建成了 atMs 降序、townId/,
  ],
  'an index is not unique': [
    () => Object.assign(collectionOf('persons').indexes.at(-1) ?? {}, { Unique: false }),
    /persons 的索引 by-key\(key,唯一\) 建成了 key。/,
  ],
  'an index is left over': [
    () => collectionOf('towns').indexes.push({ Name: 'old', Unique: true, Keys: [] }),
    /towns 多出一个索引 old/,
  ],
  'the storage rule lets everybody read': [
    () => Object.assign(accountOf(), { storageRule: { AclTag: 'READONLY', Rule: null } }),
    /存储规则不对:现在是 所有用户可读/,
  ],
  'the function rule is opened to true': [
    () => Object.assign(accountOf(), { functionRule: { AclTag: 'CUSTOM', Rule: openRule } }),
    /云函数规则不对:现在是 .*"invoke":true/,
  ],
  'a function is missing': [() => accountOf().functions.delete('town'), /没有云函数 town/],
  'a function stops after three seconds': [
    () => Object.assign(functionOf('jobs'), { Timeout: 3 }),
    /jobs 的超时是 3 秒,应是 20 秒/,
  ],
  'a function has less memory': [
    () => Object.assign(functionOf('town'), { MemorySize: 128 }),
    /town 的内存是 128 MB,应是 512 MB/,
  ],
  'a function runs on another Node': [
    () => Object.assign(functionOf('town'), { Runtime: 'Nodejs18.15' }),
    /town 跑在 Nodejs18.15 上,应是 Nodejs20.19/,
  ],
  'a function runs other code': [
    () => Object.assign(functionOf('town'), { zip: functionOf('jobs').zip }),
    /town 的代码和这里的不一样/,
  ],
  'a function enters elsewhere': [
    () => Object.assign(functionOf('town'), { Handler: 'other.main' }),
    /town 的代码和这里的不一样/,
  ],
  'a secret is empty': [
    () => Object.assign(functionOf('jobs').variables, { JIFEN_SECRET: '' }),
    /jobs 的 JIFEN_SECRET 是空的/,
  ],
  'a secret is nowhere any more': [
    () => {
      functionOf('jobs').variables = {};
      functionOf('town').variables = { JIFEN_SECRET: '' };
    },
    /JIFEN_SECRET 这里没有,云上也没有/,
  ],
  'two functions hold different secrets': [
    () => Object.assign(functionOf('jobs').variables, { JIFEN_SECRET: 'x'.repeat(40) }),
    /各云函数的 JIFEN_SECRET 不是同一个值/,
  ],
  'a timer is left over': [
    () => functionOf('jobs').triggers.push(extraTrigger),
    /jobs 多出一个定时器 close-notices/,
  ],
  'a timer is missing': [() => functionOf('jobs').triggers.pop(), /没有 jobs 的定时器 tick/],
  'a timer comes at another hour': [
    () => Object.assign(functionOf('jobs').triggers[0] ?? {}, { TriggerDesc: '0 0 3 * * * *' }),
    /jobs 的定时器 tick.* 现在是 0 0 3/,
  ],
  'a timer is switched off': [
    () => Object.assign(functionOf('jobs').triggers[0] ?? {}, { Enable: 0 }),
    /jobs 的定时器 tick.* 现在关着/,
  ],
  'the environment is stopped': [
    () => Object.assign(accountOf(), { status: 'UNAVAILABLE' }),
    /状态是 UNAVAILABLE/,
  ],
  'the environment asks another engine for its rules': [
    () => accountOf().meta.push({ Key: 'authz_engine', Value: 'opa' }),
    /新的授权方式/,
  ],
};

const onlyByHand = /nowhere|different secrets|environment/;

test.each(Object.keys(drifts))('%s: named, and put right where a command can', async (what) => {
  const [plant, sentence] = drifts[what] ?? [];
  plant?.();
  const before = stage.standIn.requests.length;
  expect(await stage.check()).toBe(1);
  expect(stage.standIn.requests.slice(before).filter(isWrite)).toEqual([]);
  expect(stage.takeLines().filter((line) => sentence?.test(line)).length).toBe(1);
  if (onlyByHand.test(what)) {
    await expect(stage.deploy({})).rejects.toThrow(sentence);
    return;
  }
  expect(await stage.deploy()).toBe(0);
  expect(await stage.check()).toBe(0);
});

test('no difference is said to be none, of how much, with what is left to people', async () => {
  accountOf().functions.set('live-check-left', { ...functionOf('jobs') });
  expect(await stage.check()).toBe(0);
  const said = stage.takeLines().join('\n');
  expect(said).toContain('3 个集合、2 个索引、3 套规则、2 个云函数、1 个定时器');
  expect(said).toContain('没有差别');
  expect(said).toContain('超限按量');
  expect(said).toContain('wechat');
  expect(said).toContain('live-check-left');
});

test('what DevTools uploaded, with files of its own beside ours, is the same code', async () => {
  const { unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(functionOf('town').zip);
  const own = { 'package-lock.json': new Uint8Array([1]), 'config.json': new Uint8Array([2]) };
  functionOf('town').zip = zipSync({ ...files, ...own });
  expect(await stage.check()).toBe(0);
});
