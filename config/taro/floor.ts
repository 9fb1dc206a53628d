import path from 'node:path';
import browserslist from 'browserslist';

/** The oldest engines the app runs on: the browser's name in browserslist and its version. */
export type Floor = Readonly<Record<string, string>>;

const projectDirectory = path.join(__dirname, '../..');

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

/** What `browserslist` in package.json asks for; Babel and autoprefixer read it themselves. */
export function readFloor(): Floor {
  const floor: Record<string, string> = {};
  for (const entry of browserslist(undefined, { path: projectDirectory })) {
    const [browser = '', versions = ''] = entry.split(' ');
    const [version = ''] = versions.split('-');
    const known = floor[browser];
    if (known === undefined || isOlder(version, known)) floor[browser] = version;
  }
  return floor;
}

const esbuildNames: Record<string, string> = { chrome: 'chrome', ios_saf: 'ios' };

/**
 * The floor in esbuild's words: `chrome78`, `ios12.0`. Every engine here destructures; esbuild,
 * which cannot lower that, counts a corner of it as missing.
 */
export function esbuildFloor(): { target: string[]; supported: Record<string, boolean> } {
  const targets = Object.entries(readFloor()).map(([browser, version]) => {
    const name = esbuildNames[browser];
    if (name === undefined) throw new Error(`esbuild has no name for ${browser} here`);
    return `${name}${version}`;
  });
  return { target: targets, supported: { destructuring: true } };
}
