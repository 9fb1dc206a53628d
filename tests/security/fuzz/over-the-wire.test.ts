import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloudOptions } from '../../../config/run/cloud-options';
import { type Cloud, startCloud } from '../../../local-cloud';
import { randomFrom } from '../../support/random';
import { everyAction } from '../authority-platform';
import { answerProblems } from './check-answer';
import { mutated } from './mutate';

const events = Number(process.env.FUZZ_WIRE_EVENTS ?? 250);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const secrets = {
  jifenSecret: 'secret-of-the-fuzz-'.repeat(3),
  foundingSecret: 'founding-'.repeat(2),
};

let cloud: Cloud;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'jifen-fuzz-'));
  cloud = await startCloud({ ...cloudOptions(secrets), port: 0, dataDirectory: directory });
}, 60_000);
afterAll(async () => {
  await cloud.stop();
  await rm(directory, { recursive: true, force: true });
});

async function post(functionName: string, body: string) {
  const response = await fetch(`${cloud.url}/functions/${functionName}`, {
    method: 'POST',
    headers: { 'x-local-openid': 'somebody-with-a-phone' },
    body,
  });
  const { requestId, ...answer } = (await response.json()) as Record<string, unknown>;
  return { status: response.status, answer: { ...answer, requestId: requestId && 'request' } };
}

const input = {
  ...{ villageId: 'v01', householdId: 'v01-8', recordId: '01M6WAPZD8N6E0ZC1NSN2ZXVX3' },
  ...{ orderId: '01M6WAPZD8N6E0ZC1NSN2ZXVX3', shopId: 'shop-v01', day: '2026-11-02' },
  ...{ name: '试户八', count: 3, accept: true, photos: [] },
};
const known = {
  ids: ['v01', 'v02-8', 'shop-v01', '01M6WAPZD8N6E0ZC1NSN2ZXVX3'],
  actions: everyAction.map(({ action }) => action),
};
/** The wire’s own refusals: an event that is no object, no JSON, or too deep. */
const badEvent = -501_007;

test('the built functions answer whatever a phone posts with an envelope', async () => {
  const random = randomFrom(seed);
  const open = everyAction.filter(({ functionName }) => functionName !== 'jobs');
  const problems: string[] = [];
  for (let sent = 0; sent < events; sent += 1) {
    const { functionName, action, refusals } = random.pick(open);
    const valid = { action, commandId: '01M6WAPZD8N6E0ZC1NSN2ZXVX3', input };
    const event = mutated(valid, random, known);
    let body: string;
    try {
      body = JSON.stringify(event) ?? '';
    } catch {
      body = `{"action":"${action}","input":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
    }
    const { status, answer } = await post(functionName, body);
    const refused = status === 400 && 'errCode' in answer && answer.errCode === badEvent;
    const siblings = open.filter((other) => other.functionName === functionName);
    const codes = [...refusals, ...siblings.flatMap((other) => other.refusals)];
    const found = refused ? [] : status === 200 ? answerProblems(answer, codes) : [`${status}`];
    for (const each of found) problems.push(`event ${sent}: ${each}; ${body.slice(0, 300)}`);
  }
  expect({ seed, problems }).toEqual({ seed, problems: [] });
}, 120_000);

test('a phone that posts a timer’s event starts no job', async () => {
  for (const { functionName, action } of everyAction) {
    const body = JSON.stringify({ Type: 'Timer', TriggerName: action, Time: 'now' });
    const { status, answer } = await post(functionName, body);
    const isOpen = functionName !== 'jobs';
    expect([action, status]).toEqual([action, isOpen ? 200 : 403]);
    if (isOpen) expect(answer).toMatchObject({ ok: false, error: { code: 'event-malformed' } });
  }
}, 60_000);
