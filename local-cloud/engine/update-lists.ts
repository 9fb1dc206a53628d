import { requestFailed } from './errors';
import { compileQuery } from './match';
import { valuesAt } from './paths';
import type { Fields } from './types';
import { type Place, readPlace, writePlace } from './update-path';
import { cloneValue, compareValues, isPlainObject, rankOf, sameValue } from './values';

type PlaceOperator = (place: Place, operand: unknown, path: string) => void;

/** The list at a place; an empty one when nothing stands there. */
function listAt(operator: string, place: Place, path: string): unknown[] {
  const value = readPlace(place);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    throw requestFailed(`Cannot apply ${operator} to ${path}: the field is not an array`);
  }
  return value;
}

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort']);

function wholeNumber(name: string, value: unknown, path: string): number {
  if (!Number.isInteger(value)) {
    throw requestFailed(`${name} of $push on ${path} must be a whole number`);
  }
  return value as number;
}

function sorter(by: unknown, path: string): (left: unknown, right: unknown) => number {
  if (by === 1 || by === -1) return (left, right) => by * compareValues(left, right);
  if (!isPlainObject(by)) throw requestFailed(`$sort of $push on ${path} needs 1, -1 or fields`);
  const fields = Object.entries(by);
  const keyOf = (value: unknown, field: string): unknown =>
    isPlainObject(value) ? valuesAt(value, field).values[0] : undefined;
  return (left, right) => {
    for (const [field, direction] of fields) {
      const order = compareValues(keyOf(left, field), keyOf(right, field));
      if (order !== 0) return direction === -1 ? -order : order;
    }
    return 0;
  };
}

function push(place: Place, operand: unknown, path: string): void {
  const list = [...listAt('$push', place, path)];
  if (!isPlainObject(operand) || !('$each' in operand)) {
    writePlace(place, [...list, cloneValue(operand)]);
    return;
  }
  const unknown = Object.keys(operand).find((key) => !pushModifiers.has(key));
  if (unknown !== undefined) throw requestFailed(`$push does not know ${unknown}`);
  if (!Array.isArray(operand.$each))
    throw requestFailed(`$each of $push on ${path} must be a list`);
  const position =
    '$position' in operand ? wholeNumber('$position', operand.$position, path) : list.length;
  const start = position < 0 ? Math.max(0, list.length + position) : position;
  list.splice(start, 0, ...operand.$each.map(cloneValue));
  if ('$sort' in operand) list.sort(sorter(operand.$sort, path));
  if (!('$slice' in operand)) writePlace(place, list);
  else {
    const slice = wholeNumber('$slice', operand.$slice, path);
    writePlace(place, slice < 0 ? list.slice(slice) : list.slice(0, slice));
  }
}

function addToSet(place: Place, operand: unknown, path: string): void {
  const list = [...listAt('$addToSet', place, path)];
  const each = isPlainObject(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(each)) throw requestFailed(`$each of $addToSet on ${path} must be a list`);
  for (const value of each) {
    if (!list.some((known) => sameValue(known, value))) list.push(cloneValue(value));
  }
  writePlace(place, list);
}

function pop(place: Place, operand: unknown, path: string): void {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop on ${path} needs 1 or -1`);
  if (readPlace(place) === undefined) return;
  const list = listAt('$pop', place, path);
  writePlace(place, operand === 1 ? list.slice(0, -1) : list.slice(1));
}

function unwanted(operand: unknown): (element: unknown) => boolean {
  const regex = rankOf(operand) === rankOf(/x/);
  if (!isPlainObject(operand) && !regex) return (element) => sameValue(element, operand);
  const fields = operand as Fields;
  if (
    regex ||
    Object.keys(fields).some((key) => key.startsWith('$') && !/^\$(and|or|nor)$/.test(key))
  ) {
    const matches = compileQuery({ element: operand });
    return (element) => matches({ element });
  }
  const matches = compileQuery(fields);
  return (element) => isPlainObject(element) && matches(element);
}

function pull(place: Place, operand: unknown, path: string): void {
  if (readPlace(place) === undefined) return;
  const goes = unwanted(operand);
  writePlace(
    place,
    listAt('$pull', place, path).filter((element) => !goes(element)),
  );
}

function pullAll(place: Place, operand: unknown, path: string): void {
  if (!Array.isArray(operand)) throw requestFailed(`$pullAll on ${path} needs a list`);
  if (readPlace(place) === undefined) return;
  const kept = listAt('$pullAll', place, path).filter(
    (element) => !operand.some((value) => sameValue(value, element)),
  );
  writePlace(place, kept);
}

/** Operators on lists: those that make a missing list, and those that leave it missing. */
export const updateLists: Record<'creating' | 'searching', Record<string, PlaceOperator>> = {
  creating: { $push: push, $addToSet: addToSet },
  searching: { $pop: pop, $pull: pull, $pullAll: pullAll },
};
