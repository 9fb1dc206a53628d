import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { PlantedBug } from './planted-bug';

const project = path.resolve(__dirname, '../..');

/**
 * The files with their mistakes in them, by path.
 * @throws Error when the words to change are not there, or are there twice
 */
export function filesWithBug({ name, changes }: PlantedBug): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file, from, to } of changes) {
    const loaded = path.join(project, file);
    const text = files.get(loaded) ?? readFileSync(loaded, 'utf8');
    if (text.split(from).length !== 2) {
      throw new Error(`“${name}” no longer fits ${file}: write it anew, so that it bites again`);
    }
    files.set(
      loaded,
      text.replace(from, () => to),
    );
  }
  return files;
}

function planting(bug: PlantedBug): Plugin {
  const files = filesWithBug(bug);
  return {
    name: 'planted-bug',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
        const contents = files.get(loaded);
        if (contents === undefined) return undefined;
        return { contents, loader: 'ts', resolveDir: path.dirname(loaded) };
      });
    },
  };
}

/**
 * The simulation in one file, which runs a quarter faster than its sources; with a bug in it, where
 * one is given. The product has no switch.
 * @param outfile below the project, so that packages are found from it
 */
export async function bundleSimulation(outfile: string, bug: PlantedBug | null): Promise<void> {
  await build({
    ...{ entryPoints: [path.join(__dirname, 'simulate.ts')], outfile, bundle: true },
    ...{ platform: 'node', target: 'node20', format: 'cjs', logLevel: 'silent' },
    external: [
      ...['esbuild', 'libsql', 'wx-server-sdk', '@cloudbase/*'],
      ...['write-excel-file', 'write-excel-file/*'],
    ],
    plugins: bug ? [planting(bug)] : [],
    absWorkingDir: project,
  });
}
