import { invalidParameter } from './errors';
import { compileQuery } from './match';
import type { Document, Fields } from './types';
import { cloneValue, isPlainObject } from './values';

/** Field → what becomes of it; a nested tree for dotted names. */
type Tree = { [field: string]: Tree | true };

function treeOf(paths: string[]): Tree {
  const root: Tree = {};
  for (const path of paths) {
    const parts = path.split('.');
    let place = root;
    for (const [index, part] of parts.entries()) {
      const next = place[part];
      if (next === true) break;
      if (index === parts.length - 1) place[part] = true;
      else {
        const branch = next ?? {};
        place[part] = branch;
        place = branch;
      }
    }
  }
  return root;
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((item) => isPlainObject(item) || Array.isArray(item))
      .map((item) => include(item, tree));
  }
  if (!isPlainObject(value)) return undefined;
  const kept: Fields = {};
  for (const key of Object.keys(value)) {
    const branch = tree[key];
    if (branch === undefined) continue;
    const item = branch === true ? value[key] : include(value[key], branch);
    if (item !== undefined) kept[key] = item;
  }
  return kept;
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree));
  if (!isPlainObject(value)) return value;
  const kept: Fields = {};
  for (const key of Object.keys(value)) {
    const branch = tree[key];
    if (branch === undefined) kept[key] = value[key];
    else if (branch !== true) kept[key] = exclude(value[key], branch);
  }
  return kept;
}

function sliced(list: unknown[], operand: unknown): unknown[] {
  if (typeof operand === 'number')
    return operand < 0 ? list.slice(operand) : list.slice(0, operand);
  const [skip, count] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (typeof skip !== 'number' || typeof count !== 'number' || count < 0) {
    throw invalidParameter('$slice needs a count or [skip, count]');
  }
  const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
  return list.slice(start, start + count);
}

type Shape = (copy: Fields) => void;

function shaping(field: string, operand: Fields): Shape {
  const [operator, ...more] = Object.keys(operand);
  if (more.length > 0 || (operator !== '$slice' && operator !== '$elemMatch')) {
    throw invalidParameter(`Projection operator ${operator} is not known or not supported here`);
  }
  const value = operand[operator];
  if (operator === '$slice') {
    return (copy) => {
      const list = copy[field];
      if (Array.isArray(list)) copy[field] = sliced(list, value);
    };
  }
  const matches = compileQuery({ list: { $elemMatch: value } });
  return (copy) => {
    const list = copy[field];
    const found = Array.isArray(list) ? list.find((item) => matches({ list: [item] })) : undefined;
    if (found === undefined) delete copy[field];
    else copy[field] = [found];
  };
}

/**
 * Compiles a projection: 1/true keeps, 0/false drops, `$slice` and `$elemMatch` cut lists.
 * @throws DatabaseError INVALID_PARAM when keeping and dropping are mixed
 */
export function compileProjection(projection: Fields): (document: Document) => Document {
  const kept: string[] = [];
  const dropped: string[] = [];
  const shapes: Shape[] = [];
  let keepsList = false;
  for (const [field, wanted] of Object.entries(projection)) {
    if (isPlainObject(wanted)) {
      shapes.push(shaping(field, wanted));
      if ('$elemMatch' in wanted) keepsList = true;
      kept.push(field);
    } else if (wanted === true || (typeof wanted === 'number' && wanted !== 0)) kept.push(field);
    else if (wanted === false || wanted === 0) dropped.push(field);
    else throw invalidParameter(`Projection of ${field} must be 1 or 0`);
  }
  const shaped = Object.values(projection).filter(isPlainObject).length;
  const excluding = dropped.filter((field) => field !== '_id').length > 0;
  if (excluding && kept.length > shaped) {
    throw invalidParameter('A projection cannot both keep and drop fields');
  }
  // $slice alone keeps the other fields too, as in MongoDB.
  const inclusive = !excluding && (kept.length > shaped || keepsList);
  const withId = inclusive && !dropped.includes('_id') ? [...kept, '_id'] : kept;
  const tree = treeOf(inclusive ? withId : dropped);
  return (document) => {
    const copy = (inclusive ? include(document, tree) : exclude(document, tree)) as Fields;
    for (const shape of shapes) shape(copy);
    return cloneValue(copy) as Document;
  };
}
