import type { Engine } from '../../local-cloud/engine';
import type { HeldRole } from '../../src/domain/people/types';
import type { Kind } from '../proof/kind';
import { covers } from '../proof/kind-problems';
import { kindOf } from '../proof/kinds';
import type { May } from '../proof/may';
import { pathsOf } from '../proof/value-paths';
import { eachValue } from '../support/each-value';
import { documentsOf } from '../support/town';
import type { Position } from './authority-actors';

/** Where a value stands in the database. */
type Source = { collection: string; path: string; document: Record<string, unknown> };
export type Sources = ReadonlyMap<unknown, readonly Source[]>;

/** As whom somebody reads; strangers live nowhere and hold nothing. */
export type Reader = {
  householdId: string | null;
  villageId: string | null;
  roles: readonly HeldRole[];
};

/** Days and words of the code stand everywhere. */
const standsEverywhere = /^(\d{4}-\d\d(-\d\d)?|[a-z-]+)$/;

/** Says by itself where it comes from: a longer text, or an instant. */
function isTelling(value: unknown): boolean {
  if (typeof value === 'number') return value > 1e12;
  return typeof value === 'string' && value.length > 3 && !standsEverywhere.test(value);
}

/** Everything stored that is telling, by what it says. */
export function sourcesIn(engine: Engine): Sources {
  const sources = new Map<unknown, Source[]>();
  for (const [collection, documents] of documentsOf(engine)) {
    for (const document of documents) {
      eachValue(document, '', (path, value) => {
        if (!isTelling(value)) return;
        const known = sources.get(value) ?? [];
        known.push({ collection, path, document });
        sources.set(value, known);
      });
    }
  }
  return sources;
}

function isOk(may: May, role: HeldRole['role'], position: Position): boolean {
  const said = may[role];
  return said === 'ok' || (typeof said === 'object' && said[position] === 'ok');
}

const isIn = (paths: readonly string[], path: string) => paths.some((each) => covers(each, path));

/** Whether a document's card lets somebody see one of its fields. */
function mayBeSeen({ readers }: Kind, { path, document }: Source, reader: Reader): boolean {
  const { householdId, villageId, roles } = reader;
  const isOwn = householdId !== null && document.householdId === householdId;
  if (isIn(pathsOf(readers.outsiders), path)) return true;
  if (isOwn && isOk(readers.may, 'resident', 'own-household')) return true;
  const isNear = villageId !== null && villageId === document.villageId;
  if (isNear && isIn(pathsOf(readers.insiders), path)) return true;
  const isServed = (place: string) =>
    place === 'town' || place === document.villageId || place === document.shopId;
  return roles.some(
    ({ role, place }) => isServed(place) && isOk(readers.may, role, 'other-household'),
  );
}

/**
 * Stored fields that an answer shows, and that no card lets this reader see. What stands in several
 * places may be shown from any of them.
 */
export function notToBeSeen(sources: Sources, value: unknown, reader: Reader): string[] {
  const found = new Set<string>();
  eachValue(value, '', (_, each) => {
    const from = sources.get(each);
    if (!from || from.some((source) => mayBeSeen(kindOf(source.collection), source, reader)))
      return;
    const places = from.map(({ collection, path }) => `${collection}.${path}`);
    found.add([...new Set(places)].join(' or '));
  });
  return [...found];
}
