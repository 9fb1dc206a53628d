import { resolve } from 'mingo/util';
import { invalidParameter } from './errors';
import {
  areasHoldShape,
  distanceMeters,
  earthRadiusMeters,
  type Position,
  positionsOf,
  shapeOf,
  shapesMeet,
} from './geometry';
import type { Document, Fields, Filter } from './types';
import { isPlainObject } from './values';

type Test = (document: Fields) => boolean;

function shapeAt(document: Fields, field: string): ReturnType<typeof shapeOf> {
  return shapeOf(resolve(document, field));
}

function neededShape(operator: string, value: unknown): NonNullable<ReturnType<typeof shapeOf>> {
  const shape = shapeOf(value);
  if (shape === null) throw invalidParameter(`${operator} needs a GeoJSON geometry`);
  return shape;
}

/** Distance from the nearest point of what stands at `field`, or null when nothing does. */
export function distanceTo(document: Fields, field: string, center: Position): number | null {
  const shape = shapeAt(document, field);
  if (shape === null) return null;
  const distances = positionsOf(shape).map((point) => distanceMeters(center, point));
  return distances.length === 0 ? null : Math.min(...distances);
}

type Near = { center: Position; minimumMeters: number; maximumMeters: number };

function nearOf(operator: string, value: unknown): Near {
  if (!isPlainObject(value)) throw invalidParameter(`${operator} needs $geometry`);
  const [center] = neededShape(operator, value.$geometry).points;
  if (center === undefined) throw invalidParameter(`${operator} needs a Point`);
  return {
    center,
    minimumMeters: typeof value.$minDistance === 'number' ? value.$minDistance : 0,
    maximumMeters:
      typeof value.$maxDistance === 'number' ? value.$maxDistance : Number.POSITIVE_INFINITY,
  };
}

function nearTest(operator: string) {
  return (field: string, value: unknown): Test => {
    const { center, minimumMeters, maximumMeters } = nearOf(operator, value);
    return (document) => {
      const distance = distanceTo(document, field, center);
      return distance !== null && distance >= minimumMeters && distance <= maximumMeters;
    };
  };
}

function centerSphereTest(field: string, value: unknown): Test {
  const [center, radians] = Array.isArray(value) ? (value as unknown[]) : [];
  const [middle] = neededShape('$centerSphere', center).points;
  if (middle === undefined || typeof radians !== 'number') {
    throw invalidParameter('$centerSphere needs [[longitude, latitude], radius in radians]');
  }
  return (document) => {
    const shape = shapeAt(document, field);
    const places = shape === null ? [] : positionsOf(shape);
    return (
      places.length > 0 &&
      places.every((point) => distanceMeters(middle, point) <= radians * earthRadiusMeters)
    );
  };
}

function withinTest(field: string, value: unknown): Test {
  if (!isPlainObject(value)) throw invalidParameter('$geoWithin needs $geometry');
  if ('$centerSphere' in value) return centerSphereTest(field, value.$centerSphere);
  if (!('$geometry' in value)) {
    throw invalidParameter(`$geoWithin does not know ${Object.keys(value).join(', ')}`);
  }
  const { areas } = neededShape('$geoWithin', value.$geometry);
  if (areas.length === 0) throw invalidParameter('$geoWithin needs a Polygon or MultiPolygon');
  return (document) => {
    const shape = shapeAt(document, field);
    return shape !== null && areasHoldShape(areas, shape);
  };
}

function intersectsTest(field: string, value: unknown): Test {
  const wanted = neededShape('$geoIntersects', isPlainObject(value) ? value.$geometry : null);
  return (document) => {
    const shape = shapeAt(document, field);
    return shape !== null && shapesMeet(wanted, shape);
  };
}

/** Query operators mingo lacks. */
export const geoQueryOperators = {
  $near: nearTest('$near'),
  $nearSphere: nearTest('$nearSphere'),
  $geoWithin: withinTest,
  $geoIntersects: intersectsTest,
};

/** A query by nearness answers nearest first; returns the distance to sort by, else null. */
export function nearnessOf(query: Filter): ((document: Document) => number) | null {
  for (const field of Object.keys(query)) {
    const value = query[field];
    if (field === '$and' && Array.isArray(value)) {
      for (const branch of value) {
        const nearness = isPlainObject(branch) ? nearnessOf(branch) : null;
        if (nearness !== null) return nearness;
      }
    }
    if (!isPlainObject(value)) continue;
    const operator = '$nearSphere' in value ? '$nearSphere' : '$near' in value ? '$near' : null;
    if (operator === null) continue;
    const { center } = nearOf(operator, value[operator]);
    return (document) => distanceTo(document, field, center) ?? Number.POSITIVE_INFINITY;
  }
  return null;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function geoFieldOf(document: Fields): string | null {
  for (const key of Object.keys(document)) {
    if (isPlainObject(document[key]) && shapeOf(document[key]) !== null) return key;
  }
  return null;
}

function setAt(document: Fields, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let place = document;
  for (const part of parts) {
    const next = place[part];
    const copy = isPlainObject(next) ? { ...next } : {};
    place[part] = copy;
    place = copy;
  }
  place[last] = value;
}

/**
 * The $geoNear stage: nearest first, the distance (metres × distanceMultiplier) in
 * `distanceField`. Without `key` the first field that holds a geometry counts.
 * @param matches the stage's own `query`, compiled
 */
export function nearestDocuments(
  documents: Iterable<Document>,
  stage: Fields,
  matches: Test,
): Document[] {
  const [center] = neededShape('$geoNear near', stage.near).points;
  if (center === undefined) throw invalidParameter('$geoNear needs near to be a Point');
  if (typeof stage.distanceField !== 'string') {
    throw invalidParameter('$geoNear needs distanceField');
  }
  const multiplier = numberOr(stage.distanceMultiplier, 1);
  const minimum = numberOr(stage.minDistance, 0);
  const maximum = numberOr(stage.maxDistance, Number.POSITIVE_INFINITY);
  const found: { document: Document; distance: number }[] = [];
  for (const original of documents) {
    const field = typeof stage.key === 'string' ? stage.key : geoFieldOf(original);
    const distance = field === null ? null : distanceTo(original, field, center);
    if (field === null || distance === null || distance < minimum || distance > maximum) continue;
    if (!matches(original)) continue;
    const document = { ...original };
    setAt(document, stage.distanceField, distance * multiplier);
    if (typeof stage.includeLocs === 'string') {
      setAt(document, stage.includeLocs, resolve(original, field));
    }
    found.push({ document, distance });
  }
  found.sort((left, right) => left.distance - right.distance);
  const limit = numberOr(stage.num ?? stage.limit, found.length);
  return found.slice(0, limit).map((entry) => entry.document);
}
