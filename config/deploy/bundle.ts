import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** The files of a function by their path in it. */
export type Bundle = Map<string, Uint8Array>;

/** Only DevTools read these; what runs does not depend on them. */
const aboutUploading = /^(config|package|package-lock)\.json$/;

/** The platform takes up to 1.5 MB of zip in the call itself. */
export const largestInCallBytes = 1.5 * 1024 * 1024;

export function readBundle(directory: string): Bundle {
  const bundle: Bundle = new Map();
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    bundle.set(path.relative(directory, file).split(path.sep).join('/'), readFileSync(file));
  }
  return new Map([...bundle].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The same files give the same bytes, whenever and wherever they were written. */
export function zipBundle(bundle: Bundle): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of bundle) {
    files[name] = [bytes, { mtime: new Date(2000, 0, 1), level: 9 }];
  }
  return zipSync(files);
}

export function unzipBundle(zip: Uint8Array): Bundle {
  const files = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/'));
  return new Map(files);
}

/** Whether what stands in the cloud runs the same code; files beside ours do not count. */
export function runsTheSame(ours: Bundle, theirs: Bundle): boolean {
  return [...ours]
    .filter(([name]) => !aboutUploading.test(name))
    .every(([name, bytes]) => {
      const other = theirs.get(name);
      return other !== undefined && Buffer.from(bytes).equals(other);
    });
}
