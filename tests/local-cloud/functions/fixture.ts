import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, stop } from 'esbuild';

export type Fixture = { code: string; config?: unknown; bundle?: boolean };

/** A temporary folder; gone when the test file calls `remove`. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Deploys functions into a folder: plain CommonJS as given, or bundled with the SDK it imports. */
export function deploy(directory: string, fixtures: Record<string, Fixture>): void {
  for (const [name, { code, config, bundle }] of Object.entries(fixtures)) {
    const folder = join(directory, name);
    mkdirSync(folder, { recursive: true });
    if (config !== undefined) writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    const outfile = join(folder, 'index.js');
    if (!bundle) {
      writeFileSync(outfile, code);
      continue;
    }
    buildSync({
      stdin: { contents: code, resolveDir: process.cwd(), loader: 'js' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'error',
      outfile,
    });
  }
  // Its helper process would keep jest from ending.
  void stop();
}

/** Waits until a condition holds; throws after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
