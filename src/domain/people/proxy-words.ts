import type { ByProxy, HelperOffice, ProxyDeed } from './types';

export const helperWords: Record<HelperOffice, string> = { cadre: '村干部', keeper: '超市的人' };

const deedWords: readonly (readonly [ProxyDeed, string, string])[] = [
  ['declared', '申报', '件'],
  ['objected', '提异议', '件'],
  ['ordered', '下单', '单'],
  ['collected', '领货', '单'],
];

/** `申报 1 件,领货 2 单`; of nothing, the empty text. */
export function doneInWords(done: Partial<Record<ProxyDeed, number>>): string {
  return deedWords
    .filter(([deed]) => (done[deed] ?? 0) > 0)
    .map(([deed, word, unit]) => `${word} ${done[deed]} ${unit}`)
    .join(',');
}

/** `村干部代办`, where somebody did it for the household. */
export function byProxyInWords(byProxy: Pick<ByProxy, 'as'> | null | undefined): string | null {
  return byProxy ? `${helperWords[byProxy.as]}代办` : null;
}
