/**
 * What people and programs write for the dot of a name, beside · itself: • ・ ･ ‧ ⋅ · ㆍ ． . and
 * those that fonts draw alike.
 */
const dots =
  '\\u00B7\\u2022\\u30FB\\uFF65\\u2027\\u22C5\\u0387\\u318D\\u119E\\uFF0E.\\u2024\\u2219\\u2E31' +
  '\\u2E33\\uA78F\\uFE52\\u3002\\uFF61\\u25CF\\u26AB';
const dot = new RegExp(`[ ${dots}]*[${dots}][ ${dots}]*`, 'gu');
/** A character that may stand for the dot. */
export const dotOfNames = new RegExp(`^[${dots}]$`, 'u');
const blanks = /[\t-\r\u0085\p{Z}\u115F\u1160\u3164\uFFA0\u2800]+/gu;
/** What shows nothing by itself; half of a character too. Shapes of letters are not names apart. */
const unseen = /[\p{DI}\p{Cc}\p{Cf}\p{Cs}]/gu;
const spaceByHan = /(\p{Script=Han}) | (?=\p{Script=Han})/gu;
const outer = /^[ ·]+|[ ·]+$/gu;

/** Radicals that PDF and OCR give for a character, as far as NFKC leaves them: ⻢ for 马. */
const radicals =
  '⺁⺈⺊⺌⺍⺜⺝⺟⺠⺧⺩⺫⺬⺶⺼⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';
const characters =
  '厂刀卜小小日月母民牛王目示羊肉西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const characterOf = new Map(
  Array.from(radicals, (radical, index) => [radical, Array.from(characters)[index] ?? radical]),
);
const aRadical = /[\u2E80-\u2EF3]/g;

/**
 * A name as it is stored and shown: one dot (·), no space within Chinese names and one between
 * Latin words, no character that only looks like another or like nothing.
 */
export function tidyName(name: string): string {
  return name
    .replace(blanks, ' ')
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(aRadical, (radical) => characterOf.get(radical) ?? radical)
    .replace(blanks, ' ')
    .replace(dot, '·')
    .replace(spaceByHan, '$1')
    .replace(outer, '');
}

/** Persons are asked for: Chinese or Latin letters, the dot of Mongolian names, up to thirty. */
export const personNameShape =
  /^[\p{Script=Han}\p{Script=Latin}][\p{Script=Han}\p{Script=Latin}\p{M}· ]{0,29}$/u;

/** Of a tidy name. */
export function isPersonName(name: string): boolean {
  return personNameShape.test(name);
}
