import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { fontFiles, readFontFile } from './documents/renderer/font-files';

const pack = promisify(brotliCompress);
/** Packing the Chinese font takes ten seconds; its bytes change only with its package. */
const kept = path.resolve(__dirname, '../../node_modules/.cache/packed-fonts');

async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const file = path.join(kept, createHash('sha256').update(bytes).digest('hex'));
  if (existsSync(file)) return readFileSync(file);
  const made = await pack(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

/** The fonts of what is printed: whole, each packed; they lie beside the renderer. */
export async function buildAssets(targetDirectory: string): Promise<void> {
  for (const name of fontFiles) {
    const file = path.join(targetDirectory, `${name}.br`);
    writeFileSync(file, await packed(await readFontFile(name)));
  }
}
