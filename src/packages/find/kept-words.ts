import { keep, readKept } from '../../client/storage';
import type { ValueOf } from '../../contracts/contract';
import type { listWords } from '../../contracts/search';

type Kept = ValueOf<typeof listWords>;

const keyOf = (villageId: string) => `words.${villageId}`;

/** The words a village added, as this phone last saw them; null when it never did. */
export const keptWords = (villageId: string): Kept | null => readKept<Kept>(keyOf(villageId));

export const keepWords = (villageId: string, words: Kept) => keep(keyOf(villageId), words);
