import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { type Cloud, type CloudOptions, startCloud } from '../../../local-cloud';
import { temporaryFolder } from '../functions/fixture';

type Database = ReturnType<ReturnType<typeof tcb.init>['database']>;
export type SdkCloud = { cloud: Cloud; database: Database; stop(): Promise<void> };

/** A whole cloud with one collection `things`, and the unmodified SDK of this process led to it. */
export async function openSdkCloud(
  options: Partial<CloudOptions> = {},
  timeout = 10_000,
): Promise<SdkCloud> {
  const folder = temporaryFolder();
  const indexesFile = join(folder.path, 'indexes.json');
  const fields = [{ name: 'n', direction: '1' }];
  writeFileSync(indexesFile, JSON.stringify({ things: [{ name: 'by-n', fields }] }));
  const cloud = await startCloud({ port: 0, dataDirectory: null, indexesFile, ...options });
  const before = { ...process.env };
  // Else the SDK warns of each slow request, also when the test is over.
  Object.assign(process.env, cloud.environment, { SILENCE: 'true' });
  return {
    cloud,
    database: tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout }).database(),
    async stop() {
      process.env = before;
      await cloud.stop();
      folder.remove();
    },
  };
}
