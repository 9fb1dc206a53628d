import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sizeBytes } from '../../../config/run/fingerprint';

/** Bytes of a built mini-program; the main package is what is in no other. */
export type WeappSizes = { mainBytes: number; packageBytes: Record<string, number> };

type App = { subPackages?: { root: string }[]; subpackages?: { root: string }[] };

/** @param directory a built mini-program, such as `dist/weapp` */
export function weappSizes(directory: string): WeappSizes {
  const app = JSON.parse(readFileSync(path.join(directory, 'app.json'), 'utf8')) as App;
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root);
  const sizes = roots.map((root) => [root, sizeBytes(path.join(directory, root))] as const);
  const inPackages = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  return {
    mainBytes: sizeBytes(directory) - inPackages,
    packageBytes: Object.fromEntries(sizes),
  };
}

/** Bytes of the files and folders directly in a built mini-program, subpackages left out. */
export function mainParts(directory: string): Record<string, number> {
  const names = readdirSync(directory).filter((name) => name !== 'packages');
  return Object.fromEntries(names.map((name) => [name, sizeBytes(path.join(directory, name))]));
}
