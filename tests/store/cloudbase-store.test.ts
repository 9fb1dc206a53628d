import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb, { type CloudBase } from '@cloudbase/node-sdk';
import { cloudbaseStore } from '../../cloudfunctions/runtime/store/cloudbase-store';
import { type Cloud, startCloud } from '../../local-cloud';
import { indexes, storeContract } from './store-contract';

describe('store on the unmodified SDK, over the wire', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
  const before = { ...process.env };
  let cloud: Cloud;
  let app: CloudBase;

  beforeAll(async () => {
    const indexesFile = path.join(folder, 'indexes.json');
    writeFileSync(indexesFile, JSON.stringify(indexes));
    cloud = await startCloud({
      ...{ port: 0, dataDirectory: null, indexesFile, refuseUnindexed: true },
    });
    Object.assign(process.env, cloud.environment);
    app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  });

  afterAll(async () => {
    await cloud.stop();
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  storeContract((retrying) => cloudbaseStore(app, retrying ? { retrying } : {}));

  test('for comparison: the SDK’s own retry gives up on a hot document', async () => {
    const db = app.database();
    type Transaction = Awaited<ReturnType<typeof db.startTransaction>>;
    await db.collection('purses').doc('plain').set({ total: 0 });
    const add = () =>
      db.runTransaction(async (transaction: Transaction) => {
        const purse = transaction.collection('purses').doc('plain');
        const { data } = await purse.get();
        await purse.set({ total: data.total + 1 });
      });
    const ends = await Promise.allSettled(Array.from({ length: 50 }, add));
    const lost = ends.filter((end) => end.status === 'rejected').length;
    const { data } = await db.collection('purses').doc('plain').get();
    expect(data[0].total).toBe(50 - lost);
    expect(lost).toBeGreaterThan(0);
  });
});
