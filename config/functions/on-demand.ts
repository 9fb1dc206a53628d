import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** `cloudfunctions/<function>/…/<part>/on-demand.ts`: a part that is loaded when first used. */
const partFile = /(?:^|\/)([\w-]+)\/on-demand(?:\.ts)?$/;

/**
 * Leaves a part that is asked for by `import('…/<part>/on-demand')` out of the function's one file,
 * which every cold start reads whole; it becomes `assets/<part>.js`.
 */
export const onDemand: Plugin = {
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: partFile }, ({ path: asked, kind }) => {
      if (kind === 'entry-point') return undefined;
      if (kind !== 'dynamic-import') throw new Error(`ask for ${asked} by import(), when used`);
      return { path: `./assets/${partFile.exec(asked)?.[1]}.js`, external: true };
    });
  },
};

/** Where `file.deployed.ts` lies beside `file.ts`, a built function has the former. */
export const deployedFiles: Plugin = {
  name: 'deployed-files',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path: asked, resolveDir }) => {
      const deployed = path.join(resolveDir, `${asked}.deployed.ts`);
      return existsSync(deployed) ? { path: deployed } : undefined;
    });
  },
};

/** The parts of a function, by the names under which it finds them in its assets. */
export function partsOf(functionDirectory: string): { part: string; entry: string }[] {
  const files = readdirSync(functionDirectory, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => {
    const part = partFile.exec(file.split(path.sep).join('/'))?.[1];
    return part === undefined ? [] : [{ part, entry: path.join(functionDirectory, file) }];
  });
}
