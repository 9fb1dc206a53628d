import { randomBytes } from 'node:crypto';
import { ObjectId } from 'bson';
import { invalidParameter, requestFailed } from './errors';
import type { Document, Fields } from './types';
import { cloneValue, isPlainObject } from './values';

/** A new id in the platform's manner: 32 hexadecimal digits. */
function makeId(): string {
  return randomBytes(16).toString('hex');
}

function refuseOperators(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) refuseOperators(item);
  if (!isPlainObject(value)) return;
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) {
      throw requestFailed(`The field name '${key}' cannot be stored: it starts with $`);
    }
    refuseOperators(value[key]);
  }
}

export const idNeeded = '_id must be text, a number or an ObjectId';

export function isId(value: unknown): value is string {
  // Numbers and ObjectIds are ids too; see Document in types.
  if (typeof value === 'string') return value !== '';
  return typeof value === 'number' || value instanceof ObjectId;
}

/**
 * An own copy of what a caller wants stored, with an id, `_id` first.
 * @throws DatabaseError for field names that start with $ and for what is no id
 */
export function toDocument(fields: Fields, id: unknown = fields._id): Document {
  if (!isPlainObject(fields)) throw invalidParameter('A document must be an object');
  if (id !== undefined && !isId(id)) throw invalidParameter(idNeeded);
  const document: Document = Object.assign({ _id: id ?? makeId() }, cloneValue(fields));
  if (id !== undefined) document._id = id;
  refuseOperators(document);
  return document;
}
