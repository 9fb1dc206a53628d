import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { Any, Options } from 'mingo/types';
import { resolve } from 'mingo/util';
import { DatabaseError, invalidParameter } from './errors';
import * as mendedExpressions from './expressions';
import { geoQueryOperators } from './geo-operators';
import { fitsSchema } from './json-schema';
import { mendedStages } from './stages';
import type { Fields, Filter } from './types';
import { isPlainObject } from './values';
import * as weekExpressions from './week-expressions';

export type Matches = (document: Fields) => boolean;

const logical = new Set(['$and', '$or', '$nor', '$expr']);

/** mingo's own lets criteria on fields match elements that are not objects. */
function $elemMatch(field: string, criteria: Any, options: Options): Matches {
  if (!isPlainObject(criteria)) throw invalidParameter('$elemMatch needs an object');
  const keys = Object.keys(criteria);
  const onElement =
    keys.length > 0 && keys.every((key) => key.startsWith('$') && !logical.has(key));
  const test = new Query(onElement ? { element: criteria } : criteria, options);
  return (document) => {
    const list = resolve(document, field, { unwrapArray: true });
    if (!Array.isArray(list)) return false;
    return list.some((element: unknown) => {
      if (onElement) return test.test({ element });
      return isPlainObject(element) && test.test(element);
    });
  };
}

/** mingo's own refuses a field that is no list; MongoDB takes it as a list of one. */
function $all(field: string, wanted: Any, options: Options): Matches {
  if (!Array.isArray(wanted)) throw invalidParameter('$all needs an array');
  const tests = wanted.map((value: unknown) =>
    isPlainObject(value) && '$elemMatch' in value
      ? $elemMatch(field, value.$elemMatch, options)
      : one(new Query({ [field]: value } as Fields, options)),
  );
  return (document) => tests.length > 0 && tests.every((test) => test(document));
}

/** mingo's own takes null and text for numbers. */
function $mod(field: string, operand: Any): Matches {
  const [divisor, remainder] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || divisor === 0) {
    throw invalidParameter('$mod needs [divisor, remainder]');
  }
  const fits = (value: unknown): boolean =>
    typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === remainder;
  return (document) => {
    const value: unknown = resolve(document, field, { unwrapArray: true });
    return Array.isArray(value) ? value.some(fits) : fits(value);
  };
}

function one(compiled: Query): Matches {
  return (document) => compiled.test(document);
}

const { argumentsOf: _, ...ownExpressions } = mendedExpressions;
const mended = { ...ownExpressions, ...weekExpressions };
const expressionOperators = { ...expression, ...mended, $substr: mended.$substrBytes };
const queryOperators = { ...query, ...geoQueryOperators, $elemMatch, $all, $mod };

// mingo's own index files export more than operators; its types want operators alone.
type Operators = NonNullable<Parameters<typeof Context.init>[0]>;

const context = Context.init({
  accumulator,
  expression: expressionOperators,
  pipeline: { ...pipeline, ...mendedStages },
  projection,
  query: queryOperators,
  window,
} as unknown as Operators);

/** What every mingo call of the engine runs with: no scripts, our own operators. */
export const mingoOptions = {
  context,
  scriptEnabled: false,
  jsonSchemaValidator: (schema: Fields) => (document: Fields) => fitsSchema(document, schema),
};

// A query carries few operators; a context without the rest is cheaper to copy each time.
const queryOptions = {
  ...mingoOptions,
  context: Context.init({
    query: queryOperators,
    expression: expressionOperators,
  } as unknown as Operators),
};

const operatorNames = new Set(
  [accumulator, expression, pipeline, projection, queryOperators, window, mended]
    .flatMap((group) => Object.keys(group))
    .filter((name) => name !== '$where' && name !== '$function' && name !== '$accumulator'),
);
// Arguments inside operators, not operators themselves.
for (const name of ['$geometry', '$maxDistance', '$minDistance', '$centerSphere', '$options']) {
  operatorNames.add(name);
}

/**
 * Refuses operators nothing here can run, even where no document would have met them.
 * @throws DatabaseError INVALID_PARAM naming the operator
 */
export function refuseUnknownOperators(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) refuseUnknownOperators(item);
  if (!isPlainObject(value)) return;
  for (const key of Object.keys(value)) {
    if (key.startsWith('$') && !operatorNames.has(key)) {
      throw invalidParameter(`Operator ${key} is not known or not supported here`);
    }
    if (key !== '$literal') refuseUnknownOperators(value[key]);
  }
}

/** Turns what mingo throws into the error a caller of the platform knows. */
export function inDatabaseTerms<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw invalidParameter(error instanceof Error ? error.message : String(error));
  }
}

function matchesAll(): boolean {
  return true;
}

/**
 * Compiles a query.
 * @throws DatabaseError INVALID_PARAM for an operator that is unknown or wrongly used
 */
export function compileQuery(filter: Filter): Matches {
  const keys = Object.keys(filter);
  if (keys.length === 0) return matchesAll;
  const id = filter._id;
  if (keys.length === 1 && (typeof id === 'string' || typeof id === 'number')) {
    return (document) => document._id === id;
  }
  refuseUnknownOperators(filter);
  const compiled = inDatabaseTerms(() => new Query(filter, queryOptions));
  return (document) => inDatabaseTerms(() => compiled.test(document));
}
