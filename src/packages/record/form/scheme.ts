import { useEffect } from 'react';
import { keepScheme, keptScheme, type Scheme } from '../../../client/kept-scheme';
import { type CallState, useCall } from '../../../client/use-call';
import { listItems } from '../../../contracts/scheme';

/**
 * A village's point items. Where there is no network, the last ones this phone saw: what is
 * recorded by them is scored by the server all the same.
 */
export function useScheme(villageId: string | null): CallState<Scheme> & { fromPhone: boolean } {
  const asked = useCall(listItems, villageId === null ? null : { villageId });
  useEffect(() => {
    if (villageId !== null && asked.value) keepScheme(villageId, asked.value);
  }, [villageId, asked.value]);
  if (asked.value !== null || asked.error === null || villageId === null) {
    return { ...asked, fromPhone: false };
  }
  const kept = keptScheme(villageId);
  if (kept === null) return { ...asked, fromPhone: false };
  return { ...asked, state: 'ready', value: kept, error: null, fromPhone: true };
}
