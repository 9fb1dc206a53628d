import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../functions/build-functions';
import { projectDirectory } from '../../run/project-directory';

/** The throw-away function as one file in a folder of that name; `remove` takes all away. */
export async function bundleFunction(
  name: string,
): Promise<{ root: string; directory: string; remove(): void }> {
  const root = mkdtempSync(path.join(tmpdir(), 'live-check-'));
  const directory = path.join(root, name);
  mkdirSync(directory);
  await build({
    ...bundling,
    absWorkingDir: projectDirectory,
    entryPoints: ['config/deploy/live/function.ts'],
    outfile: path.join(directory, 'index.js'),
  });
  return { root, directory, remove: () => rmSync(root, { recursive: true, force: true }) };
}
