import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startCloud } from '../../../local-cloud';
import type { Place } from './ask';
import { bundleFunction } from './bundle-function';

const name = 'live-check';
const functionSettings = { timeout: 60, memorySize: 512 };

/** The stand-in with the throw-away function in it: its answers are what a real one is held to. */
export async function openLocalPlace(
  say: (line: string) => void,
): Promise<{ place: Place; close(): Promise<void> }> {
  const bundle = await bundleFunction(name);
  writeFileSync(path.join(bundle.directory, 'config.json'), JSON.stringify(functionSettings));
  const indexesFile = path.join(bundle.root, 'indexes.json');
  writeFileSync(indexesFile, JSON.stringify({ [name]: [] }));
  const folders = { dataDirectory: null, functionsDirectory: bundle.root, indexesFile };
  const options = { port: 0, maximumWorkersPerFunction: 1, ...folders };
  const cloud = await startCloud(options);
  const place: Place = {
    collection: name,
    longestStepMs: 60_000,
    leavesOut: { 'query-time': '替身没有这个限度' },
    call: (asked) => cloud.callFunction(name, asked),
    callAsUser: (asked) => cloud.callFunction(name, asked, 'o-user-of-the-probe'),
    pass: (milliseconds) => cloud.advanceClock(milliseconds),
    say,
  };
  return {
    place,
    async close() {
      await cloud.stop();
      bundle.remove();
    },
  };
}
