import type { MatterContent } from '../../contracts/lists';
import {
  type Arrow,
  type Box,
  boxPadding,
  detailLineHeight,
  detailSize,
  labelSize,
  layOutChart,
  nameLineHeight,
  nameSize,
  type Point,
} from './chart-layout';
import { chartInWords } from './step-words';

export type FlowChart = { svg: string; width: number; height: number; inWords: string[] };

const ink = '#1E2A24';
const paleInk = '#44544B';
const green = '#1F7A4D';
const paleGreen = '#E8F3EC';
const arrowLength = 8;
const arrowHalfWidth = 4;

/** Texts are typed by people: nothing of them may become markup. */
function escapeText(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? '').replace(/\p{Cc}/gu, '');
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

type TextStyle = { size: number; fill: string; bold?: boolean };

function drawText(text: string, x: number, baseline: number, { size, fill, bold }: TextStyle) {
  const weight = bold ? ' font-weight="600"' : '';
  const at = `x="${number(x)}" y="${number(baseline)}"`;
  return `<text ${at} font-size="${size}" fill="${fill}"${weight}>${escapeText(text)}</text>`;
}

function drawBox({ x, y, width, height, kind, nameLines, detailLines }: Box): string {
  const left = x - width / 2;
  const top = y - height / 2;
  const radius = kind === 'step' ? 8 : Math.min(height / 2, 24);
  const fill = kind === 'start' ? paleGreen : '#FFFFFF';
  const frame = (inset: number) =>
    `<rect x="${number(left + inset)}" y="${number(top + inset)}" ` +
    `width="${number(width - 2 * inset)}" height="${number(height - 2 * inset)}" ` +
    `rx="${number(radius - inset)}" fill="${fill}" stroke="${green}" stroke-width="1.5"/>`;
  const parts = [frame(0)];
  // An end has a double frame, so that it is known without colour.
  if (kind === 'end') parts.push(frame(3));
  let baseline = top + boxPadding + nameLineHeight - 5;
  for (const line of nameLines) {
    parts.push(drawText(line, x, baseline, { size: nameSize, fill: ink, bold: true }));
    baseline += nameLineHeight;
  }
  baseline -= nameLineHeight - detailLineHeight;
  for (const line of detailLines) {
    parts.push(drawText(line, x, baseline, { size: detailSize, fill: paleInk }));
    baseline += detailLineHeight;
  }
  return parts.join('');
}

function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const steps = [`M${number(first.x)} ${number(first.y)}`];
  rest.forEach((point, index) => {
    const after = rest[index + 1];
    if (!after) {
      steps.push(`L${number(point.x)} ${number(point.y)}`);
      return;
    }
    const middle = { x: (point.x + after.x) / 2, y: (point.y + after.y) / 2 };
    const bend = `${number(point.x)} ${number(point.y)}`;
    steps.push(`Q${bend} ${number(middle.x)} ${number(middle.y)}`);
  });
  return steps.join('');
}

/** A drawn head instead of a marker: not every phone draws SVG markers. */
function drawHead(points: readonly Point[]): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * arrowLength, y: tip.y - along.y * arrowLength };
  const side = { x: -along.y * arrowHalfWidth, y: along.x * arrowHalfWidth };
  const corners = [
    tip,
    { x: base.x + side.x, y: base.y + side.y },
    { x: base.x - side.x, y: base.y - side.y },
  ];
  const list = corners.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
  return `<polygon points="${list}" fill="${green}"/>`;
}

function drawArrow({ points }: Arrow): string {
  const stroke = `fill="none" stroke="${green}" stroke-width="1.5"`;
  const line = `<path d="${pathThrough(points)}" ${stroke}/>`;
  return line + drawHead(points);
}

function drawLabel({ label }: Arrow): string {
  if (!label) return '';
  const { x, y, width, text } = label;
  const height = labelSize + 6;
  const ground =
    `<rect x="${number(x - width / 2)}" y="${number(y - height / 2)}" ` +
    `width="${number(width)}" height="${height}" fill="#FFFFFF"/>`;
  return ground + drawText(text, x, y + labelSize / 2 - 2, { size: labelSize, fill: ink });
}

/**
 * Draws the steps of a matter, top to bottom, black on white with green lines.
 * @returns an SVG with its natural size in px, and the same in words
 */
export function drawFlowChart(title: string, steps: MatterContent['steps']): FlowChart {
  const { width, height, boxes, arrows } = layOutChart(steps);
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" `,
    'role="img" text-anchor="middle" font-family="sans-serif">',
    `<title>${escapeText(title)}</title>`,
    `<rect width="${w}" height="${h}" fill="#FFFFFF"/>`,
    ...arrows.map(drawArrow),
    ...boxes.map(drawBox),
    // Last, so that no line crosses a word.
    ...arrows.map(drawLabel),
    '</svg>',
  ].join('');
  return { svg, width: w, height: h, inWords: chartInWords(steps) };
}
