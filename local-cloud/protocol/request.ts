import { DatabaseError, type Fields, type Order, parseEjson } from '../engine';

/** The platform takes packets of at most 16 MB. */
const packetLimitCharacters = 16 * 1024 * 1024;

export type Body = Record<string, unknown>;

export function invalid(message: string): DatabaseError {
  return new DatabaseError('INVALID_PARAM', message);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw invalid(`${name} is missing`);
  return value;
}

/** A value the SDK sends as a text of EJSON; undefined when it sent none. */
export function ejsonOf(value: unknown, nowMs: number): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length > packetLimitCharacters) throw invalid('The request is larger than 16 MB');
  return parseEjson(text, nowMs);
}

/** The same where only an object makes sense; an absent one is empty. */
export function fieldsOf(body: Body, name: string, nowMs: number): Fields {
  const value = ejsonOf(body[name], nowMs) ?? {};
  if (!isObject(value)) throw invalid(`${name} must be an object`);
  return value;
}

/** The query; one that names a document must say which, or it would mean all of them. */
export function queryOf(body: Body, nowMs: number): Fields {
  if (body.queryType === 'DOC' && body.query === undefined) throw invalid('query is missing');
  const query = fieldsOf(body, 'query', nowMs);
  if (body.queryType === 'DOC' && query._id === undefined) throw invalid('_id is missing');
  return query;
}

function directionOf(value: unknown): Order['direction'] {
  if (value === 1 || value === 'asc') return 'asc';
  if (value === -1 || value === 'desc') return 'desc';
  throw invalid('order must say 1, -1, asc or desc');
}

/** `{field: 1}` as orderBy sends it, or a list of `{field, direction}` as options send it. */
export function ordersOf(body: Body, nowMs: number): Order[] {
  const value = ejsonOf(body.order, nowMs) ?? {};
  const parts = Array.isArray(value) ? value : [value];
  return parts.flatMap((part): Order[] => {
    if (!isObject(part)) throw invalid('order must be an object');
    const field = part.field ?? part.key;
    if (typeof field === 'string' && 'direction' in part) {
      return [{ field, direction: directionOf(part.direction) }];
    }
    return Object.entries(part).map(([name, direction]) => ({
      field: name,
      direction: directionOf(direction),
    }));
  });
}

/** A count the SDK sends as a plain number; `otherwise` when it sent none. */
export function countOf(value: unknown, name: string, otherwise: number): number {
  if (value === undefined || value === null) return otherwise;
  if (!Number.isInteger(value) || (value as number) < 0) {
    throw invalid(`${name} must be a whole number from 0`);
  }
  return value as number;
}

/** `[{stageKey, stageValue: ejson}]` into the stages of a pipeline. */
export function stagesOf(body: Body, nowMs: number): Fields[] {
  if (!Array.isArray(body.stages)) throw invalid('stages must be a list');
  return body.stages.map((stage: unknown) => {
    if (!isObject(stage) || typeof stage.stageKey !== 'string')
      throw invalid('stageKey is missing');
    return { [stage.stageKey]: ejsonOf(stage.stageValue, nowMs) };
  });
}
