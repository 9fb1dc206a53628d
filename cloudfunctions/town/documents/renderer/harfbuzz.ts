import { readFontFile } from './font-files';
import { once } from './once';

/** The part of HarfBuzz that shapes a line; its own wrapper is a module no bundle can hold. */
type HarfBuzz = {
  memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_get_upem(face: number): number;
  hb_font_create(face: number): number;
  hb_buffer_create(): number;
  hb_buffer_destroy(buffer: number): void;
  hb_buffer_add_utf16(b: number, text: number, length: number, from: number, many: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
};

/** In thousandths of the font's size; `text` is what the glyph stands for, '' within a cluster. */
export type ShapedGlyph = { id: number; text: string; advance: number; x: number; y: number };

const writableMode = 2;
/** `hb_glyph_info_t` and `hb_glyph_position_t` are five words each. */
const wordsPerGlyph = 5;

const nothing = () => 0;
const pageBytes = 65_536;

async function start(): Promise<HarfBuzz> {
  const compiled = await WebAssembly.compile(await readFontFile('harfbuzz'));
  const grow = (bytes: number) => {
    const { memory } = harfbuzz;
    memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / pageBytes));
    return 1;
  };
  const refuse = () => {
    throw new Error('HarfBuzz gave up');
  };
  const instance = await WebAssembly.instantiate(compiled, {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _emscripten_runtime_keepalive_clear: nothing,
      _setitimer_js: nothing,
      emscripten_resize_heap: grow,
      _abort_js: refuse,
    },
  });
  const harfbuzz = instance.exports as unknown as HarfBuzz;
  harfbuzz.__wasm_call_ctors();
  return harfbuzz;
}

function openFont(harfbuzz: HarfBuzz, bytes: Uint8Array) {
  const data = harfbuzz.malloc(bytes.length);
  new Uint8Array(harfbuzz.memory.buffer).set(bytes, data);
  const blob = harfbuzz.hb_blob_create(data, bytes.length, writableMode, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  return { font: harfbuzz.hb_font_create(face), unitsPerEm: harfbuzz.hb_face_get_upem(face) };
}

function addText(harfbuzz: HarfBuzz, buffer: number, text: string): void {
  const pointer = harfbuzz.malloc(Math.max(1, text.length) * 2);
  const units = new Uint16Array(harfbuzz.memory.buffer, pointer, text.length);
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
  harfbuzz.hb_buffer_add_utf16(buffer, pointer, text.length, 0, text.length);
  harfbuzz.free(pointer);
}

/** What each glyph stands for: from its cluster to the next, said with the first of a cluster. */
function textsOf(clusters: readonly number[], text: string): string[] {
  return clusters.map((from, index) => {
    if (clusters[index - 1] === from) return '';
    const to = clusters.slice(index + 1).find((other) => other > from) ?? text.length;
    return text.slice(from, to);
  });
}

/** Shapes lines of one font: letters take the form of their place and join. */
export const openShaper = once(async () => {
  const [harfbuzz, bytes] = await Promise.all([start(), readFontFile('mongolian')]);
  const { font, unitsPerEm } = openFont(harfbuzz, bytes);
  return (text: string): ShapedGlyph[] => {
    const buffer = harfbuzz.hb_buffer_create();
    addText(harfbuzz, buffer, text);
    harfbuzz.hb_buffer_guess_segment_properties(buffer);
    harfbuzz.hb_shape(font, buffer, 0, 0);
    const length = harfbuzz.hb_buffer_get_length(buffer);
    const words = (pointer: number) =>
      new Int32Array(harfbuzz.memory.buffer, pointer, length * wordsPerGlyph);
    const infos = words(harfbuzz.hb_buffer_get_glyph_infos(buffer, 0));
    const positions = words(harfbuzz.hb_buffer_get_glyph_positions(buffer, 0));
    const at = (list: Int32Array, glyph: number, word: number) =>
      list[glyph * wordsPerGlyph + word] ?? 0;
    const scaled = (glyph: number, word: number) =>
      (at(positions, glyph, word) * 1000) / unitsPerEm;
    const glyphs = Array.from({ length }, (_, glyph) => glyph);
    const texts = textsOf(
      glyphs.map((glyph) => at(infos, glyph, 2)),
      text,
    );
    const shaped = glyphs.map((glyph) => ({
      id: at(infos, glyph, 0),
      text: texts[glyph] ?? '',
      advance: scaled(glyph, 0),
      x: scaled(glyph, 2),
      y: scaled(glyph, 3),
    }));
    harfbuzz.hb_buffer_destroy(buffer);
    return shaped;
  };
});
