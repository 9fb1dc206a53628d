import { readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './progress';
import { previewFile } from './register-preview';

const usage = 'npm run -s read-register -- FILE';

/** Says on standard output, as JSON, what the town's preview of a register file would say. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) {
    say(usage);
    process.exitCode = 1;
    return;
  }
  const bytes = readFileSync(path.resolve(process.env.INIT_CWD ?? '.', file));
  process.stdout.write(`${JSON.stringify(await previewFile(bytes, Date.now()))}\n`);
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
