import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './source-files';

/**
 * `npm ci` refuses a lock file that lacks a package which another names, even one for a system
 * nobody here has. `npm install` writes such a file without a word when the registry did not have
 * that package; the first to notice would be a newcomer on a bare clone.
 */
type Entry = {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
type Packages = Record<string, Entry>;

/** Names what each package asks for and the lock file does not hold. */
function missingPackages(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([place, entry]) => {
    const wanted = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    return wanted
      .filter((name) => !canFind(packages, place, name))
      .map((name) => `${place}: ${name}`);
  });
}

/** As Node looks for it: beside the package, then one level further up, to the root. */
function canFind(packages: Packages, place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[candidate] !== undefined) {
      return true;
    }
    if (at === '') {
      return false;
    }
  }
}

test('the lock file holds every package that another names', () => {
  const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(1000);
  expect(missingPackages(packages)).toEqual([]);
});

test('a package that is missing is found', () => {
  const packages = {
    '': { dependencies: { tool: '1' } },
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1', 'tool-windows': '1' } },
    'node_modules/tool/node_modules/tool-linux': {},
  };
  expect(missingPackages(packages)).toEqual(['node_modules/tool: tool-windows']);
});
