/**
 * The first step of every npm script, written with Node built-ins alone so that it runs on a
 * bare clone: checks Node, installs what package-lock.json names when it is not installed, then
 * runs the TypeScript file named first on the command line, passing on arguments, signals and
 * exit code. Whatever ends this process, or npm above it, ends what it started.
 *
 * Why not a `pre…` script: `ignore-scripts=true` silences those.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const minimumNodeMajor = 20;
const progressEveryMs = 5000;
/** What was told to end and has not by then is killed. */
const longestEndMs = 8000;
const projectDirectory = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * What is at work for this process, and the signal that told it to end.
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @type {{ child: ChildProcess | null, endedBy: NodeJS.Signals | null }}
 */
const running = { child: null, endedBy: null };

/** @param {NodeJS.Signals} signal as shells count it */
const exitCodeOf = (signal) => 128 + constants.signals[signal];

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * @param {string} file path below the project
 * @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(projectDirectory, file), 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * npm writes node_modules/.package-lock.json last, so a half-finished install has none. The
 * contents are compared, not the times: a fresh clone or a branch switch touches times only.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (wanted === null) {
    throw new Error('读不出 package-lock.json,请重新取一份完整的代码。');
  }
  if (installed === null) {
    return false;
  }
  return Object.entries(wanted).every(([name, entry]) => {
    const found = installed[name];
    if (name === '' || (found === undefined && entry.optional === true)) {
      return true; // the project itself; or a binary for another system
    }
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Takes the install lock (outside node_modules, which `npm ci` removes); waits while another
 * living process holds it.
 * @returns {Promise<() => void>} gives the lock back
 */
async function takeInstallLock() {
  const key = createHash('sha256').update(projectDirectory).digest('hex').slice(0, 16);
  const directory = path.join(tmpdir(), `set-up-${key}.lock`);
  const owner = path.join(directory, 'process-id');
  for (let attempt = 0; ; attempt += 1) {
    try {
      mkdirSync(directory);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
    const holderIsGone = holder > 0 ? !isAlive(holder) : attempt > 10;
    if (holderIsGone) {
      rmSync(directory, { recursive: true, force: true });
      continue;
    }
    if (attempt % 10 === 0) {
      say('另一个命令正在安装依赖,等它装完……');
    }
    await pause(500);
  }
}

function countInstalledFolders() {
  try {
    return readdirSync(path.join(projectDirectory, 'node_modules')).length;
  } catch {
    return 0;
  }
}

/** Runs `npm ci`, telling every few seconds how far it is. Rejects when npm fails. */
async function install() {
  say('正在安装依赖(npm ci),第一次要一两分钟……');
  const startedAtMs = Date.now();
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAtMs) / 1000);
    say(`  已用 ${seconds} 秒,node_modules 里有 ${countInstalledFolders()} 个目录`);
  }, progressEveryMs);
  const code = await new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: projectDirectory,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
    });
    running.child = child;
    child.once('error', reject);
    child.once('exit', resolve);
  }).finally(() => {
    clearInterval(progress);
    running.child = null;
  });
  if (code !== 0) {
    throw new Error('依赖没有装上(npm ci 失败)。请看上面 npm 的说明,连上网络后再试一次。');
  }
  say(`依赖装好了,用了 ${Math.round((Date.now() - startedAtMs) / 1000)} 秒。`);
}

async function ensureInstalled() {
  if (isInstalled()) {
    return;
  }
  const release = await takeInstallLock();
  try {
    if (!isInstalled()) {
      await install();
    }
  } finally {
    release();
  }
}

/** Tells the child to end, and sees to it that it does. */
function passOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const { child } = running;
      if (child === null) process.exit(exitCodeOf(signal));
      running.endedBy ??= signal;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), longestEndMs).unref();
    });
  }
}

/**
 * @param {string} script @param {string[]} rest
 * @returns {Promise<number>} the exit code to leave with
 */
function runScript(script, rest) {
  const file = path.resolve(projectDirectory, script);
  const env = { ...process.env, STARTED_BY: String(process.pid) };
  const endsWithParent = new URL('./ends-with-parent.mjs', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--import', endsWithParent, '--import', 'tsx', file, ...rest],
    { cwd: projectDirectory, stdio: 'inherit', env },
  );
  running.child = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal === null ? 1 : exitCodeOf(signal)));
    });
  });
}

async function main() {
  const [script, ...rest] = process.argv.slice(2);
  const nodeMajor = Number(process.versions.node.split('.')[0]);
  if (nodeMajor < minimumNodeMajor) {
    throw new Error(
      `需要 Node ${minimumNodeMajor} 或更新的版本,现在是 ${process.versions.node}。请到 nodejs.org 安装。`,
    );
  }
  if (script === undefined) {
    throw new Error('用法:node config/run/set-up.mjs <脚本.ts> [参数…]');
  }
  passOnSignals();
  // Started by hand it may be meant to live on without the shell it was typed in.
  if (process.env.npm_lifecycle_event !== undefined) await import('./ends-with-parent.mjs');
  await ensureInstalled();
  return running.endedBy === null ? runScript(script, rest) : exitCodeOf(running.endedBy);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    const { endedBy } = running;
    if (endedBy === null) say(error instanceof Error ? error.message : String(error));
    process.exitCode = endedBy === null ? 1 : exitCodeOf(endedBy);
  },
);
