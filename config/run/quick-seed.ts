import { execFileSync } from 'node:child_process';
import { projectDirectory } from './project-directory';

/** Where there is no git: of a copy of the sources alone. */
const withoutGit = 20_261_123;
const largest = 0xffff_ffff;

/**
 * The seed of all random proofs in quick size: `SEED` where it is set, else the first eight digits
 * of the commit, so that every commit tries other chances and the same commit the same again.
 * @throws RangeError where `SEED` is no whole number below 2³²
 */
export function readQuickSeed(given: string | undefined = process.env.SEED): number {
  if (given !== undefined && given !== '') {
    const seed = Number(given);
    if (Number.isInteger(seed) && seed >= 0 && seed <= largest) return seed;
    throw new RangeError(`SEED 应是 0 到 ${largest} 的整数,不是 ${given}`);
  }
  return seedOfCommit(currentCommit());
}

/** @param commit in full or cut short, null where there is none */
export function seedOfCommit(commit: string | null): number {
  return commit === null ? withoutGit : Number.parseInt(commit.slice(0, 8), 16);
}

/** The commit that is checked out; null where there is no git or no commit. */
export function currentCommit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: projectDirectory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

export const quickSeed = readQuickSeed();
