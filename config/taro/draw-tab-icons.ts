import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePng } from './encode-png';

/**
 * Draws the icons of the tab bar: `npx tsx config/taro/draw-tab-icons.ts`.
 * WeChat takes PNG only, at most 40 KB, 81 × 81 px recommended (tabBar.list.iconPath).
 * Each icon is a set of strokes on a 24 × 24 grid.
 */
type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];

const sizePx = 81;
const gridUnits = 24;
const strokeWidthUnits = 1.7;
const normalColour = [0x5a, 0x6b, 0x62] as const;
const activeColour = [0x1f, 0x7a, 0x4d] as const;

function arc(centre: Point, radius: number, fromDegrees: number, toDegrees: number): Stroke {
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((fromDegrees + ((toDegrees - fromDegrees) * step) / steps) * Math.PI) / 180;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)] as const;
  });
}

function star(centre: Point, outer: number, inner: number): Stroke {
  return Array.from({ length: 11 }, (_, corner) => {
    const radius = corner % 2 === 0 ? outer : inner;
    const angle = ((corner * 36 - 90) * Math.PI) / 180;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)] as const;
  });
}

const icons: Record<string, readonly Stroke[]> = {
  board: [
    [
      [3, 5],
      [21, 5],
      [21, 16.5],
      [3, 16.5],
      [3, 5],
    ],
    [
      [7, 9],
      [17, 9],
    ],
    [
      [7, 12.5],
      [13.5, 12.5],
    ],
    [
      [8.5, 16.5],
      [7, 20.5],
    ],
    [
      [15.5, 16.5],
      [17, 20.5],
    ],
  ],
  points: [star([12, 12.4], 9.4, 4.1)],
  shop: [
    [
      [4.5, 8],
      [19.5, 8],
      [20.5, 20.5],
      [3.5, 20.5],
      [4.5, 8],
    ],
    arc([12, 8], 4, 180, 360),
    arc([12, 11.5], 3.2, 20, 160),
  ],
  lists: [
    [
      [4, 6],
      [5.4, 7.6],
      [8, 4.4],
    ],
    [
      [11.5, 6],
      [20.5, 6],
    ],
    [
      [4, 12.4],
      [5.4, 14],
      [8, 10.8],
    ],
    [
      [11.5, 12.4],
      [20.5, 12.4],
    ],
    [
      [4, 18.8],
      [5.4, 20.4],
      [8, 17.2],
    ],
    [
      [11.5, 18.8],
      [20.5, 18.8],
    ],
  ],
  mine: [arc([12, 7.8], 4.3, 0, 360), arc([12, 22], 8.2, 190, 350)],
};

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (lengthSquared || 1);
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - clamped * (bx - ax), y - ay - clamped * (by - ay));
}

function distanceToStrokes(point: Point, strokes: readonly Stroke[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const stroke of strokes) {
    stroke.slice(1).forEach((end, index) => {
      const start = stroke[index];
      if (start !== undefined) {
        nearest = Math.min(nearest, distanceToSegment(point, start, end));
      }
    });
  }
  return nearest;
}

function drawIcon(strokes: readonly Stroke[], colour: readonly [number, number, number]): Buffer {
  const pixels = Buffer.alloc(sizePx * sizePx * 4);
  const unitsPerPx = gridUnits / sizePx;
  for (let row = 0; row < sizePx; row += 1) {
    for (let column = 0; column < sizePx; column += 1) {
      const point = [(column + 0.5) * unitsPerPx, (row + 0.5) * unitsPerPx] as const;
      const overPx = (strokeWidthUnits / 2 - distanceToStrokes(point, strokes)) / unitsPerPx;
      const opacity = Math.min(1, Math.max(0, overPx + 0.5));
      pixels.set([...colour, Math.round(opacity * 255)], (row * sizePx + column) * 4);
    }
  }
  return encodePng(sizePx, sizePx, pixels);
}

const directory = path.join(__dirname, '../../src/assets/tabs');
mkdirSync(directory, { recursive: true });
for (const [name, strokes] of Object.entries(icons)) {
  writeFileSync(path.join(directory, `${name}.png`), drawIcon(strokes, normalColour));
  writeFileSync(path.join(directory, `${name}-active.png`), drawIcon(strokes, activeColour));
}
