import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { withBuildLock } from '../run/build-lock';
import { forget, isFresh, remember } from '../run/build-stamp';
import { fingerprint, sizeBytes } from '../run/fingerprint';
import { projectDirectory } from '../run/project-directory';
import { lazySdk } from './lazy-sdk';
import { deployedFiles, onDemand, partsOf } from './on-demand';
import { withoutWoff } from './without-woff';

export type BuildResult = { built: boolean; seconds: number; bytes: number };
export type FunctionsResult = BuildResult & { functions: ({ name: string } & BuildResult)[] };

/** What every function depends on without importing it. */
const commonInputs = ['package-lock.json', 'config/functions'];

/** The functions of the product: every folder of `cloudfunctions/` with an index.ts. */
export function functionNames(): string[] {
  const root = path.join(projectDirectory, 'cloudfunctions');
  return readdirSync(root)
    .filter((name) => existsSync(path.join(root, name, 'index.ts')) && name !== 'runtime')
    .sort();
}

/**
 * Makes `dist/cloudfunctions/<name>/{index.js,package.json,config.json}` for every function
 * that is stale: one minified CommonJS file that holds the SDK too, so that the cloud installs
 * nothing. Folders of functions that no longer exist are removed.
 */
export async function buildFunctions(options: { force?: boolean } = {}): Promise<FunctionsResult> {
  const startedAtMs = Date.now();
  const names = functionNames();
  const functions = await withBuildLock('functions', async () => {
    removeOthers(names);
    const results: FunctionsResult['functions'] = [];
    for (const name of names) {
      results.push({ name, ...(await buildFunction(name, options.force === true)) });
    }
    return results;
  });
  return {
    built: functions.some((result) => result.built),
    seconds: (Date.now() - startedAtMs) / 1000,
    bytes: functions.reduce((sum, result) => sum + result.bytes, 0),
    functions,
  };
}

function outputDirectory(name: string): string {
  return path.join(projectDirectory, 'dist/cloudfunctions', name);
}

function removeOthers(names: readonly string[]): void {
  const root = path.join(projectDirectory, 'dist/cloudfunctions');
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync(root).filter((entry) => !names.includes(entry))) {
    rmSync(path.join(root, name), { recursive: true, force: true });
    forget(`function-${name}`);
  }
}

async function buildFunction(name: string, force: boolean): Promise<BuildResult> {
  const startedAtMs = Date.now();
  const part = `function-${name}`;
  const output = outputDirectory(name);
  const complete = existsSync(path.join(output, 'index.js'));
  if (!force && complete && isFresh(part)) {
    return { built: false, seconds: 0, bytes: sizeBytes(output) };
  }
  forget(part);
  const source = path.join('cloudfunctions', name);
  const metafile = await bundle(name);
  const inputs = [...commonInputs, source, ...ownInputs(metafile)];
  const hash = fingerprint(projectDirectory, inputs);
  writePackage(name);
  await makeAssets(name);
  remember(part, inputs, hash);
  return { built: true, seconds: (Date.now() - startedAtMs) / 1000, bytes: sizeBytes(output) };
}

/** How every function is bundled; what it is compared with in the bench is bundled alike. */
export const bundling = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

export const functionPlugins = [lazySdk, onDemand, deployedFiles, withoutWoff];

async function bundle(name: string): Promise<Metafile> {
  const result = await build({
    ...bundling,
    absWorkingDir: projectDirectory,
    entryPoints: [`cloudfunctions/${name}/index.ts`],
    outfile: path.join(outputDirectory(name), 'index.js'),
    metafile: true,
    plugins: functionPlugins,
  });
  return result.metafile;
}

/** Third-party files are covered by the lock file. */
function ownInputs(metafile: Metafile): string[] {
  return Object.keys(metafile.inputs).filter((input) => !input.startsWith('node_modules/'));
}

function writePackage(name: string): void {
  const output = outputDirectory(name);
  const about = { name, version: '1.0.0', private: true, main: 'index.js' };
  writeFileSync(path.join(output, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  const settings = path.join(projectDirectory, 'cloudfunctions', name, 'config.json');
  if (existsSync(settings)) {
    cpSync(settings, path.join(output, 'config.json'));
  } else {
    writeFileSync(path.join(output, 'config.json'), '{}\n');
  }
}

type AssetsHook = { buildAssets: (targetDirectory: string) => Promise<void> };

/**
 * `cloudfunctions/<name>/assets/` is copied as it is, parts that are loaded on demand are bundled
 * into files of their own; `cloudfunctions/<name>/build-assets.ts` may make more (packed fonts) by
 * exporting `buildAssets(targetDirectory)`.
 */
async function makeAssets(name: string): Promise<void> {
  const source = path.join(projectDirectory, 'cloudfunctions', name);
  const target = path.join(outputDirectory(name), 'assets');
  rmSync(target, { recursive: true, force: true });
  if (existsSync(path.join(source, 'assets'))) {
    cpSync(path.join(source, 'assets'), target, { recursive: true });
  }
  for (const { part, entry } of partsOf(source)) {
    const outfile = path.join(target, `${part}.js`);
    await build({
      ...bundling,
      entryPoints: [entry],
      outfile,
      plugins: [deployedFiles, withoutWoff],
    });
  }
  const hook = path.join(source, 'build-assets.ts');
  if (existsSync(hook)) {
    mkdirSync(target, { recursive: true });
    const { buildAssets } = (await import(hook)) as AssetsHook;
    await buildAssets(target);
  }
}
