import type { InputOf } from '../../../contracts/contract';
import type { printForVillage } from '../../../contracts/documents';
import { mostItemsOnASheet } from '../../../contracts/limits';
import type { makeCode } from '../../../contracts/wechat';

export type VillagePrint = InputOf<typeof printForVillage>['print'];
type Target = InputOf<typeof makeCode>['target'];
export type Kind = VillagePrint['document'];

/** All that is chosen on the page, also what belongs to another kind: one comes back to it. */
export type Choices = {
  kind: Kind;
  format: 'sheet' | 'single';
  all: boolean;
  from: string;
  to: string;
  paper: 'A4' | 'A5';
  shop: { shopId: string; name: string } | null;
  notice: { noticeId: string; name: string } | null;
  items: readonly string[];
};

const firstChoices: Choices = {
  kind: 'household-cards',
  format: 'sheet',
  all: true,
  from: '',
  to: '',
  paper: 'A4',
  shop: null,
  notice: null,
  items: [],
};

const kinds: readonly Kind[] = [
  'household-cards',
  'deed-sheet',
  'village-code',
  'shop-code',
  'notice',
];

/** @param asked what the page was opened for, where that is something it prints */
export function choicesFor(asked: string | undefined): Choices {
  const kind = kinds.find((each) => each === asked) ?? firstChoices.kind;
  return { ...firstChoices, kind };
}

/** What is to be printed, the code WeChat draws for it before, and what the file is called. */
export type Wanted = { print: VillagePrint; code: Target | null; fileName: string };

const isNumber = (text: string) => /^[1-9][0-9]{0,3}$/.test(text);

type Numbers = { numbers: { fromNumber?: number; toNumber?: number }; called: string };

/** @returns a sentence where the numbers are still to be filled in */
function numbersOf({ all, from, to }: Choices): Numbers | string {
  if (all) return { numbers: {}, called: '' };
  const last = to === '' ? from : to;
  if (!isNumber(from) || !isNumber(last)) {
    return '请填从几号到几号,户号是 1 到 9999 的数字。只印一户,就只填前面的。';
  }
  const [fromNumber, toNumber] = [Number(from), Number(last)];
  if (fromNumber > toNumber) return '前面的户号比后面的大,请换过来。';
  const called = fromNumber === toNumber ? `${fromNumber}号` : `${fromNumber}-${toNumber}号`;
  return { numbers: { fromNumber, toNumber }, called };
}

function wantedCards(choices: Choices, village: string): Wanted | string {
  const of = numbersOf(choices);
  if (typeof of === 'string') return of;
  const { format } = choices;
  const print = { document: 'household-cards' as const, format, ...of.numbers };
  return { print, code: null, fileName: `${village}户码${of.called}.pdf` };
}

function wantedSheet(choices: Choices, village: string): Wanted | string {
  const { items } = choices;
  if (items.length === 0) return '请先选要记哪些事。';
  const most = mostItemsOnASheet;
  if (items.length > most) return `一张单子最多写 ${most} 件事,请去掉 ${items.length - most} 件。`;
  const of = numbersOf(choices);
  if (typeof of === 'string') return of;
  const print = { document: 'deed-sheet' as const, itemIds: [...items], ...of.numbers };
  return { print, code: null, fileName: `${village}记分单${of.called}.pdf` };
}

/** @returns a sentence where something is still to be chosen */
export function wantedOf(choices: Choices, village: string): Wanted | string {
  const { kind, paper, shop, notice } = choices;
  if (kind === 'household-cards') return wantedCards(choices, village);
  if (kind === 'deed-sheet') return wantedSheet(choices, village);
  if (kind === 'village-code') {
    const fileName = `${village}村码${paper}.pdf`;
    return { print: { document: kind, paper }, code: { kind: 'village' }, fileName };
  }
  if (kind === 'notice') {
    if (!notice) return '请先选是哪一份公示。';
    const print = { document: kind, noticeId: notice.noticeId };
    return { print, code: null, fileName: `${village}公示单${notice.name}.pdf` };
  }
  if (!shop) return '请先选是哪家超市。';
  const { shopId, name } = shop;
  const print = { document: kind, shopId, paper };
  return { print, code: { kind: 'shop', shopId }, fileName: `${name}超市码${paper}.pdf` };
}
