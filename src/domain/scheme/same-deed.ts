import type { PointItem } from '../../contracts/scheme';
import { refuse } from '../kernel/refusal';
import type { Used } from './allowance';
import type { AllowanceUse, Deed } from './types';

type WhichDeed = Pick<Deed, 'itemId' | 'day'>;

/** Records of the same item and day; what came to nothing gave its use back. */
export function usesOfSameDeed(
  uses: readonly AllowanceUse[],
  { itemId, day }: WhichDeed,
  but?: string,
): AllowanceUse[] {
  return uses.filter((use) => use.itemId === itemId && use.day === day && use.recordId !== but);
}

/** Said before it is recorded and before it is checked; null where there is none. */
export function sameDayInWords(count: number): string | null {
  return count === 0 ? null : `这一户同一天的这一项,另外还有 ${count} 条。`;
}

/**
 * What counts once for a household and day is refused; of anything else the note says which deed
 * it is, for checker and panel.
 * @throws Refusal `same-deed`, `same-deed-reason`
 */
export function mustNotRepeat(
  { name, oncePerDay }: PointItem,
  deed: Pick<Deed, 'itemId' | 'day' | 'note'>,
  used: Used,
): void {
  const count = usesOfSameDeed(used.year, deed).length;
  if (count === 0) return;
  if (oncePerDay) refuse('same-deed', onlyOncePerDay(name));
  if (deed.note !== undefined) return;
  refuse(
    'same-deed-reason',
    `这一户这一天的“${name}”已经有 ${count} 条了。真是另一件事,请在“说明”里写一句是哪一件。`,
  );
}

export function onlyOncePerDay(name: string): string {
  return `这一户这一天的“${name}”已经记过了,这一项一户一天只记一回,不用再记。`;
}
