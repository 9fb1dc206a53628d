import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint';
import { projectDirectory } from './project-directory';

/** What an output was made from: the inputs' names and their hash at the start of the build. */
type Stamp = { inputs: string[]; hash: string };

function stampFile(part: string): string {
  return path.join(projectDirectory, 'dist', `.stamp-${part.replace(/\W/g, '-')}.json`);
}

/** True when `part` was built from exactly these contents and nothing has changed since. */
export function isFresh(part: string): boolean {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(part), 'utf8')) as Stamp;
    return fingerprint(projectDirectory, stamp.inputs) === stamp.hash;
  } catch {
    return false; // never built, or the stamp is unreadable: build again
  }
}

/** Call before the first byte of output is touched: a build cut short must count as stale. */
export function forget(part: string): void {
  rmSync(stampFile(part), { force: true });
}

/** @param hash of the inputs as they were read; a file edited meanwhile then counts as stale */
export function remember(part: string, inputs: readonly string[], hash: string): void {
  const stamp: Stamp = { inputs: [...inputs], hash };
  mkdirSync(path.dirname(stampFile(part)), { recursive: true });
  writeFileSync(stampFile(part), JSON.stringify(stamp));
}
