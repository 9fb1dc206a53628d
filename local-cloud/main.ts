import { readCommandLine } from './command-line';
import { type Cloud, startCloud } from './index';

/** Logs go to stderr, one JSON line each: stdout carries the one line that scripts read. */
function log(event: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify(event)}\n`);
}

function endOnSignal(cloud: Cloud): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    cloud.stop().then(
      () => process.exit(0),
      (error: Error) => {
        log({ event: 'stop-failed', message: error.message });
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

async function main(): Promise<void> {
  try {
    const cloud = await startCloud({ ...readCommandLine(process.argv.slice(2)), log });
    endOnSignal(cloud);
    const { url, port, environment } = cloud;
    process.stdout.write(`${JSON.stringify({ url, port, environment })}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

void main();
