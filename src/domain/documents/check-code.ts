import { refuse } from '../kernel/refusal';
import { readPrintedText } from './printed-text';

/**
 * What is printed carries eight digits that can be read out over the telephone: seven by chance,
 * one that notices a wrong digit, or two that changed places. It is a name and opens nothing.
 */
const chanceDigits = 7;

/** Damm's quasigroup of order 10: every single error and every swap of neighbours is noticed. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function interim(digits: string): number {
  return [...digits].reduce((row, digit) => Number(quasigroup[row]?.[Number(digit)]), 0);
}

/** @param chance hexadecimal digits, at least 12 */
export function checkCodeFrom(chance: string): string {
  const number = Number.parseInt(chance.slice(0, 12), 16) % 10 ** chanceDigits;
  const digits = String(number).padStart(chanceDigits, '0');
  return `${digits}${interim(digits)}`;
}

/** `1234 5678`, as it is printed and said. */
export function inGroups(checkCode: string): string {
  return `${checkCode.slice(0, 4)} ${checkCode.slice(4)}`;
}

/** The eight digits in what somebody typed or scanned, full-width ones and spaces too. */
export function digitsIn(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return readPrintedText(plain) ?? plain.replace(/[\s-]/g, '');
}

/** Whether eight digits can be a check code; null while there are not eight yet. */
export function isACheckCode(digits: string): boolean | null {
  if (!/^\d*$/.test(digits)) return false;
  if (digits.length < chanceDigits + 1) return null;
  return digits.length === chanceDigits + 1 && interim(digits) === 0;
}

export const mistypedWords = '这 8 个数字里有一个不对。请再看一遍纸上的码,或请对方再念一遍。';

/** @throws Refusal `check-code-mistyped` */
export function mustBeACheckCode(checkCode: string): void {
  if (isACheckCode(checkCode) !== true) refuse('check-code-mistyped', mistypedWords);
}

export function refuseUnknownCode(): never {
  const message = '没有印过这个码的东西。请核对数字;还是查不到,这张纸就不是这里印的,请告诉村里。';
  refuse('check-code-unknown', message);
}
