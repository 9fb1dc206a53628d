import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppSettings } from '../weapp/harness/types';

const file = path.resolve(__dirname, '../../dist/weapp/app.json');

/** Every page of the built mini-program, of all its packages. */
export function appPages(): string[] {
  const app = JSON.parse(readFileSync(file, 'utf8')) as AppSettings;
  const packages = app.subPackages ?? app.subpackages ?? [];
  return [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}
