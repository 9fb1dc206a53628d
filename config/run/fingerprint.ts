import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash over the names and contents of the given files and folders (recursively), relative
 * to `root`. Contents, not times: a clone or a branch switch makes nothing stale by itself.
 * A path that does not exist counts as such, so that its appearance changes the hash.
 */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of [...paths].sort()) {
    addPath(hash, root, name);
  }
  return hash.digest('hex');
}

function addPath(hash: Hash, root: string, name: string): void {
  const full = path.resolve(root, name);
  if (!existsSync(full)) {
    hash.update(`${name}\0missing\0`);
    return;
  }
  if (statSync(full).isDirectory()) {
    for (const entry of readdirSync(full).sort()) {
      addPath(hash, root, path.join(name, entry));
    }
    return;
  }
  const bytes = readFileSync(full);
  hash.update(`${name}\0${bytes.length}\0`);
  hash.update(bytes);
}

/** Total size of the files below a folder (or of one file), in bytes; 0 when there is none. */
export function sizeBytes(full: string): number {
  if (!existsSync(full)) {
    return 0;
  }
  const facts = statSync(full);
  if (!facts.isDirectory()) {
    return facts.size;
  }
  return readdirSync(full).reduce((sum, entry) => sum + sizeBytes(path.join(full, entry)), 0);
}
