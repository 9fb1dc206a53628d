import type { FaultKind } from '../../../local-cloud';
import { openSdkCloud, type SdkCloud } from './sdk-cloud';

let it: SdkCloud;
beforeAll(async () => {
  it = await openSdkCloud({}, 1000);
});
afterAll(() => it.stop());
afterEach(() => it.cloud.platform.clearFaults());

const n = (id: string) => it.cloud.engine.get('things', id)?.n ?? null;
const commit = 'database.commitTransaction';

/** Writes n in a transaction of which the commit fails so: its code, its message, what stands. */
async function commitUnder(kind: FaultKind, id: string) {
  const transaction = await it.database.startTransaction();
  await transaction.collection('things').doc(id).set({ n: 1 });
  it.cloud.platform.inject({ kind, action: commit });
  const { code, message } = await transaction.commit().then(
    () => ({ code: 'ok', message: '' }),
    (error: { code: string; message: string }) => error,
  );
  return { code, message, stands: n(id), transaction };
}

test.each<[FaultKind, string, RegExp]>([
  ['conflict', 'DATABASE_TRANSACTION_CONFLICT', /ResourceUnavailable\.TransactionConflict/],
  ['busy', 'DATABASE_TRANSACTION_FAIL', /ResourceUnavailable\.TransactionBusy/],
  ['duplicate', 'DATABASE_REQUEST_FAILED', /E11000 duplicate key/],
  ['rate-limit', 'EXCEED_RATELIMIT', /QPS/],
  ['too-many-at-once', 'EXCEED_CONCURRENT_REQUEST_LIMIT', /concurrent/],
  ['used-up', 'EXCEED_REQUEST_LIMIT', /used up/],
  ['database-timeout', 'DATABASE_TIMEOUT', /Timeout/],
  ['server-timeout', 'SERVER_TIMEOUT', /timeout/],
  ['reset', 'ECONNRESET', /socket hang up|ECONNRESET/],
  ['silence', 'ESOCKETTIMEDOUT', /timeout/],
])('a commit told %s is %s, and nothing stands', async (kind, code, words) => {
  const seen = await commitUnder(kind, kind);
  expect(seen).toMatchObject({ code, message: expect.stringMatching(words), stands: null });
});

test('a commit may be applied and its answer lost', async () => {
  const seen = await commitUnder('answer-lost', 'lost');
  expect(seen).toMatchObject({ code: 'ECONNRESET', stands: 1 });
  // Whoever looks again finds the transaction gone, as after any commit.
  await expect(seen.transaction.commit()).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_FAIL',
  });
});

test('a transaction that was told it failed is gone and holds nothing', async () => {
  const { transaction } = await commitUnder('conflict', 'held');
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  await it.database.collection('things').doc('held').set({ n: 2 });
  expect(n('held')).toBe(2);
});

test('a commit turned away at the gate leaves the transaction open for another try', async () => {
  for (const kind of ['rate-limit', 'too-many-at-once', 'used-up'] as const) {
    const { transaction } = await commitUnder(kind, `again-${kind}`);
    await transaction.commit();
    expect(n(`again-${kind}`)).toBe(1);
  }
});

test('what is lost on its way holds no connection', async () => {
  it.cloud.platform.setTerms({ connections: 1 });
  it.cloud.platform.inject({ kind: 'silence' });
  const things = it.database.collection('things');
  await expect(things.doc('met').get()).rejects.toMatchObject({ code: 'ESOCKETTIMEDOUT' });
  expect((await things.doc('nothing').get()).data).toEqual([]);
  it.cloud.platform.setTerms({ connections: null });
});

test('a fault meets the requests it is for, as often as it is for, and no other', async () => {
  const things = it.database.collection('things');
  const faults = [{ kind: 'rate-limit', action: 'database.getDocument', times: 2 }];
  const body = JSON.stringify({ faults });
  await fetch(`${it.cloud.url}/platform`, { method: 'POST', body });
  await things.doc('met').set({ n: 1 });
  const limited = { code: 'EXCEED_RATELIMIT' };
  await expect(things.doc('met').get()).rejects.toMatchObject(limited);
  await expect(things.where({ n: 1 }).get()).rejects.toMatchObject(limited);
  expect((await things.doc('met').get()).data).toEqual([{ _id: 'met', n: 1 }]);
});

test('a second document of one id is told as the live cloud tells it', async () => {
  const things = it.database.collection('things');
  await things.add({ _id: 'twice' });
  await expect(things.add({ _id: 'twice' })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000 duplicate key error'),
  });
});
