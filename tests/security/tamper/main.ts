import { parseArgs } from 'node:util';
import { openBookTown } from './book-town';
import { beyondReach, type Setting } from './setting';
import { type Trial, tamperMany } from './tamper-once';

const usage =
  'npm run tamper -- --edits N --seed S --as household|cadre|supervisor --seals 0|3 ' +
  '--forger database|secret';

const askers = ['household', 'cadre', 'supervisor'] as const;
const forgers = ['database', 'secret'] as const;

function oneOf<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found) return found;
  throw new Error(`--${name} is one of ${allowed.join(', ')}\n${usage}`);
}

function wholeNumber(name: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new Error(`--${name} is a whole number\n${usage}`);
}

function readFlags() {
  const { values } = parseArgs({
    options: {
      edits: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      as: { type: 'string', default: 'household' },
      seals: { type: 'string', default: '0' },
      forger: { type: 'string', default: 'database' },
    },
  });
  const setting: Setting = {
    as: oneOf('as', values.as, askers),
    seals: oneOf('seals', values.seals, ['0', '3']) === '3' ? 3 : 0,
    forger: oneOf('forger', values.forger, forgers),
  };
  const edits = wholeNumber('edits', values.edits);
  return { setting, edits, seed: wholeNumber('seed', values.seed) };
}

const count = (trials: readonly Trial[], verdict: Trial['verdict']) =>
  trials.filter((trial) => trial.verdict === verdict).length;

function tell(trials: readonly Trial[], setting: Setting): void {
  const total = (verdict: Trial['verdict']) => count(trials, verdict);
  const reachable = trials.length - total('beyond');
  console.log(`found ${total('found')} of ${reachable} that what is stored can contradict`);
  for (const kind of [...new Set(trials.map((trial) => trial.kind))].sort()) {
    const own = trials.filter((trial) => trial.kind === kind);
    const alarms = own.filter(({ alarmed }) => alarmed).length;
    const said = [`found ${count(own, 'found')}`, `missed ${count(own, 'missed')}`];
    if (setting.seals > 0) said.push(`alarms ${alarms}`);
    console.log(`  ${kind.padEnd(18)} ${String(own.length).padStart(6)}  ${said.join('  ')}`);
    const beyond = own.filter(({ verdict }) => verdict === 'beyond');
    const printed = beyond.filter(({ contradictsPrint }) => contradictsPrint).length;
    if (beyond.length === 0) continue;
    console.log(`    not found ${beyond.length}: ${beyondReach(kind, setting)}`);
    console.log(`    ${printed} of them differ from the code printed with the newest seal`);
  }
}

async function main(): Promise<void> {
  const startedAtMs = Date.now();
  const { setting, edits, seed } = readFlags();
  const trials = await tamperMany(await openBookTown(), setting, { edits, seed });
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(0);
  const { as, seals, forger } = setting;
  const asked = `as ${as}, ${seals} seals later, forger has the ${forger}`;
  console.log(`${edits} tamperings, ${asked}, seed ${seed}, ${seconds} s`);
  tell(trials, setting);
  const missed = trials.filter(({ verdict }) => verdict === 'missed');
  for (const trial of missed.slice(0, 5)) {
    console.log(JSON.stringify(trial));
    const flags = `--as ${as} --seals ${seals} --forger ${forger}`;
    console.log(`again: npm run tamper -- --edits 1 --seed ${trial.seed} ${flags}`);
  }
  if (missed.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
