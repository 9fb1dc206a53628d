import { refuse } from '../kernel/refusal';
import { wholeDayInWords } from '../kernel/time';
import type { EndedHousehold, Household } from './types';

/** Those of some households that are there; one that has ended is only read. */
export function living<Of extends Pick<Household, 'ended'>>(households: readonly Of[]): Of[] {
  return households.filter(({ ended }) => ended === undefined);
}

/** `12号户已经在 2026年5月1日 并入 31号户`. */
export function endedInWords(number: number, { day, into }: EndedHousehold): string {
  const how = into === null ? '销户' : `并入 ${into}号户`;
  return `${number}号户已经在 ${wholeDayInWords(day)} ${how}`;
}

/**
 * Nothing new is recorded, declared, ordered, joined or done for somebody there.
 * @throws Refusal `household-ended`
 */
export function mustStand({ number, ended }: Pick<Household, 'number' | 'ended'>): void {
  if (!ended) return;
  const next = ended.into === null ? '请核对户号。' : `请到 ${ended.into}号户办。`;
  refuse('household-ended', `${endedInWords(number, ended)},这里不能再办新的事。${next}`);
}
