import { valuesAt } from './paths';
import type { Document, Order } from './types';
import { compareValues } from './values';

/** What a document sorts by: of a list the smallest element, descending the largest. */
function sortKey(document: Document, order: Order): unknown {
  const { values } = valuesAt(document, order.field);
  if (values.length === 1) return values[0];
  const sign = order.direction === 'asc' ? 1 : -1;
  return values.reduce((best, value) => (sign * compareValues(value, best) < 0 ? value : best));
}

/** Sorts a new list; ties keep the order they came in. */
export function sortDocuments(documents: Document[], orders: Order[]): Document[] {
  if (orders.length === 0) return documents;
  const keyed = documents.map((document) => ({
    document,
    keys: orders.map((order) => sortKey(document, order)),
  }));
  keyed.sort((left, right) => {
    for (let index = 0; index < orders.length; index += 1) {
      const order = compareValues(left.keys[index], right.keys[index]);
      if (order !== 0) return orders[index]?.direction === 'asc' ? order : -order;
    }
    return 0;
  });
  return keyed.map((entry) => entry.document);
}
