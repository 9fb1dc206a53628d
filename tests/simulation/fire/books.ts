import type { Document } from '../../../local-cloud/engine';
import { violationsOf } from '../../proof/invariants';
import { type Database, holds, readWhole } from './wire';

export type Books = { accounts: number; entries: number; orders: number; movements: number };

/** The collections that the invariants look at: asked, so that none is forgotten here. */
function collectionsLookedAt(): string[] {
  const names = new Set<string>();
  violationsOf({
    find(name) {
      names.add(name);
      return [];
    },
  });
  return [...names];
}

/** Reads a running cloud and holds it against all that must hold. @throws Error with what fails */
export async function checkBooks(db: Database): Promise<Books> {
  const whole = new Map<string, Document[]>();
  for (const name of collectionsLookedAt()) whole.set(name, await readWhole<Document>(db, name));
  const all = (name: string) => whole.get(name) ?? [];
  const violations = violationsOf({ find: all });
  holds(violations.length === 0, `the books: ${violations.slice(0, 5).join('; ')}`);
  const count = (name: string) => all(name).length;
  return {
    ...{ accounts: count('accounts'), entries: count('entries') },
    ...{ orders: count('orders'), movements: count('movements') },
  };
}
