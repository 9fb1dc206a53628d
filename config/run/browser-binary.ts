import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectDirectory } from './project-directory';

export type BrowserBinary = { executable: string; environment: Record<string, string> };

const run = promisify(execFile);
const packageFile = 'node_modules/@sparticuz/chromium/package.json';

const installedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

/** The folder below node_modules that holds what is unpacked; `npm ci` clears it. */
export function browserCacheDirectory(): string {
  return path.join(projectDirectory, 'node_modules/.cache/browser');
}

/**
 * A Chromium to start: the one that came with npm on Linux x64, else an installed Chrome.
 * @throws when there is neither, with a sentence that says what to install
 */
export async function findBrowser(): Promise<BrowserBinary> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return unpackBrowser();
  }
  const executable = installedPlaces.find((place) => existsSync(place));
  if (executable === undefined) {
    throw new Error(
      '这台电脑上没有找到 Chrome 浏览器。请到 google.cn/chrome 安装 Chrome,再运行一次这个命令。',
    );
  }
  return { executable, environment: {} };
}

/**
 * Unpacks the npm package's Chromium once (about 3 s). In a child process with a temporary
 * folder of its own, then renamed: two commands at once never see a half-written program.
 */
async function unpackBrowser(): Promise<BrowserBinary> {
  const { version } = JSON.parse(
    readFileSync(path.join(projectDirectory, packageFile), 'utf8'),
  ) as { version: string };
  const home = path.join(browserCacheDirectory(), `chromium-${version}`);
  const executable = path.join(home, 'chromium');
  if (!existsSync(executable)) {
    mkdirSync(browserCacheDirectory(), { recursive: true });
    const staging = mkdtempSync(path.join(browserCacheDirectory(), 'unpack-'));
    const code = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
    await run(process.execPath, ['-e', code], {
      cwd: projectDirectory,
      // The package unpacks its own system libraries only where it believes to be on Lambda.
      env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    });
    publish(staging, home, executable);
  }
  return { executable, environment: libraryEnvironment(home) };
}

function publish(staging: string, home: string, executable: string): void {
  try {
    renameSync(staging, home);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(executable)) {
      throw error; // not because another process was first
    }
  }
}

/** The package's own libnss3 and friends, only where the system has none. */
function libraryEnvironment(home: string): Record<string, string> {
  const systemFolders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];
  if (systemFolders.some((folder) => existsSync(path.join(folder, 'libnss3.so')))) {
    return {};
  }
  const own = path.join(home, 'al2023', 'lib');
  const inherited = process.env.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: inherited === undefined ? own : `${own}:${inherited}` };
}
