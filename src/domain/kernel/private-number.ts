import { refuse } from './refusal';

/** A number that belongs to one person, found in a text. */
export type PrivateNumber = {
  kind: 'id-number' | 'mobile' | 'bank-card';
  /** Its first three digits: enough to find it again, too little to repeat it. */
  beginning: string;
};

const kindNames: Record<PrivateNumber['kind'], string> = {
  'id-number': '身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
};

/** People write long numbers in groups of any size, with up to three marks between two. */
const marks = '\\s\\-–—_.·()()';
const near = `[${marks}]{0,3}`;
/** What also stands in lists and sums, 3、5、8、12号户, only where the number's own parts meet. */
const gap = `[${marks}/,,、]{0,3}`;

const anyDigits = (count: number) => Array.from({ length: count }, () => '\\d').join(near);
const after = (before: string, parts: string[]) =>
  new RegExp(`(?:^|\\D)${before}(${parts.join(gap)})(?!\\d)`, 'g');
const joined = (...parts: string[]) => after('', parts);
const country = `(?:(?:00)?86${gap})?`;
const region = ['[1-9]', anyDigits(5)].join(near);
const year = `(?:1${near}[89]|2${near}0)${near}${anyDigits(2)}`;
const month = `(?:0${near}[1-9]|1${near}[0-2])`;
const day = `(?:0${near}[1-9]|[12]${near}\\d|3${near}[01])`;
const fours = Array.from({ length: 3 }, () => '\\d{4}');

const shapes: readonly { kind: PrivateNumber['kind']; shape: RegExp }[] = [
  // GB 11643: region, birthday, serial, check digit; wrongly copied ones are private too.
  { kind: 'id-number', shape: joined(region, year, month, day, anyDigits(3), '[\\dXx]') },
  // Without a century more than numbers of people would fit, if it were looked for in any groups.
  {
    kind: 'id-number',
    shape: joined(
      '[1-9]\\d{5}',
      '\\d\\d',
      '(?:0[1-9]|1[0-2])',
      '(?:0[1-9]|[12]\\d|3[01])',
      '\\d{3}',
    ),
  },
  { kind: 'bank-card', shape: joined('[3-6]\\d{3}', ...fours, '\\d{0,3}') },
  {
    kind: 'mobile',
    shape: after(country, [['1', '[3-9]', '\\d'].join(near), anyDigits(4), anyDigits(4)]),
  },
];

const isDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));
const spelled = '〇一二三四五六七八九';

/** The value of a digit of any script: each script's ten stand in a row. */
function digitValue(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (isDigit(zero - 1)) zero -= 1;
  return String((codePoint - zero) % 10);
}

/** As plain digits, however they are written: full width, Mongolian, spelled out, with marks. */
function inPlainDigits(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/零/g, '〇')
    .replace(/幺/g, '一')
    .replace(/[〇一二三四五六七八九]/g, (numeral) => String(spelled.indexOf(numeral)))
    .replace(/\p{Nd}/gu, digitValue);
}

/** Luhn (ISO/IEC 7812): nine in ten numbers that are no card fail it. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isOne(kind: PrivateNumber['kind'], digits: string): boolean {
  return kind !== 'bank-card' || digits.startsWith('62') || passesLuhn(digits);
}

/** The first id, mobile or bank card number in a text; null where it holds none. */
export function privateNumberIn(text: string): PrivateNumber | null {
  const plain = inPlainDigits(text);
  for (const { kind, shape } of shapes) {
    for (const [, found = ''] of plain.matchAll(shape)) {
      const digits = found.replace(/[^\dXx]/g, '');
      if (isOne(kind, digits)) return { kind, beginning: digits.slice(0, 3) };
    }
  }
  return null;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/**
 * Whatever becomes public is looked through first (domain: leaks on notice boards).
 * @param published every text in it is read, however deep
 * @throws Refusal `private-number`
 */
export function mustHoldNoPrivateNumber(
  published: unknown,
  allowed: readonly PrivateNumber['kind'][] = [],
): void {
  for (const text of textsIn(published)) {
    const found = privateNumberIn(text);
    if (!found || allowed.includes(found.kind)) continue;
    const what = `${kindNames[found.kind]}(${found.beginning} 开头的那串数字)`;
    refuse('private-number', `要公开的文字里有一个${what}。请把它删掉再交,要留电话就写办公电话。`);
  }
}
