import type { InputOf, ValueOf } from '../../../contracts/contract';
import type { offerGoods, readStock } from '../../../contracts/exchange';
import { readYuan } from '../yuan';

export type ShelfLine = ValueOf<typeof readStock>['stock'][number];
type Offer = InputOf<typeof offerGoods>;
export type Kind = Offer['kind'];
type Typed = Record<'name' | 'unit' | 'points' | 'cost' | 'safetyStock', string>;

export const kinds: readonly { id: Kind; label: string }[] = [
  { id: 'goods', label: '货' },
  { id: 'service', label: '服务' },
];

export const longest = { name: 30, unit: 6, number: 4, cost: 9 };

export const asked = {
  name: '叫什么要填。',
  unit: '按什么算要填,比如 块。',
  points: '一份要多少分要填。',
  cost: '进价要填,看单据。',
  safetyStock: '剩多少就该进货要填,不用提醒就填 0。',
};

/** What stands in the fields first: of what is there, as it is. */
export function typedFrom(line: ShelfLine | null): Typed {
  if (!line) return { name: '', unit: '', points: '', cost: '', safetyStock: '5' };
  const { name, unit, points, costFen, safetyStock } = line;
  const cost = String(costFen / 100);
  return { name, unit, points: String(points), cost, safetyStock: String(safetyStock) };
}

const fewestPoints = 5;
const wholeNumber = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

type Problem = { field: keyof Typed; problem: string };

/** @returns the first that is not what is asked for, where there is one */
export function readGoods(typed: Typed): Omit<Offer, 'shopId' | 'goodsId' | 'kind'> | Problem {
  const points = wholeNumber(typed.points);
  if (points === null || points < fewestPoints) {
    return { field: 'points', problem: '分值填 5 到 9999 的整数。' };
  }
  const costFen = readYuan(typed.cost);
  if (costFen === null) return { field: 'cost', problem: '进价填数字,最多两位小数,比如 4.80。' };
  const safetyStock = wholeNumber(typed.safetyStock);
  if (safetyStock === null) return { field: 'safetyStock', problem: '填 0 到 9999 的整数。' };
  return { name: typed.name.trim(), unit: typed.unit.trim(), points, costFen, safetyStock };
}
