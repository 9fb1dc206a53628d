import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Random } from '../../support/random';
import { subjects } from './subjects';

const run = promisify(execFile);

/** Says how long one require takes, in milliseconds; a process of its own, so nothing is cached. */
const loader = `
const startedAtMs = performance.now();
require(process.argv[1]);
process.stdout.write(String(performance.now() - startedAtMs), () => process.exit(0));
`;

/** As a function's process is started: no loader and no settings of this process. */
const environment = {
  PATH: process.env.PATH ?? '',
  TENCENTCLOUD_RUNENV: 'SCF',
  SCF_NAMESPACE: 'local',
};

/** Milliseconds a fresh process needs to load each subject, interleaved in a shuffled order. */
export async function measureLoads(
  directory: string,
  rounds: number,
  random: Random,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  for (const { name } of subjects) times[name] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { name } of random.shuffle(subjects)) {
      const cwd = path.join(directory, name);
      const entry = path.join(cwd, 'index.js');
      const options = { cwd, env: environment };
      const { stdout } = await run(process.execPath, ['-e', loader, entry], options);
      times[name]?.push(Number(stdout));
    }
  }
  return times;
}
