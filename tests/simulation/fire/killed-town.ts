import { rmSync } from 'node:fs';
import { connect } from '../../../config/run/cloud-client';
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import {
  declareAll,
  declareUntilDone,
  fireSecrets,
  foundedFolder,
  intentsOf,
  listOwnRecords,
} from './declarations';
import { holds } from './wire';

export type KilledTownResult = { declared: number; acknowledged: number; sentAgain: number };

/**
 * Sends so many declarations at once, kills the cloud with -9 once a third is acknowledged, starts
 * it again and sends what is open: none that was acknowledged is lost, none is doubled.
 * @throws Error that says what does not hold
 */
export async function killedTown(options: { declarations: number }): Promise<KilledTownResult> {
  const { declarations } = options;
  const data = await foundedFolder();
  let cloud: CloudProcess = await startCloudProcess(data, fireSecrets);
  try {
    const client = connect(cloud.url);
    const { openids, intents } = await intentsOf(client, declarations);
    holds(intents.length === declarations, `${intents.length} intents of ${declarations}`);
    let killing: Promise<void> | null = null;
    const { acknowledged } = await declareAll(client, intents, (answered) => {
      if (answered === Math.floor(declarations / 3)) killing = cloud.killNine();
    });
    holds(killing !== null, 'too few were acknowledged to kill amid them');
    await killing;
    const before = acknowledged.size;
    holds(before < declarations, 'all were acknowledged: nothing was killed amid them');
    cloud = await startCloudProcess(data, fireSecrets);
    const again = connect(cloud.url);
    const open = intents.filter(({ commandId }) => !acknowledged.has(commandId));
    await declareUntilDone(again, open);
    const records = await listOwnRecords(again, openids);
    holds(records.size === declarations, `${records.size} records of ${declarations} commands`);
    const lost = [...acknowledged.values()].filter((recordId) => !records.has(recordId));
    holds(lost.length === 0, `acknowledged and lost: ${lost.join(', ')}`);
    return { declared: declarations, acknowledged: before, sentAgain: open.length };
  } finally {
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
