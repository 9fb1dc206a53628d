import type { InputOf, ValueOf } from '../../contracts/contract';
import type { moveStock, readStock } from '../../contracts/exchange';

export type StockLine = ValueOf<typeof readStock>['stock'][number];
export type StockReason = InputOf<typeof moveStock>['reason'];

export const reasonChoices: { id: StockReason; label: string }[] = [
  { id: 'bought-in', label: '进货' },
  { id: 'damaged', label: '报损' },
  { id: 'lost', label: '丢了' },
  { id: 'counted', label: '盘点' },
];

/** What the number means: added, taken away, or what was counted. */
export const questions: Record<StockReason, string> = {
  'bought-in': '进了多少',
  damaged: '坏了多少',
  lost: '少了多少',
  counted: '数下来一共有多少',
};

/** A whole number as people type it; null for anything else. */
export function readCount(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** The signed change to the stock: counting is compared with the book. */
export function changeOf(reason: StockReason, count: number, onHand: number): number {
  if (reason === 'bought-in') return count;
  return reason === 'counted' ? count - onHand : -count;
}

/** Two people stand for goods that back points: who brings them in, and who books the money. */
const thenTheTown = '请把单据交给镇里,镇里登记了买货花的钱,这些货才能顶积分。';

/** Said before it is kept: what will stand there, and who comes next where there is more. */
export function outcomeInWords(line: StockLine, change: number): string {
  const { name, unit, onHand } = line;
  if (change === 0) return `${name}架上 ${onHand} ${unit},和账上一样,不用记。`;
  const after = onHand + change;
  if (after < 0) return `架上只有 ${onHand} ${unit},减不了这么多。请再数一数。`;
  const words = `${name}从 ${onHand} ${unit}变成 ${after} ${unit}。`;
  return change > 0 ? `${words}${thenTheTown}` : words;
}
