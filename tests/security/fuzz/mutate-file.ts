import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../../support/random';

type Bytes = Uint8Array;

const at = (bytes: { length: number }, random: Random) => random.integer(bytes.length + 1);

function joined(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

function flipped(bytes: Bytes, random: Random): Bytes {
  const copy = Uint8Array.from(bytes);
  for (let times = random.pick([1, 3, 30]); times > 0; times -= 1) {
    const index = random.integer(copy.length);
    copy[index] = (copy[index] ?? 0) ^ (1 << random.integer(8));
  }
  return copy;
}

/** What lies between two places left out, doubled or made zeros. */
function resliced(bytes: Bytes, random: Random): Bytes {
  const [from = 0, to = 0] = [at(bytes, random), at(bytes, random)].sort((a, b) => a - b);
  const middle = bytes.slice(from, to);
  const instead = random.pick([[], [middle, middle], [new Uint8Array(middle.length)]]);
  return joined(bytes.slice(0, from), ...instead, bytes.slice(to));
}

const ofBytes: readonly ((bytes: Bytes, random: Random) => Bytes)[] = [
  flipped,
  flipped,
  resliced,
  (bytes, random) => bytes.slice(0, at(bytes, random)),
  (bytes) => joined(bytes, bytes),
  () => new Uint8Array(0),
];

const long = 60_000;
const veryLong = 150_000;
/** What a reader of XML may stumble over, or search in for too long. */
const fragments: readonly string[] = [
  '<!DOCTYPE x [<!ENTITY a "canary"><!ENTITY b "&a;&a;&a;&a;">]>&b;',
  '<c r="A1" t="s"><v>99999999</v></c>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="ZZZZZZ99999999999"><v>1e308</v></c>',
  '<row r="-1">',
  '<row r="1048576">',
  '<f>HYPERLINK("http://x")</f>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '</worksheet>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '&#x110000;&#0;&unknown;',
  '<c '.repeat(long / 3),
  '<c'.padEnd(long, ' '),
  '<f'.padEnd(long, 'a'),
  '<f'.repeat(long / 2),
  `<c a="${'"'.repeat(long)}`,
  '<t>'.repeat(long / 3),
  '&'.repeat(long),
  `<v>${'9'.repeat(long)}</v>`,
  `<v>${' '.repeat(long)}</v>`,
];

/** What may stand in a cell, and be searched for too long. */
const cellTexts: readonly string[] = [
  `${' '.repeat(long)}+x`,
  `+${' '.repeat(long)}x`,
  `-${'1 '.repeat(long / 2)}x`,
  `=${' '.repeat(long)}`,
  `${'1'.repeat(long)}号`,
  '、'.repeat(long),
  `${'一,'.repeat(long / 2)}x`,
  '2026-'.repeat(long / 5),
];

/** The text of one cell, wherever the writer put it. */
function withCellText(text: string, random: Random): string {
  const texts = [...text.matchAll(/>([^<>]+)</g)];
  if (texts.length === 0) return text;
  const { index, 1: found = '' } = random.pick(texts);
  const rest = text.slice(index + 1 + found.length);
  return `${text.slice(0, index + 1)}${random.pick(cellTexts)}${rest}`;
}

/** Ends in what never ends: a tag that is searched to the end from each of its beginnings. */
function unended(text: string, random: Random): string {
  const begun = random.pick(['<c ', '<f', '<row ', '<x:c ', '<', '<c/', '&']);
  return text.slice(0, at(text, random)) + begun.repeat(veryLong / begun.length);
}

function rewritten(text: string, random: Random): string {
  const kind = random.integer(8);
  if (kind === 0) return unended(text, random);
  if (kind <= 2) return withCellText(text, random);
  const place = at(text, random);
  const piece = text.slice(place, place + random.integer(200));
  const instead = random.pick([
    () => random.pick(fragments),
    () => random.pick(fragments),
    () => piece.repeat(random.pick([0, 2, 200])),
    () => piece.replace(/[<>"/]/g, ''),
    () => piece.replace(/\d+/g, random.pick(['-1', '0', '1e9', '99999999999', 'x'])),
  ]);
  return text.slice(0, place) + instead() + text.slice(place + piece.length);
}

/** A sound archive of parts that are not. */
function rewrittenParts(bytes: Bytes, random: Random): Bytes {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  // The sheet and its texts are what is really read.
  const read = names.filter((name) => /sheet|shared|workbook/i.test(name));
  const name = random.pick(random.chance(0.8) && read.length > 0 ? read : names);
  const content = parts[name] ?? new Uint8Array(0);
  const kind = random.integer(10);
  if (kind === 0) delete parts[name];
  else if (kind === 1) parts[random.pick(['../x', '/x', 'constructor'])] = content;
  else parts[name] = strToU8(rewritten(strFromU8(content), random));
  return zipSync(parts, { level: 1 });
}

/** A file made from a sound spreadsheet: its bytes spoilt, or what is packed in it. */
export function mutatedFile(sound: Bytes, random: Random): Bytes {
  let bytes = sound;
  if (random.chance(0.7)) bytes = rewrittenParts(bytes, random);
  if (random.chance(0.4)) bytes = random.pick(ofBytes)(bytes, random);
  return bytes;
}
