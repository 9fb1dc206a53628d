import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withBuildLock } from './build-lock';
import { fingerprint } from './fingerprint';
import { projectDirectory } from './project-directory';

const dayMs = 86_400_000;
const shelf = path.join(projectDirectory, 'dist', '.towns');
/** All that a seeded town can hang on. */
const inputs = [
  ...['dist/cloudfunctions', 'local-cloud', 'src/contracts', 'src/domain'],
  ...['config/catalogue', 'config/database', 'config/run', 'package-lock.json'],
];

/** A town tells of days that have passed, so it is good for the day it was made on. */
function keyOf(name: string): string {
  const today = new Date(Date.now() + dayMs / 3).toISOString().slice(0, 10);
  return `${name}-${today}-${fingerprint(projectDirectory, inputs).slice(0, 16)}`;
}

async function exists(directory: string): Promise<boolean> {
  return stat(directory).then(
    () => true,
    () => false,
  );
}

async function dropOld(): Promise<void> {
  for (const name of await readdir(shelf)) {
    const directory = path.join(shelf, name);
    const facts = await stat(directory).catch(() => null);
    if (facts && facts.mtimeMs < Date.now() - dayMs) await rm(directory, { recursive: true });
  }
}

/**
 * A new data folder of a local cloud in which the town of this name stands already. Seeding one
 * takes many seconds of processor time, a copy none: it is seeded once for all who ask, and again
 * where anything it was made from has changed, or on another day.
 * @param name of all that `seed` hangs on beside the code; letters, digits, hyphens
 * @param seed fills the empty folder with a cloud of its own, and ends that cloud
 */
export async function copyOfTown(
  name: string,
  seed: (directory: string) => Promise<void>,
): Promise<string> {
  const kept = path.join(shelf, keyOf(name));
  if (!(await exists(kept))) {
    await withBuildLock(`town-${name}`, async () => {
      if (await exists(kept)) return;
      await mkdir(shelf, { recursive: true });
      await dropOld();
      const making = await mkdtemp(path.join(shelf, '.making-'));
      try {
        await seed(making);
        await rename(making, kept);
      } finally {
        await rm(making, { recursive: true, force: true });
      }
    });
  }
  const copy = await mkdtemp(path.join(tmpdir(), 'jifen-town-'));
  await cp(kept, copy, { recursive: true });
  return copy;
}
