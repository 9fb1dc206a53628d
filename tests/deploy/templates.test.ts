import { readFileSync } from 'node:fs';
import path from 'node:path';
import { knownTemplates } from '../../src/domain/messages/templates';
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

const id = 'abcdefghijklmnopqrstuvwxyz-_0123456789';
const secretsOf = () => stage.standIn.account.functions.get('town')?.variables ?? {};
const saidAfterCheck = async () => {
  expect(await stage.check()).toBe(0);
  return stage.takeLines().join('\n');
};

test('what is set up is handed over; what is still to be applied for is named', async () => {
  expect(await saidAfterCheck()).toContain('还没有配的模板:to-do(待办事项提醒)、on-notice');
  expect(await stage.deploy({ JIFEN_TEMPLATES: `to-do=${id};posted=${id}` })).toBe(0);
  expect(secretsOf().JIFEN_TEMPLATES).toBe(`to-do=${id};posted=${id}`);
  stage.takeLines();
  const said = await saidAfterCheck();
  expect(said).toMatch(/还没有配的模板:on-notice\(公示通知\)、result\(.*\)、lapsing\(.*\)。/);
  const all = knownTemplates.map(({ name }) => `${name}=${id}`).join(';');
  await stage.deploy({ JIFEN_TEMPLATES: all });
  stage.takeLines();
  expect(await saidAfterCheck()).toContain('订阅消息的模板都配好了');
});

test.each([
  ['reminder=abcdefghij', '没有叫 reminder 的提醒'],
  ['to-do', '看不懂'],
  [`to-do=${id}:thing1`, 'to-do 要有 3 个字段'],
  [`posted=${id}:thing1,phrase2,date3`, '放不进 phrase2'],
])('%s is refused with what is wrong, and nothing is written', async (text, words) => {
  const before = stage.standIn.requests.length;
  await expect(stage.deploy({ JIFEN_TEMPLATES: text })).rejects.toThrow(words);
  expect(stage.standIn.requests.slice(before).filter(isWrite)).toEqual([]);
  Object.assign(secretsOf(), { JIFEN_TEMPLATES: text });
  expect(await stage.check()).toBe(1);
  expect(stage.takeLines().filter((line) => line.includes(words))).toHaveLength(1);
});

test('README tells of each template its name, its title and its fields, in their order', () => {
  const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
  const rows = readme.split('\n').filter((line) => /^\| `[a-z-]+` \| /.test(line));
  for (const { name, title, fields, when } of knownTemplates) {
    const words = fields.map(({ says, key }) => `${says}(\`${key}\`)`).join('、');
    expect(rows).toContain(`| \`${name}\` | ${title} | ${words} | ${when} |`);
  }
});
