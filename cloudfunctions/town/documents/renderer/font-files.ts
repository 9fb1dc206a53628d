import { readFile } from 'node:fs/promises';

const files = {
  chinese: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  mongolian: '@expo-google-fonts/noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf',
  harfbuzz: 'harfbuzzjs/dist/harfbuzz.wasm',
} as const;

export type FontFile = keyof typeof files;
export const fontFiles = Object.keys(files) as FontFile[];

/** From the packages they come in; a built function reads its own (`font-files.deployed.ts`). */
export async function readFontFile(name: FontFile): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(require.resolve(files[name])));
}
