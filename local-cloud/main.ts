import { readCommandLine } from './command-line';
import { type Cloud, endOnSignal, startCloud } from './index';

/** Logs go to stderr, one JSON line each: stdout carries the one line that scripts read. */
function log(event: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify(event)}\n`);
}

async function main(): Promise<void> {
  let cloud: Cloud | null = null;
  // Before anything is open: a signal may come while the data folder is read.
  const isEnding = endOnSignal(
    async () => cloud?.stop(),
    (message) => log({ event: 'stop-failed', message }),
  );
  try {
    cloud = await startCloud({ ...readCommandLine(process.argv.slice(2)), log });
    const { url, port, environment } = cloud;
    process.stdout.write(`${JSON.stringify({ url, port, environment })}\n`);
  } catch (error) {
    if (isEnding()) return;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

void main();
