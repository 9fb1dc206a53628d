import type { Collection } from './collection';
import { nearnessOf } from './geo-operators';
import { compileQuery, type Matches } from './match';
import { choosePlan, type Plan } from './plan';
import { constraintOn, fieldsOf } from './ranges';
import { sortDocuments } from './sort';
import type { Counters, Document, Filter, Order } from './types';

/** What a transaction has written but not committed: id → document, null when removed. */
export type Overlay = ReadonlyMap<string, Document | null>;

export type SelectRequest = {
  query: Filter;
  order: Order[];
  skip: number;
  /** How many at most; Infinity for all. */
  limit: number;
};

export type SelectScene = {
  collection: Collection;
  snapshot: number;
  overlay: Overlay | null;
  counters: Counters;
  unindexed: (collection: string, fields: string[]) => void;
};

type Gathering = { matches: Matches; wanted: number; scene: SelectScene; found: Document[] };

/** Looks at one document; hidden ones have been written by the transaction itself. */
function consider(document: Document, gathering: Gathering): boolean {
  const { scene, matches, found } = gathering;
  scene.counters.documentsExamined += 1;
  if (scene.overlay?.has(document._id) || !matches(document)) return false;
  found.push(document);
  return true;
}

function gatherPlanned(plan: Plan, gathering: Gathering): void {
  const { collection, snapshot } = gathering.scene;
  const depth = plan.prefixes[0]?.length ?? 0;
  const group = plan.order?.complete === false ? depth + plan.order.matched : null;
  let last: unknown[] | null = null;
  for (const { document, entry } of collection.planned(plan, snapshot)) {
    if (gathering.found.length >= gathering.wanted) {
      if (group === null || last === null) return;
      // The whole group of equals is needed to put it in order.
      if (!plan.index.sameUpTo(last, entry, depth, group)) return;
    }
    if (consider(document, gathering)) last = entry;
    if (group === null && gathering.found.length >= gathering.wanted) return;
  }
}

function gatherAll(gathering: Gathering): void {
  for (const document of gathering.scene.collection.all(gathering.scene.snapshot)) {
    if (gathering.found.length >= gathering.wanted) return;
    consider(document, gathering);
  }
}

function idsIn(query: Filter): string[] | null {
  const points = constraintOn(query, '_id', false)?.points ?? null;
  return points as string[] | null;
}

function gather(request: SelectRequest, gathering: Gathering, sorted: boolean): void {
  const { collection, snapshot, unindexed } = gathering.scene;
  const ids = idsIn(request.query);
  if (ids !== null) {
    gathering.wanted = Number.POSITIVE_INFINITY;
    for (const id of ids) {
      const document = collection.get(id, snapshot);
      if (document !== null) consider(document, gathering);
    }
    return;
  }
  const byId = request.order[0]?.field === '_id' || constraintOn(request.query, '_id', false);
  const indexes = byId ? [...collection.indexes, collection.idOrder()] : collection.indexes;
  const plan = choosePlan(indexes, request.query, request.order);
  if (plan !== null) {
    if (sorted && plan.order === null) gathering.wanted = Number.POSITIVE_INFINITY;
    gatherPlanned(plan, gathering);
    return;
  }
  if (sorted) gathering.wanted = Number.POSITIVE_INFINITY;
  const fields = new Set([...fieldsOf(request.query), ...request.order.map((one) => one.field)]);
  if (fields.size > 0) unindexed(collection.name, [...fields]);
  gatherAll(gathering);
}

/**
 * The documents a query selects, in order, as they are stored (callers copy).
 * Uncommitted writes of the transaction count; they are few, so they are joined at the end.
 */
export function select(scene: SelectScene, request: SelectRequest): Document[] {
  const matches = compileQuery(request.query);
  const nearness = request.order.length === 0 ? nearnessOf(request.query) : null;
  const sorted = request.order.length > 0 || nearness !== null;
  const wanted = request.skip + request.limit;
  const gathering: Gathering = { matches, wanted, scene, found: [] };
  if (nearness !== null) gathering.wanted = Number.POSITIVE_INFINITY;
  gather(request, gathering, sorted);
  let found = gathering.found;
  for (const document of scene.overlay?.values() ?? []) {
    if (document === null) continue;
    scene.counters.documentsExamined += 1;
    if (matches(document)) found.push(document);
  }
  if (nearness !== null) {
    const distances = new Map(found.map((document) => [document, nearness(document)]));
    const distance = (document: Document): number => distances.get(document) ?? 0;
    found = [...found].sort((left, right) => distance(left) - distance(right));
  } else found = sortDocuments(found, request.order);
  return request.skip === 0 && found.length <= request.limit
    ? found
    : found.slice(request.skip, wanted);
}
