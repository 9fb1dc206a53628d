import { unzipSync } from 'fflate';
import { refuseBrokenFile, refuseLargeInside } from './refusals';

/** What a register of 20 000 rows unpacks to, and as much again; more is a zip bomb. */
const mostUnpackedBytes = 32 * 1024 * 1024;
const mostParts = 200;

/** The names of what is packed, and a way to the text of some of it. */
export type Archive = {
  names: readonly string[];
  read: (wanted: readonly string[]) => Map<string, string>;
};

/** Some writers on Windows take the wrong slash. */
const plainPath = (name: string) => name.replaceAll('\\', '/');

function unzip(bytes: Uint8Array, wants: (name: string) => boolean) {
  try {
    return unzipSync(bytes, { filter: ({ name }) => wants(plainPath(name)) });
  } catch {
    return refuseBrokenFile();
  }
}

/**
 * Sizes are summed from the archive's own directory before a byte is unpacked; no part can grow
 * beyond the size stated there.
 */
function namesIn(bytes: Uint8Array): string[] {
  let unpackedBytes = 0;
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpackedBytes += originalSize;
        names.push(plainPath(name));
        return false;
      },
    });
  } catch {
    refuseBrokenFile();
  }
  if (unpackedBytes > mostUnpackedBytes || names.length > mostParts) refuseLargeInside();
  return names;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuseBrokenFile();
  }
}

/**
 * Everything that can be told of a packed file without trusting it.
 * @throws Refusal `file-too-large`, `file-not-spreadsheet`
 */
export function openArchive(bytes: Uint8Array): Archive {
  const names = namesIn(bytes);
  return {
    names,
    read: (wanted) => {
      const parts = Object.entries(unzip(bytes, (name) => wanted.includes(name)));
      return new Map(parts.map(([name, part]) => [plainPath(name), textOf(part)]));
    },
  };
}
