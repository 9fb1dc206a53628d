import { dotOfNames, tidyName } from '../../contracts/name-text';
import { bareName, foldName } from './names';

/** What stands where a name was; the rest of a text stays. */
export const nameErased = '〔名字已删〕';

/** A telephone or an id number beside a name is most likely theirs. */
const numberErased = '〔号码已删〕';
const longNumber = /\p{Nd}(?:[\s-]?\p{Nd}){6,}[Xx]?/gu;

/** A text folded letter by letter, and where in the text each letter of it comes from. */
type Folded = { letters: string; places: { from: number; to: number }[] };

/** A letter with its marks, which fold together. */
const letterShape = /[^\p{M}]\p{M}*|\p{M}+/gu;

/** Of what joins letters a dot stays a dot and a blank a blank: a sentence may end there. */
function foldLetter(letter: string): string {
  if (dotOfNames.test(letter)) return letter === '。' || letter === '｡' ? '。' : '·';
  return foldName(letter) || (tidyName(`a${letter}b`) === 'ab' ? '' : ' ');
}

function foldText(text: string): Folded {
  const folded: Folded = { letters: '', places: [] };
  for (const { 0: letter, index } of text.matchAll(letterShape)) {
    const letters = foldLetter(letter);
    const place = { from: index, to: index + letter.length };
    folded.letters += letters;
    for (let unit = 0; unit < letters.length; unit += 1) folded.places.push(place);
  }
  return folded;
}

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Blanks and dots may stand between letters; the end of a sentence only for a dot of its own. */
function patternOf(name: string): string {
  const parts = foldName(name).split('·');
  const inPart = (part: string) => Array.from(part.replace(/ /g, ''), escaped).join('[ ·]*');
  return parts.map(inPart).join('[ ·。]*');
}

/**
 * Names that hold this one: where they stand in a text, it is they who are named. 试户十 is not
 * named by 试户十二.
 */
export function longerNames(name: string, names: Iterable<string>): string[] {
  const bare = bareName(name);
  const longer = [...names].filter((each) => {
    const other = bareName(each);
    return other !== bare && other.includes(bare);
  });
  return [...new Set(longer)].sort((left, right) => bareName(right).length - bareName(left).length);
}

/** Whether a text may hold a name, be it within a longer one; quick, for most texts hold none. */
export function mayName(text: string, name: string): boolean {
  return bareName(name) !== '' && bareName(text).includes(bareName(name));
}

/** Ann is not named by Anna; 张三 is by 见到张三来了. */
function isWithinAWord(letters: string, from: number, to: number): boolean {
  const isLatin = (at: number) => /\p{Script=Latin}/u.test(letters[at] ?? '');
  return (isLatin(from - 1) && isLatin(from)) || (isLatin(to - 1) && isLatin(to));
}

/**
 * The text with a mark wherever it names somebody, however it is written there.
 * @param longer `longerNames` of those who live there
 */
export function withoutName(text: string, name: string, longer: readonly string[]): string {
  if (!mayName(text, name)) return text;
  const { letters, places } = foldText(text);
  const others = [...longer.map(patternOf), '(?!)'].join('|');
  let left = '';
  let at = 0;
  for (const found of letters.matchAll(new RegExp(`(?:${others})|(${patternOf(name)})`, 'gu'))) {
    const end = found.index + found[0].length;
    const first = places[found.index];
    const last = places[end - 1];
    if (found[1] === undefined || !first || !last) continue;
    if (isWithinAWord(letters, found.index, end)) continue;
    left += text.slice(at, first.from) + nameErased;
    at = last.to;
  }
  return at === 0 ? text : (left + text.slice(at)).replace(longNumber, numberErased);
}
