import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectDirectory } from '../../config/run/project-directory';
import type { BenchOptions, BenchResult } from './section';

/** A section's result and what it was measured with: the next run may measure another one alone. */
export type StampedResult = BenchResult & {
  /** With `-dirty` where files had been changed since; null outside a clone. */
  commit: string | null;
  measuredAt: string;
  tookMs: number;
  options: BenchOptions;
  machine: Record<string, string | number>;
};

export function commitNow(): string | null {
  try {
    const words = ['describe', '--always', '--dirty', '--exclude', '*'];
    return execFileSync('git', words, { cwd: projectDirectory, encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

function sectionsIn(file: string): Record<string, unknown> {
  try {
    const { sections } = JSON.parse(readFileSync(file, 'utf8')) as { sections?: object };
    return { ...sections };
  } catch {
    return {};
  }
}

/** Puts one section in its place among those that earlier runs have left in the file. */
export function keepSection(file: string, name: string, result: StampedResult): void {
  const sections = { ...sectionsIn(file), [name]: result };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ sections }, null, 1)}\n`);
}
