import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleSimulation } from './bundle';
import type { PlantedBug } from './planted-bug';

const project = path.resolve(__dirname, '../..');
/** Below the project, so that packages are found from it. */
const directory = path.join(project, 'dist/planted-bugs');

/** Within so many, from seed 1, the simulation must find each. */
export const historiesAtMost = 450;

/**
 * The simulation of the product with this mistake in it. The seed is always 1: how soon chance
 * meets a mistake hangs on it, and none may go by because a commit has another number.
 * @returns how many histories it took, or null where all went by
 */
export async function historiesUntilCaught(bug: PlantedBug): Promise<number | null> {
  mkdirSync(directory, { recursive: true });
  const bundle = path.join(directory, `${process.pid}.cjs`);
  try {
    await bundleSimulation(bundle, bug);
    const options = ['--histories', String(historiesAtMost), '--seed', '1', '--processes', '1'];
    const said = await new Promise<{ failed: boolean; text: string }>((resolve) => {
      execFile(process.execPath, [bundle, ...options], { cwd: project }, (error, stdout, stderr) =>
        resolve({ failed: error !== null, text: stdout + stderr }),
      );
    });
    const ran = /^(\d+) histories/m.exec(said.text)?.[1];
    if (ran === undefined) {
      throw new Error(`the simulation did not run: ${said.text.slice(0, 2000)}`);
    }
    return /^history of seed \d+ FAILED/m.test(said.text) ? Number(ran) : null;
  } finally {
    rmSync(bundle, { force: true });
  }
}
