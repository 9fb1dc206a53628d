import indexes from '../../config/database/indexes.json';
import type { Kind } from './kind';

/** Where it is said how a collection's card is written. */
export const kindPage = 'docs/CONTRIBUTING.md#a-collection';

/** Every collection of the database. */
export const everyCollection: readonly string[] = Object.keys(indexes);

/**
 * The card of a collection, found by its name: there is no list to keep.
 * @throws Error with the card's file and the page that explains it, where there is none
 */
export function kindOf(collection: string): Kind {
  try {
    return (require(`./kinds/${collection}.ts`) as { kind: Kind }).kind;
  } catch (error) {
    if (!String(error).includes(`kinds/${collection}`)) throw error;
    const file = `tests/proof/kinds/${collection}.ts`;
    throw new Error(`the collection ${collection} has no card: write ${file} (${kindPage})`);
  }
}
