import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, type CloudOptions, startCloud } from '../../../local-cloud';
import { parseCron } from '../../../local-cloud/functions/cron';
import { usualTerms } from '../../../local-cloud/platform/terms';
import { deploy, temporaryFolder } from './fixture';

const folder = temporaryFolder();
const limitsFile = join(folder.path, 'cloudbaserc.json');
const timer = (name: string) => ({ name, type: 'timer', config: '0 0 3 * * * *' });
const limits = `exports.main = (event, context) =>
  [context.time_limit_in_ms, context.memory_limit_in_mb];`;

beforeAll(() => {
  writeFileSync(limitsFile, JSON.stringify({ functions: [{ name: 'set', timeout: 20 }] }));
  deploy(join(folder.path, 'functions'), {
    set: { code: limits, config: { timeout: 10, memorySize: 512 } },
    unset: { code: limits, config: { triggers: [timer('one')] } },
    two: { code: limits, config: { triggers: [timer('one'), timer('two')] } },
    says: { code: `exports.main = (event) => '村'.repeat(event.length ?? 0);` },
  });
});
afterAll(() => folder.remove());

async function withCloud(options: Partial<CloudOptions>, work: (cloud: Cloud) => Promise<void>) {
  const functionsDirectory = join(folder.path, 'functions');
  const cloud = await startCloud({ port: 0, dataDirectory: null, functionsDirectory, ...options });
  try {
    await work(cloud);
  } finally {
    await cloud.stop();
  }
}

test('the command line tool deploys what config.json says, else three seconds', () =>
  withCloud({}, async (cloud) => {
    expect(await cloud.callFunction('set', {})).toEqual([10_000, 512]);
    expect(await cloud.callFunction('unset', {})).toEqual([3000, 256]);
    expect(await cloud.callFunction('two', {})).toEqual([3000, 256]);
  }));

test('WeChat DevTools read no limits there, and upload one timer', () =>
  withCloud({ uploadedByDevTools: true }, async (cloud) => {
    expect(await cloud.callFunction('set', {})).toEqual([3000, 256]);
    expect(await cloud.callFunction('unset', {})).toEqual([3000, 256]);
    await expect(cloud.callFunction('two', {})).rejects.toThrow('one timer per function, not 2');
  }));

test('limits that were set by command count', () =>
  withCloud({ uploadedByDevTools: true, limitsFile }, async (cloud) => {
    expect(await cloud.callFunction('set', {})).toEqual([20_000, 256]);
    expect(await cloud.callFunction('unset', {})).toEqual([3000, 256]);
  }));

test.each(['5-55/10', '0-59/7', '1,5-55/10'])('%s is in no document of timers', (minutes) => {
  expect(() => parseCron(`0 ${minutes} * * * * *`)).toThrow('a range with a step');
});

test('what a phone sends and gets is counted in bytes; a key may send more', () =>
  withCloud({}, async ({ url, platform }) => {
    const post = async (headers: Record<string, string>, event: object) => {
      const body = JSON.stringify(event);
      const answer = await fetch(`${url}/functions/says`, { method: 'POST', headers, body });
      return answer.status === 200 ? 200 : ((await answer.json()) as { errMsg: string }).errMsg;
    };
    const phone = { 'x-local-openid': 'oA' };
    const tooMuch = { text: '村'.repeat(35_000) };
    expect(await post(phone, tooMuch)).toMatch(/^EXCEED_REQUEST_SIZE_LIMIT/);
    expect(await post(phone, { text: '村'.repeat(34_000) })).toBe(200);
    expect(await post({}, tooMuch)).toBe(200);
    expect(await post(phone, { length: 350_000 })).toMatch(/^FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT/);
    expect(await post(phone, { length: 349_000 })).toBe(200);
    expect(await post({}, { length: 350_000 })).toBe(200);
    platform.setTerms({ phoneRequestBytes: null, phoneAnswerBytes: null });
    expect(await post(phone, { ...tooMuch, length: 350_000 })).toBe(200);
    platform.setTerms(usualTerms);
  }));
