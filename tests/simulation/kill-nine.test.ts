import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../config/run/cloud-client';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';
import {
  declareAll,
  declareUntilDone,
  fireSecrets,
  foundTown,
  listOwnRecords,
} from './fire/declarations';
import { killRounds } from './fire/kill-rounds';

const declarations = 1000;
const villageNumbers = [3, 4];

test('kill -9 amid 1 000 declarations loses no acknowledged one and doubles none', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'jifen-kill-'));
  let cloud: CloudProcess = await startCloudProcess(data, fireSecrets);
  try {
    const client = connect(cloud.url);
    const { openids, intents } = await foundTown(client, villageNumbers, declarations);
    expect(intents).toHaveLength(declarations);
    let killing: Promise<void> | null = null;
    const before = await declareAll(client, intents, (answered) => {
      if (answered === 300) killing = cloud.killNine();
    });
    expect(killing).not.toBeNull();
    await killing;
    expect(before.acknowledged.size).toBeLessThan(declarations);
    cloud = await startCloudProcess(data, fireSecrets);
    const again = connect(cloud.url);
    const open = intents.filter(({ commandId }) => !before.acknowledged.has(commandId));
    await declareUntilDone(again, open);
    const records = await listOwnRecords(again, openids);
    expect(records.size).toBe(declarations);
    const lost = [...before.acknowledged.values()].filter((recordId) => !records.has(recordId));
    expect(lost).toEqual([]);
  } finally {
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}, 400_000);

test('five more kills on one data folder, one of them amid the real functions', async () => {
  const result = await killRounds({ rounds: 5, seed: 20_261_124, functionsEvery: 5 });
  expect(result).toMatchObject({ rounds: 5, functionRounds: 1, records: 24 });
  expect(result.acknowledged).toBeGreaterThanOrEqual(5 * 20);
}, 400_000);
