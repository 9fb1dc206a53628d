import { CannotGoOn } from './command-line';

/** Could not be found out; a difference found is 1. */
const unknown = 2;

/** Runs a command; what it cannot do becomes a sentence, never a trace or a key. */
export async function exitWith(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const sentence = error instanceof CannotGoOn ? error.message : `出错了:${String(error)}`;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = unknown;
  }
}
