import type { ByProxy, HelperOffice } from './types';

export const helperWords: Record<HelperOffice, string> = { cadre: '村干部', keeper: '超市的人' };

/** `村干部代办`, where somebody did it for the household. */
export function byProxyInWords(byProxy: Pick<ByProxy, 'as'> | null | undefined): string | null {
  return byProxy ? `${helperWords[byProxy.as]}代办` : null;
}
