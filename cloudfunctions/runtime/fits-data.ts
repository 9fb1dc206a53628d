import { isOfThisVersion } from '../../src/domain/kernel/data-version';
import type { Town } from '../../src/domain/people/types';
import type { Reader } from './store/store';

/**
 * Whether the stored data is of the version this program was written for; asked of the store until
 * a town stands and fits, then known for as long as the process lives.
 */
export function fitsData(store: Pick<Reader, 'get'>): () => Promise<boolean> {
  let fits = false;
  return async () => {
    if (fits) return true;
    const town = await store.get<Town>('towns', 'town');
    fits = town !== null && isOfThisVersion(town);
    return fits || town === null;
  };
}
