import { requestFailed } from './errors';
import type { Fields, Filter } from './types';
import { updateLists } from './update-lists';
import { clearPlace, type Place, placesAt, readPlace, writePlace } from './update-path';
import { cloneValue, compareValues, isPlainObject } from './values';

export type UpdateContext = { document: Fields; query: Filter; nowMs: number; inserting: boolean };
type PlaceOperator = (place: Place, operand: unknown, path: string, nowMs: number) => void;

function numberOperand(operator: string, operand: unknown, path: string): number {
  if (typeof operand !== 'number') {
    throw requestFailed(`Cannot ${operator} ${path}: the operand is not a number`);
  }
  return operand;
}

function numberAt(operator: string, place: Place, path: string): number {
  const value = readPlace(place);
  if (value === undefined) return 0;
  if (typeof value !== 'number') {
    throw requestFailed(`Cannot apply ${operator} to ${path}: the field is not a number`);
  }
  return value;
}

function bitwise(place: Place, operand: unknown, path: string): void {
  const operations = isPlainObject(operand) ? Object.entries(operand) : [];
  let value = numberAt('$bit', place, path);
  for (const [name, mask] of operations) {
    const bits = numberOperand('$bit', mask, path);
    if (!Number.isInteger(bits) || !Number.isInteger(value)) {
      throw requestFailed(`$bit on ${path} needs whole numbers`);
    }
    if (name === 'and') value &= bits;
    else if (name === 'or') value |= bits;
    else if (name === 'xor') value ^= bits;
    else throw requestFailed(`$bit does not know '${name}'`);
  }
  if (operations.length === 0) throw requestFailed(`$bit on ${path} needs and, or or xor`);
  writePlace(place, value);
}

function extreme(sign: 1 | -1): PlaceOperator {
  return (place, operand) => {
    const value = readPlace(place);
    if (value === undefined || sign * compareValues(operand, value) > 0) {
      writePlace(place, cloneValue(operand));
    }
  };
}

function currentDate(place: Place, operand: unknown, path: string, nowMs: number): void {
  const asDate = operand === true || (isPlainObject(operand) && operand.$type === 'date');
  if (!asDate) throw requestFailed(`$currentDate on ${path} knows true and {$type: 'date'} only`);
  writePlace(place, new Date(nowMs));
}

const creating: Record<string, PlaceOperator> = {
  $set: (place, operand) => writePlace(place, cloneValue(operand)),
  $setOnInsert: (place, operand) => writePlace(place, cloneValue(operand)),
  $inc: (place, operand, path) => {
    const step = numberOperand('$inc', operand, path);
    writePlace(place, numberAt('$inc', place, path) + step);
  },
  $mul: (place, operand, path) => {
    const factor = numberOperand('$mul', operand, path);
    writePlace(place, numberAt('$mul', place, path) * factor);
  },
  $max: extreme(1),
  $min: extreme(-1),
  $bit: bitwise,
  $currentDate: currentDate,
  ...updateLists.creating,
};

const searching: Record<string, PlaceOperator> = {
  $unset: (place) => clearPlace(place),
  ...updateLists.searching,
};

function rename(context: UpdateContext, from: string, to: unknown): void {
  if (typeof to !== 'string' || to === '' || to === from) {
    throw requestFailed(`$rename of ${from} needs another field name`);
  }
  refuseId(to);
  const [source] = placesAt(context.document, from, context.query, false);
  const value = source === undefined ? undefined : readPlace(source);
  if (source === undefined || value === undefined) return;
  if (Array.isArray(source.holder)) throw requestFailed('$rename cannot reach into a list');
  clearPlace(source);
  for (const place of placesAt(context.document, to, context.query, true)) writePlace(place, value);
}

function refuseId(path: string): void {
  if (path === '_id' || path.startsWith('_id.')) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field");
  }
}

function isSameId(context: UpdateContext, operator: string, path: string, value: unknown): boolean {
  return path === '_id' && operator === '$set' && context.document._id === value;
}

/** Two operators may not touch one path or one inside the other. */
function refuseConflicts(operators: Fields): void {
  const paths: string[] = [];
  for (const [operator, operands] of Object.entries(operators)) {
    if (!isPlainObject(operands)) continue;
    paths.push(...Object.keys(operands));
    if (operator === '$rename') paths.push(...Object.values(operands).map(String));
  }
  paths.sort();
  for (const [index, path] of paths.entries()) {
    const clash = paths.find(
      (other, at) => at !== index && (other === path || other.startsWith(`${path}.`)),
    );
    if (clash !== undefined) {
      throw requestFailed(`Updating the path '${clash}' would create a conflict at '${path}'`);
    }
  }
}

function refusePath(path: string): void {
  if (path === '' || path.split('.').includes('')) {
    throw requestFailed(`The update path '${path}' contains an empty field name`);
  }
}

/**
 * Applies update operators to `context.document` in place, as strictly as MongoDB does: mingo's
 * updater passes silently over what MongoDB refuses, such as $inc on text.
 * @throws DatabaseError DATABASE_REQUEST_FAILED saying which operator and path
 */
export function applyOperators(context: UpdateContext, operators: Fields): void {
  const names = Object.keys(operators);
  if (names.length === 0) throw requestFailed('The update names no operator');
  refuseConflicts(operators);
  for (const name of names) {
    const operands = operators[name];
    const operator = creating[name] ?? searching[name];
    if (operator === undefined && name !== '$rename') {
      throw requestFailed(`Update operator ${name} is not known or not supported here`);
    }
    if (!isPlainObject(operands)) throw requestFailed(`${name} needs an object of fields`);
    if (name === '$setOnInsert' && !context.inserting) continue;
    for (const [path, operand] of Object.entries(operands)) {
      refusePath(path);
      if (isSameId(context, name, path, operand)) continue;
      refuseId(path);
      if (operator === undefined) {
        rename(context, path, operand);
        continue;
      }
      const places = placesAt(context.document, path, context.query, name in creating);
      for (const place of places) operator(place, operand, path, context.nowMs);
    }
  }
}

/** A new document from the equalities of a query, for an update that may insert. */
export function seedOf(query: Filter): Fields {
  const seed: Fields = {};
  for (const [key, value] of Object.entries(query)) {
    const equal = isPlainObject(value) && '$eq' in value ? value.$eq : value;
    if (key === '$and' && Array.isArray(value)) {
      for (const branch of value) if (isPlainObject(branch)) Object.assign(seed, seedOf(branch));
    } else if (!key.startsWith('$') && (!isPlainObject(equal) || !hasOperator(equal))) {
      for (const place of placesAt(seed, key, {}, true)) writePlace(place, cloneValue(equal));
    }
  }
  return seed;
}

function hasOperator(value: Fields): boolean {
  return Object.keys(value).some((key) => key.startsWith('$'));
}
