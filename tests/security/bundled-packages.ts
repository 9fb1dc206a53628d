import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundling, functionNames } from '../../config/functions/build-functions';
import { lazySdk } from '../../config/functions/lazy-sdk';

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
    const { metafile } = await build({
      ...bundling,
      absWorkingDir: root,
      entryPoints: [`cloudfunctions/${functionName}/index.ts`],
      write: false,
      outfile: `${functionName}.js`,
      metafile: true,
      plugins: [lazySdk],
    });
    const output = Object.values(metafile.outputs)[0];
    const folders = Object.keys(output?.inputs ?? {}).map(packageFolderOf);
    for (const folder of new Set(folders.filter((each) => each !== null))) {
      const { name, version } = nameAndVersion(folder);
      const key = `${name}@${version}`;
      const known = found.get(key) ?? { version, functions: [] };
      found.set(key, { version, functions: [...known.functions, functionName] });
    }
  }
  return new Map([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
}
