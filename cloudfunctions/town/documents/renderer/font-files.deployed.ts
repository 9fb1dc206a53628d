import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { FontFile } from './font-files';

const unpack = promisify(brotliDecompress);

/** Takes the place of `font-files.ts` in a built function: packed, beside the renderer. */
export async function readFontFile(name: FontFile): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await unpack(await readFile(path.join(__dirname, `${name}.br`))));
}
