import { DatabaseError, type Fields, type Order, parseEjson } from '../engine';

const megabyte = 1024 * 1024;
/** What the platform lets through to its database and back: a packet, and what is written. */
const packetLimitBytes = 16 * megabyte;
const writeLimitBytes = 5 * megabyte;

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

function checkSize(text: string, limitBytes: number, what: string): void {
  // Most texts are short: three bytes are the most a character of a text takes.
  if (text.length * 3 <= limitBytes || Buffer.byteLength(text) <= limitBytes) return;
  throw invalid(`${what} is larger than ${limitBytes / megabyte} MB`);
}

/** A value the SDK sends as a text of EJSON; undefined when it sent none. */
export function ejsonOf(value: unknown, nowMs: number): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  checkSize(text, packetLimitBytes, 'The request');
  return parseEjson(text, nowMs);
}

/** The same where only an object makes sense; an absent one is empty. */
export function fieldsOf(body: Body, name: string, nowMs: number): Fields {
  const value = ejsonOf(body[name], nowMs) ?? {};
  if (!isObject(value)) throw invalid(`${name} must be an object`);
  return value;
}

/** What is written: fields of a document or operators. */
export function writtenOf(data: unknown, nowMs: number): Fields {
  if (typeof data === 'string') checkSize(data, writeLimitBytes, 'What is written');
  return fieldsOf({ data }, 'data', nowMs);
}

/** The texts of an answer, if together they are no larger than a packet. */
export function answered(texts: string[]): string[] {
  let bytes = 0;
  for (const text of texts) bytes += Buffer.byteLength(text);
  if (bytes > packetLimitBytes) throw invalid('The answer is larger than 16 MB');
  return texts;
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
