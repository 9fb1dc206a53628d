import { isPlainObject } from './values';

/** Longitude and latitude in degrees. */
export type Position = [number, number];
/** A GeoJSON shape taken apart: its points, its lines, its areas (outer ring, then holes). */
export type Shape = { points: Position[]; lines: Position[][]; areas: Position[][][] };

/** MongoDB's own radius of the earth. */
export const earthRadiusMeters = 6378100;

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [longitude, latitude] = value as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
  return [longitude, latitude];
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map(read);
  return items.every((item) => item !== null) ? (items as T[]) : null;
}

const lineOf = (value: unknown): Position[] | null => listOf(value, positionOf);
const areaOf = (value: unknown): Position[][] | null => listOf(value, lineOf);

/** Reads GeoJSON or a legacy [longitude, latitude] pair; null when it is neither. */
export function shapeOf(value: unknown): Shape | null {
  const shape: Shape = { points: [], lines: [], areas: [] };
  const pair = positionOf(value);
  if (pair !== null) return { ...shape, points: [pair] };
  if (!isPlainObject(value)) return null;
  const { type, coordinates } = value;
  if (type === 'Point') {
    const point = positionOf(coordinates);
    return point && { ...shape, points: [point] };
  }
  if (type === 'MultiPoint') {
    const points = lineOf(coordinates);
    return points && { ...shape, points };
  }
  if (type === 'LineString') {
    const line = lineOf(coordinates);
    return line && { ...shape, lines: [line] };
  }
  if (type === 'Polygon') {
    const area = areaOf(coordinates);
    return area && { ...shape, areas: [area] };
  }
  if (type === 'MultiLineString') {
    const lines = areaOf(coordinates);
    return lines && { ...shape, lines };
  }
  if (type !== 'MultiPolygon') return null;
  const areas = listOf(coordinates, areaOf);
  return areas && { ...shape, areas };
}

type Vector = [number, number, number];

// One factor, as MongoDB's geometry has it: divided last, the digits behind the dot differ.
const radiansPerDegree = Math.PI / 180;

function onUnitSphere([longitude, latitude]: Position): Vector {
  const [around, up] = [longitude * radiansPerDegree, latitude * radiansPerDegree];
  return [Math.cos(around) * Math.cos(up), Math.sin(around) * Math.cos(up), Math.sin(up)];
}

/** Great-circle distance, reckoned as MongoDB's geometry does, to the last digit. */
export function distanceMeters(from: Position, to: Position): number {
  const [[a, b, c], [x, y, z]] = [onUnitSphere(from), onUnitSphere(to)];
  const across: Vector = [b * z - c * y, c * x - a * z, a * y - b * x];
  const along = a * x + b * y + c * z;
  // `Math.hypot` would round in another order.
  const length = Math.sqrt(across[0] ** 2 + across[1] ** 2 + across[2] ** 2);
  return earthRadiusMeters * Math.atan2(length, along);
}

function turn(from: Position, to: Position, point: Position): number {
  return Math.sign(
    (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]),
  );
}

type Segment = [Position, Position];

function onSegment([from, to]: Segment, point: Position): boolean {
  return (
    turn(from, to, point) === 0 &&
    point[0] >= Math.min(from[0], to[0]) &&
    point[0] <= Math.max(from[0], to[0]) &&
    point[1] >= Math.min(from[1], to[1]) &&
    point[1] <= Math.max(from[1], to[1])
  );
}

function segmentsMeet(left: Segment, right: Segment): boolean {
  const crossing =
    turn(left[0], left[1], right[0]) !== turn(left[0], left[1], right[1]) &&
    turn(right[0], right[1], left[0]) !== turn(right[0], right[1], left[1]);
  return (
    crossing ||
    right.some((point) => onSegment(left, point)) ||
    left.some((point) => onSegment(right, point))
  );
}

function segmentsOf(line: Position[]): Segment[] {
  return line.slice(1).map((to, index) => [line[index] as Position, to]);
}

function insideRing(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (const [from, to] of segmentsOf(ring)) {
    const crosses = from[1] > y !== to[1] > y;
    if (crosses && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]) {
      inside = !inside;
    }
  }
  return inside;
}

function onRing(ring: Position[], point: Position): boolean {
  return segmentsOf(ring).some((segment) => onSegment(segment, point));
}

/** Borders count as inside. Edges are straight in longitude and latitude (village distances). */
export function areaHolds(area: Position[][], point: Position): boolean {
  const [outer, ...holes] = area;
  if (outer === undefined) return false;
  if (area.some((ring) => onRing(ring, point))) return true;
  return insideRing(outer, point) && !holes.some((hole) => insideRing(hole, point));
}

export function positionsOf(shape: Shape): Position[] {
  return [...shape.points, ...shape.lines.flat(), ...shape.areas.flat(2)];
}

function bordersOf(shape: Shape): Segment[] {
  return [...shape.lines, ...shape.areas.flat()].flatMap(segmentsOf);
}

/** Whether the two shapes share at least one place. */
export function shapesMeet(left: Shape, right: Shape): boolean {
  const leftBorders = bordersOf(left);
  const rightBorders = bordersOf(right);
  if (leftBorders.some((one) => rightBorders.some((other) => segmentsMeet(one, other)))) {
    return true;
  }
  const touches = (points: Position[], shape: Shape, borders: Segment[]): boolean =>
    points.some(
      (point) =>
        shape.areas.some((area) => areaHolds(area, point)) ||
        borders.some((segment) => onSegment(segment, point)) ||
        shape.points.some((other) => other[0] === point[0] && other[1] === point[1]),
    );
  return (
    touches(positionsOf(left), right, rightBorders) ||
    touches(positionsOf(right), left, leftBorders)
  );
}

/** Whether every place of `shape` lies in one of the areas. */
export function areasHoldShape(areas: Position[][][], shape: Shape): boolean {
  const places = positionsOf(shape);
  if (places.length === 0) return false;
  const middles = bordersOf(shape).map(
    ([from, to]): Position => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
  );
  return [...places, ...middles].every((point) => areas.some((area) => areaHolds(area, point)));
}
