import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const packageFile = require.resolve('miniprogram-compiler/package.json');

/** Why WeChat's own compilers cannot run on this machine; undefined where they can. */
export function whyNoCompilers(platform: string, architecture: string): string | undefined {
  return platform === 'linux' && architecture === 'x64'
    ? undefined
    : `wcc and wcsc are for Linux x64, this is ${platform} ${architecture}: NOT CHECKED`;
}

/** Every file of a built mini-program whose name ends so, relative to it. */
export function filesOf(directory: string, ending: string): string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(directory, folder)).flatMap((entry) => {
      const name = path.posix.join(folder, entry);
      return statSync(path.join(directory, name)).isDirectory() ? below(name) : [name];
    });
  return below('').filter((name) => name.endsWith(ending));
}

/** npm unpacks the two without the run bit, and node_modules is not ours to change. */
function runnable(name: 'wcc' | 'wcsc'): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const copied = path.join(folder, name);
  copyFileSync(path.join(path.dirname(packageFile), 'bin/linux', name), copied);
  chmodSync(copied, 0o755);
  return copied;
}

/** Whatever is said to stderr counts, also where the compiler ends well. */
function complaintsOf(name: 'wcc' | 'wcsc', directory: string, values: string[]): string[] {
  const compiler = runnable(name);
  const options = { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { error, status, signal, stderr } = spawnSync(compiler, values, options);
  rmSync(path.dirname(compiler), { recursive: true });
  if (error !== undefined) throw error;
  const said = stderr.split('\n').filter((line) => line.trim() !== '');
  return status === 0 ? said : [...said, `${name} ended with ${status ?? signal}`];
}

/** What WeChat's template compiler has against the templates of a built mini-program. */
export function templateComplaints(directory: string): string[] {
  const files = [...filesOf(directory, '.wxml'), ...filesOf(directory, '.wxs')];
  return complaintsOf('wcc', directory, ['-d', '-cc', '0', ...files, '-gn', '$gwx']);
}

/**
 * What WeChat's style compiler has against its styles. All in one call, as they import each other;
 * those of pages, which have settings beside them, come first and are counted.
 */
export function styleComplaints(directory: string): string[] {
  const files = filesOf(directory, '.wxss');
  const isPage = (file: string) => existsSync(path.join(directory, file.replace(/wxss$/, 'json')));
  const pages = files.filter(isPage);
  const others = files.filter((file) => !isPage(file));
  return complaintsOf('wcsc', directory, ['-db', '-pc', String(pages.length), ...pages, ...others]);
}
