/** Where it stands whose a number is: `household-numbers/{villageId}.{number}`. */
export function numberKey(villageId: string, number: number): string {
  return `${villageId}.${number}`;
}

const chineseDigits = '〇一二三四五六七八九';
const chineseUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** `一百零一` → 101; NaN for what is no numeral. */
function readNumeral(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of text.replace(/[零○]/g, '〇').replace(/两/g, '二')) {
    const unit = chineseUnits[sign];
    if (unit !== undefined) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else if (chineseDigits.includes(sign)) {
      digit = chineseDigits.indexOf(sign);
    } else return Number.NaN;
  }
  return sum + digit;
}

/**
 * A household's number as people write it: `12`, `012`, `12号`, `第101户`, `１２`, `十二号户`.
 * @returns null for what is no number from 1 to 9999
 */
export function readHouseholdNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  const shape =
    /^(?:户号|第|no\.?|#|')*(\d+(?:\.0+)?|[〇零○一二两三四五六七八九十百千]+)(?:号|户)*$/iu;
  const written = shape.exec(plain)?.[1];
  if (written === undefined) return null;
  const number = /^\d/.test(written) ? Number(written) : readNumeral(written);
  return Number.isInteger(number) && number >= 1 && number <= 9999 ? number : null;
}
