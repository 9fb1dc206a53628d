import type { Stored } from '../../runtime/store/store';
import type { Getter } from '../load';

/** Asks for each document once, however often it is looked for; for one answer, no longer. */
export function remembering(from: Getter): Getter {
  const known = new Map<string, Promise<unknown>>();
  return {
    get<T>(collection: string, id: string) {
      const name = `${collection}/${id}`;
      const asked = known.get(name) ?? from.get<T>(collection, id);
      known.set(name, asked);
      return asked as Promise<Stored<T> | null>;
    },
  };
}
