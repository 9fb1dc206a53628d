import { parseArgs } from 'node:util';
import { historiesAtMost, historiesUntilCaught } from './plant';
import { plantedBugs } from './planted-bugs';

/**
 * `npm run planted -- [--only WORDS]`: every mistake of the list, or those whose name holds the
 * words, planted one at a time; fails with the names of those the simulation does not find.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const wanted = plantedBugs.filter(({ name }) => name.includes(values.only));
  if (wanted.length === 0) throw new Error(`no planted mistake is called “${values.only}”`);
  const took: number[] = [];
  const missed: string[] = [];
  for (const bug of wanted) {
    const caughtAfter = await historiesUntilCaught(bug);
    if (caughtAfter === null) missed.push(bug.name);
    else took.push(caughtAfter);
    const said = caughtAfter === null ? 'NOT FOUND' : `found in history ${caughtAfter}`;
    say(`${took.length + missed.length}/${wanted.length} ${bug.name}: ${said}`);
  }
  const latest = Math.max(0, ...took);
  say(
    `${took.length} of ${wanted.length} planted mistakes found within ${historiesAtMost} ` +
      `histories from seed 1, the latest in history ${latest}`,
  );
  for (const name of missed) say(`  not found: ${name}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

void main();
