import { parseArgs } from 'node:util';
import { openBookTown } from './book-town';
import { tamperMany } from './tamper-once';

const { values: flags } = parseArgs({
  options: {
    edits: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});

async function main(): Promise<void> {
  const startedAtMs = Date.now();
  const seed = Number(flags.seed);
  const tally = await tamperMany(await openBookTown(), Number(flags.edits), seed);
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(0);
  console.log(`${tally.edits} tamperings, seed ${seed}, ${seconds} s`);
  for (const [kind, count] of Object.entries(tally.byKind).sort()) {
    const missed = tally.missed.filter((trial) => trial.kind === kind).length;
    console.log(`  ${kind.padEnd(18)} ${String(count).padStart(6)}  not found ${missed}`);
  }
  for (const trial of tally.missed.slice(0, 5)) {
    console.log(JSON.stringify(trial));
    console.log(`again: npx tsx tests/security/tamper/main.ts --edits 1 --seed ${trial.seed}`);
  }
  if (tally.missed.length > 0) process.exitCode = 1;
}

main();
