import { refuse } from '../kernel/refusal';
import { dayInWords } from '../kernel/time';
import { oneMore } from '../people/attempts';
import { keptSinceMs } from '../people/retention';
import type { Attempts } from '../people/types';
import { inGroups } from './check-code';
import type { PrintPiece } from './types';

/** A page holds ten: forty pages, some seconds of work. */
export const mostCardsPrinted = 400;
/** About eighty pages, some seconds of work. */
export const mostEntriesPrinted = 3000;

/** Each costs the town some seconds of work; nobody needs more in a day. */
export const mostPrintedPerDay = 40;

export function hasPrintingsLeft(before: Attempts | null, nowMs: number): boolean {
  return oneMore(before, nowMs).tries <= mostPrintedPerDay;
}

/** @throws Refusal `too-many-printings` */
export function refuseMorePrintings(): never {
  const words = `今天已经印了 ${mostPrintedPerDay} 份,不能再印了`;
  refuse('too-many-printings', `${words}。请明天再印;印好的文件一天之内还能打开。`);
}

/** One more that somebody has had printed today. @throws Refusal `too-many-printings` */
export function countPrinting(before: Attempts | null, nowMs: number): Attempts {
  if (!hasPrintingsLeft(before, nowMs)) refuseMorePrintings();
  return oneMore(before, nowMs);
}

type Missing = { character: string; text: string };

const mostNamed = 50;

/** @throws Refusal `glyphs-missing`: before anything is printed, what would be a box is named */
export function refuseMissingGlyphs(missing: readonly Missing[]): never {
  const places = missing.map(({ character, text }) => `“${text}”里的“${character}”`);
  const named = places.slice(0, 5).join('、');
  const rest = places.length > 5 ? `等 ${places.length} 处` : '';
  const message = `有的字没有字样,印不出来:${named}${rest}。可以把这些字留空接着印,印好用笔填上。`;
  refuse('glyphs-missing', message, { missing: missing.slice(0, mostNamed) });
}

export function mustBeAPeriod(from: string, to: string, today: string): void {
  if (from > to) refuse('period-upside-down', '开始的日子在结束的日子后面。请换过来再印。');
  if (from > today) refuse('period-upside-down', '开始的日子还没有到。请选今天或以前的日子。');
}

export function refuseMoreEntries(): never {
  const words = `这段时间超过 ${mostEntriesPrinted} 笔,一次印不下`;
  refuse('too-many-entries', `${words}。请把日子分成几段,一段一段地印。`);
}

/** @throws Refusal `no-households`, `too-many-cards` */
export function mustBePrintable(households: number, isWholeVillage: boolean): void {
  if (households === 0 && isWholeVillage) {
    refuse('no-households', '这个嘎查村还没有户,没有可印的户码。请先导入户册。');
  }
  if (households === 0) refuse('no-households', '本村没有这个户号。请核对户号再印。');
  if (households <= mostCardsPrinted) return;
  const words = `一次最多印 ${mostCardsPrinted} 户,这里有 ${households} 户`;
  refuse('too-many-cards', `${words}。请填从几号到几号,分几次印。`);
}

export function refuseWithoutCode(): never {
  refuse('code-not-made', '小程序码还没有生成。请先点“生成小程序码”,再印。');
}

export function refuseUnknownShop(): never {
  refuse('shop-not-found', '没有找到这个超市,或者它不在本村。请重新选一个。');
}

/** @throws Refusal `notice-not-found` */
export function refuseUnknownNotice(): never {
  refuse('notice-not-found', '没有找到这份公示,或者它已经到期了。请重新选一份正在公示的。');
}

/** Pieces of a file wait a day. @throws Refusal `print-expired` */
export function mustBeThere(piece: PrintPiece | null, nowMs: number): PrintPiece {
  if (!piece || piece.printedAtMs <= keptSinceMs('printedFile', nowMs)) {
    refuse('print-expired', '印好的文件只留一天,这一份已经没有了。请重新印一次。');
  }
  return piece;
}

/** `11月30日版 · 报码 1234 5678`, on everything that is printed. */
export function editionWords({ day, checkCode }: { day: string; checkCode: string }): string {
  return `${day.slice(0, 4)}年${dayInWords(day)}版 · 报码 ${inGroups(checkCode)}`;
}
