import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

function syncOf(path: string, write: (file: number) => void, flags: string): void {
  const file = openSync(path, flags, 0o600);
  try {
    write(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a small file so that after a crash it holds the old content or the new one, whole.
 * @throws what the disk says; the old content then stands and no draft is left
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const draft = `${path}.new`;
  try {
    syncOf(draft, (file) => writeFileSync(file, content), 'w');
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncOf(dirname(path), () => undefined, 'r');
}
