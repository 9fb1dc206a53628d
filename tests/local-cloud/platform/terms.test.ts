import { type Terms, usualTerms } from '../../../local-cloud/platform/terms';
import { openSdkCloud, type SdkCloud } from './sdk-cloud';

let it: SdkCloud;
beforeAll(async () => {
  it = await openSdkCloud();
});
afterAll(() => it.stop());
afterEach(() => it.cloud.platform.setTerms(usualTerms));

const read = () => it.database.collection('things').doc('a').get();
const write = () => it.database.collection('things').doc('a').set({ n: 1 });
const under = (terms: Partial<Terms>) => it.cloud.platform.setTerms(terms);
const codesOf = async (calls: Promise<unknown>[]) => {
  const ends = await Promise.allSettled(calls);
  return ends.map((end) =>
    end.status === 'rejected' ? (end.reason as { code: string }).code : 'ok',
  );
};
const count = (codes: string[], code: string) => codes.filter((each) => each === code).length;

test.each([30, 60, 100])('each request is %i ms on its way', async (latencyMs) => {
  under({ latencyMs });
  const startedAtMs = performance.now();
  await read();
  await read();
  // A timer of Node may come a millisecond early.
  expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(2 * (latencyMs - 1));
});

test('more requests at once than the package has connections are turned away', async () => {
  under({ connections: 20, latencyMs: 3000 });
  const codes = await codesOf(Array.from({ length: 25 }, read));
  expect(count(codes, 'EXCEED_CONCURRENT_REQUEST_LIMIT')).toBe(5);
  expect(count(codes, 'ok')).toBe(20);
  expect(await codesOf([read()])).toEqual(['ok']);
});

test('more requests in a second than the package allows are turned away', async () => {
  under({ requestsPerSecond: 10 });
  const codes = await codesOf(Array.from({ length: 14 }, read));
  expect(count(codes, 'EXCEED_RATELIMIT')).toBe(4);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await codesOf([read()])).toEqual(['ok']);
});

test('reads and writes of a day are counted apart, and anew the next day', async () => {
  under({ readsPerDay: 0, writesPerDay: 1000 });
  expect(await codesOf([read(), write()])).toEqual(['EXCEED_REQUEST_LIMIT', 'ok']);
  under({ readsPerDay: 1000, writesPerDay: 0 });
  expect(await codesOf([read(), write()])).toEqual(['ok', 'EXCEED_REQUEST_LIMIT']);
  await it.cloud.advanceClock(86_400_000);
  under({ writesPerDay: 1 });
  expect(await codesOf([write()])).toEqual(['ok']);
  expect(await codesOf([write()])).toEqual(['EXCEED_REQUEST_LIMIT']);
});

test('an isolated environment serves nothing, to nobody', async () => {
  under({ isolated: true });
  expect(await codesOf([read(), write()])).toEqual([
    'EXCEED_REQUEST_LIMIT',
    'EXCEED_REQUEST_LIMIT',
  ]);
  for (const path of ['/functions/any', '/storage/upload?path=a.txt']) {
    const headers = { 'x-local-openid': 'oA' };
    const answer = await fetch(it.cloud.url + path, { method: 'POST', headers, body: '{}' });
    expect(await answer.json()).toMatchObject({ errCode: -501003 });
  }
  // Timers and keys come this way.
  await expect(it.cloud.callFunction('any', {})).rejects.toMatchObject({
    code: 'EXCEED_REQUEST_LIMIT',
  });
  under({ isolated: false });
  expect(await codesOf([read()])).toEqual(['ok']);
});

test('what is written and what is answered has its size, in bytes', async () => {
  const things = it.database.collection('things');
  const text = (megabytes: number) => '村'.repeat((megabytes * 1024 * 1024) / 3);
  const refused = { code: 'INVALID_PARAM', message: expect.stringContaining('larger than 5 MB') };
  await expect(things.doc('big').set({ text: text(5.1) })).rejects.toMatchObject(refused);
  await expect(things.add({ text: text(5.1) })).rejects.toMatchObject(refused);
  await expect(things.doc('a').update({ text: text(5.1) })).rejects.toMatchObject(refused);
  for (const id of ['b1', 'b2', 'b3', 'b4']) await things.doc(id).set({ n: 7, text: text(4.5) });
  const four = things.where({ n: 7 });
  await expect(four.get()).rejects.toMatchObject({
    message: expect.stringContaining('larger than 16 MB'),
  });
  expect((await four.limit(3).get()).data).toHaveLength(3);
}, 60_000);

test('terms can be read and changed from another process', async () => {
  const address = `${it.cloud.url}/platform`;
  const post = async (body: object) => {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
    return [answer.status, await answer.json()];
  };
  expect(await post({ terms: { latencyMs: 60, connections: 25 } })).toEqual([
    200,
    { ...usualTerms, latencyMs: 60, connections: 25 },
  ]);
  expect(await (await fetch(address)).json()).toMatchObject({ latencyMs: 60 });
  expect(await post({ terms: { connections: null } })).toMatchObject([200, { connections: null }]);
  for (const terms of [
    { latency: 1 },
    { latencyMs: -1 },
    { isolated: 1 },
    { connections: 'x' },
    1,
  ]) {
    expect(await post({ terms })).toMatchObject([400, { errCode: -501007 }]);
  }
  for (const faults of [[{ kind: 'hiccup' }], [{ kind: 'busy', times: 0 }], {}]) {
    expect(await post({ faults })).toMatchObject([400, { errCode: -501007 }]);
  }
});
