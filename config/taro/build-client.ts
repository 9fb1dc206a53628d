import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildResult } from '../functions/build-functions';
import { withBuildLock } from '../run/build-lock';
import { forget, isFresh, remember } from '../run/build-stamp';
import { fingerprint, sizeBytes } from '../run/fingerprint';
import { withProgress } from '../run/progress';
import { projectDirectory } from '../run/project-directory';

export type ClientTarget = 'weapp' | 'h5';

const inputs = [
  'src',
  'config/index.ts',
  'config/taro',
  'config/catalogue',
  'package.json',
  'package-lock.json',
  'project.config.json',
  '.env.production',
];

const mainFile: Record<ClientTarget, string> = { weapp: 'app.json', h5: 'index.html' };

/**
 * Builds `dist/weapp` or `dist/h5` with Taro in a child process, when stale.
 * The new output takes the old one's place at the end, so that a server of the old one or a
 * build that fails never leaves half of it. Rejects with what Taro printed when it fails.
 */
export async function buildClient(
  target: ClientTarget,
  options: { force?: boolean } = {},
): Promise<BuildResult> {
  const startedAtMs = Date.now();
  const output = path.join(projectDirectory, 'dist', target);
  return withBuildLock(target, async () => {
    const complete = existsSync(path.join(output, mainFile[target]));
    if (options.force !== true && complete && isFresh(target)) {
      return { built: false, seconds: 0, bytes: sizeBytes(output) };
    }
    const hash = fingerprint(projectDirectory, inputs);
    const staging = path.join('dist', `.building-${target}`);
    rmSync(path.join(projectDirectory, staging), { recursive: true, force: true });
    await withProgress(`正在编译 dist/${target}`, () => runTaro(target, staging));
    if (!existsSync(path.join(projectDirectory, staging, mainFile[target]))) {
      throw new Error(`Taro 没有做出 dist/${target}/${mainFile[target]}`);
    }
    forget(target);
    rmSync(output, { recursive: true, force: true });
    renameSync(path.join(projectDirectory, staging), output);
    remember(target, inputs, hash);
    const seconds = (Date.now() - startedAtMs) / 1000;
    return { built: true, seconds, bytes: sizeBytes(output) };
  });
}

/**
 * Builds a Taro app by the project's own Taro.
 * @param output where to, relative to the app's folder, unless its config says otherwise
 * @throws what Taro printed, when the build fails
 */
export function runTaro(
  target: ClientTarget,
  output: string,
  directory = projectDirectory,
): Promise<void> {
  const require = createRequire(path.join(projectDirectory, 'package.json'));
  const cli = path.join(path.dirname(require.resolve('@tarojs/cli/package.json')), 'bin/taro');
  const endsWithParent = path.join(projectDirectory, 'config/run/ends-with-parent.mjs');
  const child = spawn(
    process.execPath,
    [
      ...['--import', pathToFileURL(endsWithParent).href],
      ...[cli, 'build', '--type', target, '--disable-global-config'],
    ],
    {
      cwd: directory,
      env: {
        ...taroEnvironment(),
        NODE_ENV: 'production',
        TARO_ENV: target,
        BUILD_OUTPUT: output,
        STARTED_BY: String(process.pid),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const printed: string[] = [];
  child.stdout.on('data', (chunk) => printed.push(String(chunk)));
  child.stderr.on('data', (chunk) => printed.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`dist/${target} 没有编译成功:\n${printed.join('').trim()}`));
      }
    });
  });
}

/**
 * A test runner's or a loader's settings must not reach Taro: jest sets NODE_ENV=test and
 * tsx sets NODE_OPTIONS in some set-ups; both change what is built.
 */
function taroEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _worker, ...rest } = process.env;
  return rest;
}
