import { Aggregator } from 'mingo/aggregator';
import { invalidParameter, requestFailed } from './errors';
import { nearestDocuments } from './geo-operators';
import { compileQuery, inDatabaseTerms, mingoOptions, refuseUnknownOperators } from './match';
import { ordersOf } from './stages';
import type { Document, Fields, Filter, Order } from './types';
import { cloneValue, isPlainObject } from './values';

/** How the aggregation reaches stored documents; what it gets it must not change. */
export type Source = {
  select(collection: string, query: Filter, order: Order[], limit: number): Document[];
};

type Stage = { name: string; value: unknown };

// These hand documents on as they are; every other stage may write into nested objects.
const harmless = new Set(['$match', '$group', '$count', '$sort', '$limit', '$skip', '$sample']);
const refused = new Set(['$out', '$merge', '$documents']);

function stagesOf(pipeline: Fields[]): Stage[] {
  return pipeline.map((stage) => {
    const [name, ...more] = isPlainObject(stage) ? Object.keys(stage) : [];
    if (name === undefined || more.length > 0) {
      throw invalidParameter('Every aggregation stage names exactly one operator');
    }
    if (refused.has(name))
      throw invalidParameter(`Aggregation stage ${name} is not supported here`);
    if (name !== '$geoNear' && mingoOptions.context.getOperator(pipelineType, name) === null) {
      throw invalidParameter(`Aggregation stage ${name} is not known or not supported here`);
    }
    refuseUnknownOperators(stage[name]);
    return { name, value: stage[name] };
  });
}

// The member of mingo's enum for stages; the enum itself is not reachable as a value of its type.
type PipelineType = Parameters<typeof mingoOptions.context.getOperator>[0];
const pipelineType = 'pipeline' as PipelineType;

type Start = { documents: Document[]; rest: Stage[] };

/** Lets the indexes serve a leading $match, $sort and $limit. */
function startOf(source: Source, collection: string, stages: Stage[]): Start {
  const rest = [...stages];
  const near = rest[0]?.name === '$geoNear' ? rest.shift() : undefined;
  if (near !== undefined) {
    if (!isPlainObject(near.value)) throw invalidParameter('$geoNear needs an object');
    const query = isPlainObject(near.value.query) ? near.value.query : {};
    const candidates = source.select(collection, query, [], Number.POSITIVE_INFINITY);
    return { documents: nearestDocuments(candidates, near.value, compileQuery(query)), rest };
  }
  const match = rest[0]?.name === '$match' ? rest.shift()?.value : {};
  if (!isPlainObject(match)) throw invalidParameter('$match needs an object');
  const order = rest[0]?.name === '$sort' ? ordersOf(rest.shift()?.value) : [];
  let limit = Number.POSITIVE_INFINITY;
  if (rest[0]?.name === '$limit') limit = wholeNumber('$limit', rest.shift()?.value, 1);
  return { documents: source.select(collection, match, order, limit), rest };
}

function wholeNumber(name: string, value: unknown, least: number): number {
  if (!Number.isInteger(value) || (value as number) < least) {
    throw invalidParameter(`${name} needs a whole number from ${least}`);
  }
  return value as number;
}

/**
 * Runs an aggregation over committed documents.
 * @throws DatabaseError INVALID_PARAM naming an unknown stage or operator
 */
export function aggregate(source: Source, collection: string, pipeline: Fields[]): Document[] {
  const stages = stagesOf(pipeline);
  if (stages.slice(1).some((stage) => stage.name === '$geoNear')) {
    throw requestFailed('$geoNear must be the first stage');
  }
  const { documents, rest } = startOf(source, collection, stages);
  const safe = rest.every((stage) => harmless.has(stage.name));
  const input = safe ? [...documents] : documents.map(cloneValue);
  const loaded = new Map<string, Document[]>();
  const collectionResolver = (name: string): Document[] => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const all = source.select(name, {}, [], Number.POSITIVE_INFINITY).map(cloneValue);
    loaded.set(name, all);
    return all;
  };
  const mingoPipeline = rest.map((stage) => ({ [stage.name]: stage.value }));
  const aggregator = new Aggregator(mingoPipeline, { ...mingoOptions, collectionResolver });
  return inDatabaseTerms(() => aggregator.run(input)).map((one) => cloneValue(one) as Document);
}
