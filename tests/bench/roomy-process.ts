import { spawnSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

const megabyte = 2 ** 20;
/** A million entries beside medici's two million rows need far more than Node's default of 4 GB. */
const wantedMb = 14_000;
const shareOfMemory = 0.75;

/**
 * Starts this program again where its heap is too small, since a heap can only be widened at the
 * start, and ends with its exit code.
 */
export function inRoomyProcess(main: () => Promise<void>): Promise<void> {
  const heapMb = Math.min(wantedMb, Math.floor((totalmem() / megabyte) * shareOfMemory));
  const flag = `--max-old-space-size=${heapMb}`;
  if (process.execArgv.includes(flag) || getHeapStatistics().heap_size_limit / megabyte >= heapMb) {
    return main();
  }
  const words = [flag, ...process.execArgv, ...process.argv.slice(1)];
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  process.exit(status ?? 1);
}
