import type { Random } from '../support/random';

/** A text that stands for something, and the ways it might be forged. */
export type Genuine = {
  text: string;
  /** Another genuine text of the same kind, to swap parts with. */
  other: string;
  /** Fits the fields of the text to signatures made with other keys or for other purposes. */
  misSigned: readonly string[];
};

type Forging = (genuine: Genuine, random: Random) => string;

function replaceAt(text: string, index: number, by: string): string {
  return text.slice(0, index) + by + text.slice(index + 1);
}

/** Where a character of a class stands, chosen by chance; -1 where there is none. */
function placeOf(text: string, wanted: RegExp, random: Random): number {
  const places = [...text].flatMap((character, index) => (wanted.test(character) ? [index] : []));
  return places.length === 0 ? -1 : random.pick(places);
}

function bitFlipped({ text }: Genuine, random: Random): string {
  const index = random.integer(text.length);
  const flipped = text.charCodeAt(index) ^ (1 << random.integer(7));
  return replaceAt(text, index, String.fromCharCode(flipped));
}

function otherDigit({ text }: Genuine, random: Random): string {
  const index = placeOf(text, /[0-9a-f]/, random);
  return replaceAt(text, index, random.pick([...'0123456789abcdef']));
}

/** The parts of one with a part of another: order, moment, nonce, signature, household. */
function swappedPart({ text, other }: Genuine, random: Random): string {
  const [parts, others] = [text.split('.'), other.split('.')];
  const index = random.integer(parts.length);
  parts[index] = others[index] ?? '';
  return parts.join('.');
}

function partsInOtherOrder({ text }: Genuine, random: Random): string {
  return random.shuffle(text.split('.')).join('.');
}

const digitScripts = [0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce];

function unicodeDigits({ text }: Genuine, random: Random): string {
  const index = placeOf(text, /[0-9]/, random);
  if (index < 0) return '';
  const zero = random.pick(digitScripts);
  return replaceAt(text, index, String.fromCodePoint(zero + Number(text[index])));
}

function otherCase({ text }: Genuine, random: Random): string {
  const index = placeOf(text, /[a-zA-Z]/, random);
  const letter = text[index] ?? '';
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return random.chance(0.5) ? text.toUpperCase() : replaceAt(text, index, swapped);
}

const paddings = ['0', '=', '==', '.', '\u0000', '\u200b', '%20', ' 1', '\n.', 'ﬀ', "' or '1'='1"];

function padded({ text }: Genuine, random: Random): string {
  const index = random.integer(text.length + 1);
  return text.slice(0, index) + random.pick(paddings) + text.slice(index);
}

function zerosBeforeAPart({ text }: Genuine, random: Random): string {
  const parts = text.split('.');
  const index = random.integer(parts.length);
  parts[index] = `0${parts[index]}`;
  return parts.join('.');
}

function otherEncoding({ text }: Genuine, random: Random): string {
  const bytes = Buffer.from(text);
  const inUrl = [...bytes].map((byte) => `%${byte.toString(16)}`).join('');
  const encodings = (['base64', 'base64url', 'hex'] as const).map((name) => bytes.toString(name));
  return random.pick([...encodings, inUrl]);
}

function signatureEncodedOtherwise({ text }: Genuine, random: Random): string {
  const parts = text.split('.');
  const bytes = Buffer.from(parts.at(-1) ?? '', 'hex');
  const encoded = bytes.toString(random.pick(['base64', 'base64url', 'latin1'] as const));
  return [...parts.slice(0, -1), encoded].join('.');
}

function madeUpSignature({ text }: Genuine, random: Random): string {
  const parts = text.split('.');
  const { length } = parts.at(-1) ?? '';
  const digits = Array.from({ length }, () => random.pick([...'0123456789abcdef'])).join('');
  return [
    ...parts.slice(0, -1),
    random.pick([digits, '0'.repeat(length), 'f'.repeat(length)]),
  ].join('.');
}

function cutOff({ text }: Genuine, random: Random): string {
  // The beginning stays: a bare end may be somebody's honest household number.
  return text.slice(0, 6 + random.integer(text.length - 6));
}

const forgings: readonly Forging[] = [
  bitFlipped,
  otherDigit,
  swappedPart,
  partsInOtherOrder,
  unicodeDigits,
  otherCase,
  padded,
  zerosBeforeAPart,
  otherEncoding,
  signatureEncodedOtherwise,
  madeUpSignature,
  cutOff,
  ({ misSigned }, random) => random.pick(misSigned),
];

/** Forgeries of a text, all of them other than it; white space around it is no forgery. */
export function forgeries(genuine: Genuine, count: number, random: Random): string[] {
  const known = [genuine.text, genuine.other];
  const made: string[] = [];
  while (made.length < count) {
    const forged = random.pick(forgings)(genuine, random);
    if (!known.includes(forged.trim())) made.push(forged);
  }
  return made;
}
