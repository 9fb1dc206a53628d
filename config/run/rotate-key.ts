import { buildFunctions } from './build';
import { say } from './progress';
import { rehearse } from './rotate-key/rehearse';

/**
 * `npm run rotate-key`: replaces the secret of a copy of the sample town that lives, and lives
 * through what follows. Nothing of an installation is touched; there `npm run deploy --
 * --replace-secrets` does it. Exit code 1 at the first thing that does not hold.
 */
async function main(): Promise<void> {
  await buildFunctions();
  await rehearse((line) => process.stdout.write(`${line}\n`));
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
