import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundling, functionNames, functionPlugins } from '../../config/functions/build-functions';
import { partsOf } from '../../config/functions/on-demand';

const root = path.resolve(__dirname, '../..');

export type Bundled = { version: string; functions: string[] };

/** `node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c`. */
function packageFolderOf(input: string): string | null {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1] ?? null;
}

function nameAndVersion(folder: string): { name: string; version: string } {
  const file = path.join(root, folder, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
}

/**
 * Every third-party package that is really inside a function as it is deployed, with its version,
 * by name; found by bundling each function the way the build does, without writing anything.
 */
export async function bundledPackages(): Promise<ReadonlyMap<string, Bundled>> {
  const found = new Map<string, Bundled>();
  for (const functionName of functionNames()) {
    const own = `cloudfunctions/${functionName}`;
    const parts = partsOf(path.join(root, own)).map(({ entry }) => path.relative(root, entry));
    const { metafile } = await build({
      ...bundling,
      absWorkingDir: root,
      entryPoints: [`${own}/index.ts`, ...parts],
      write: false,
      outdir: functionName,
      metafile: true,
      plugins: functionPlugins,
    });
    const outputs = Object.values(metafile.outputs);
    const folders = outputs.flatMap(({ inputs }) => Object.keys(inputs).map(packageFolderOf));
    for (const folder of new Set(folders.filter((each) => each !== null))) {
      const { name, version } = nameAndVersion(folder);
      const key = `${name}@${version}`;
      const known = found.get(key) ?? { version, functions: [] };
      found.set(key, { version, functions: [...known.functions, functionName] });
    }
  }
  return new Map([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}

type Lock = { packages: Record<string, { dependencies?: Record<string, string> }> };

/** Where npm put what `from` asks for: beside it, or in a folder further up. */
function placeOf(name: string, from: string, { packages }: Lock): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = `${at && `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return null;
  }
}

function importedBySources(): string[] {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]sx?$/.test(name))
    .map((name) => readFileSync(path.join(root, 'src', name), 'utf8'));
  const imports = sources
    .join('\n')
    .matchAll(/(?:from|import|require\()\s*'((?:@[^/']+\/)?[\w.-]+)/g);
  return [...new Set([...imports].map(([, name = '']) => name))].filter((name) =>
    /^[@\w]/.test(name),
  );
}

/**
 * Names of all packages that may be inside the mini-program: what its sources import, and whatever
 * that depends on. More than webpack keeps, so nothing that is deployed is left out.
 */
export function phonePackages(): ReadonlySet<string> {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
  const places = new Set<string>();
  const take = (name: string, from: string): void => {
    const place = placeOf(name, from, lock);
    if (!place || places.has(place)) return;
    places.add(place);
    for (const each of Object.keys(lock.packages[place]?.dependencies ?? {})) take(each, place);
  };
  for (const name of importedBySources()) take(name, '');
  return new Set([...places].map((place) => place.split('node_modules/').at(-1) ?? ''));
}
