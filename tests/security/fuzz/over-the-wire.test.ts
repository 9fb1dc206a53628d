import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloudOptions } from '../../../config/run/cloud-options';
import { quickSeed } from '../../../config/run/quick-seed';
import { type Cloud, startCloud } from '../../../local-cloud';
import { usualTerms } from '../../../local-cloud/platform/terms';
import { everyAction } from '../../proof/cards';
import { randomFrom } from '../../support/random';
import { answerProblems } from './check-answer';
import { mutated } from './mutate';

const events = Number(process.env.FUZZ_WIRE_EVENTS ?? 250);
const seed = quickSeed;
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
const badEvent = -501_007;
const mostBytes = usualTerms.phoneRequestBytes ?? Number.POSITIVE_INFINITY;

/**
 * The wire’s own refusals: an event that is no object, no JSON, or too deep, and in words of its
 * own one that is larger than a phone may send, which no function ever sees.
 */
function isWires(body: string, status: number, answer: Record<string, unknown>): boolean {
  if (answer.errCode !== badEvent) return false;
  const isTooLarge = Buffer.byteLength(body) > mostBytes;
  return isTooLarge ? status === 413 : status === 400;
}

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
    const refused = isWires(body, status, answer);
    const siblings = open.filter((other) => other.functionName === functionName);
    const codes = [...refusals, ...siblings.flatMap((other) => other.refusals)];
    const found = refused ? [] : status === 200 ? answerProblems(answer, codes) : [`${status}`];
    for (const each of found) problems.push(`event ${sent}: ${each}; ${body.slice(0, 300)}`);
  }
  expect({ seed, problems }).toEqual({ seed, problems: [] });
}, 120_000);

/** An event of exactly so many bytes, three to a letter and the rest in ones. */
function eventOf(bytes: number): string {
  const event = (note: string) => JSON.stringify({ action: 'list-villages', input: { note } });
  const room = bytes - Buffer.byteLength(event(''));
  return event('村'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3));
}

test('too large is refused in our words, and by the platform beyond its own limit', async () => {
  const answersTo = async (bytes: number) => {
    const body = eventOf(bytes);
    expect(Buffer.byteLength(body)).toBe(bytes);
    const { status, answer } = await post('people', body);
    const { error, errCode } = answer as { error?: { code: string }; errCode?: number };
    return [status, error?.code ?? errCode];
  };
  // Who sends it is added by the platform, and counts. No action takes such a field.
  expect(await answersTo(89_500)).toEqual([200, 'input-invalid']);
  expect(await answersTo(90_001)).toEqual([200, 'input-too-large']);
  expect(await answersTo(mostBytes)).toEqual([200, 'input-too-large']);
  expect(await answersTo(mostBytes + 1)).toEqual([413, badEvent]);
}, 60_000);

test('a phone that posts a timer’s event starts no job', async () => {
  for (const { functionName, action } of everyAction) {
    const body = JSON.stringify({ Type: 'Timer', TriggerName: action, Time: 'now' });
    const { status, answer } = await post(functionName, body);
    const isOpen = functionName !== 'jobs';
    expect([action, status]).toEqual([action, isOpen ? 200 : 403]);
    if (isOpen) expect(answer).toMatchObject({ ok: false, error: { code: 'event-malformed' } });
  }
}, 60_000);
