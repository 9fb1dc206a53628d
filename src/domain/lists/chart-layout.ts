import { Graph, layout } from '@dagrejs/dagre';
import type { MatterContent } from '../../contracts/lists';
import { daysInWords } from './step-words';
import { widthInEms, wrapText } from './wrap-text';

type Steps = MatterContent['steps'];
export type Point = { x: number; y: number };
export type Box = Point & {
  width: number;
  height: number;
  kind: 'start' | 'step' | 'end';
  nameLines: string[];
  detailLines: string[];
};
export type Arrow = { points: Point[]; label: (Point & { text: string; width: number }) | null };
/** Sizes in px, drawn to be read at 360 px wide without zooming. */
export type ChartLayout = { width: number; height: number; boxes: Box[]; arrows: Arrow[] };

export const nameSize = 15;
export const detailSize = 12;
export const labelSize = 12;
export const nameLineHeight = 20;
export const detailLineHeight = 16;
export const boxPadding = 10;

/** What fits beside a phone's margins; a chart that branches gets narrower boxes. */
const widestChart = 336;
const widestBox = 280;
const boxWidthsOfBranches = [150, 130, 110, 96];

function makeBox(steps: Steps, index: number, width: number): Omit<Box, 'x' | 'y'> {
  const step = steps[index];
  const room = width - 2 * boxPadding;
  const days = daysInWords(step?.workingDays ?? null);
  const nameLines = wrapText(`${index + 1}. ${step?.name ?? ''}`, room / nameSize);
  const detailLines = [...wrapText(step?.who ?? '', room / detailSize), days].filter(Boolean);
  const height =
    2 * boxPadding + nameLines.length * nameLineHeight + detailLines.length * detailLineHeight;
  const isEnd = step?.next.length === 0;
  return {
    width,
    height,
    kind: index === 0 ? 'start' : isEnd ? 'end' : 'step',
    nameLines,
    detailLines,
  };
}

function labelBox(text: string | undefined) {
  if (!text) return { width: 0, height: 0 };
  return { width: widthInEms(text) * labelSize + 8, height: labelSize + 8 };
}

function layOut(steps: Steps, boxWidth: number): ChartLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ranksep: 16, nodesep: 12, edgesep: 10, marginx: 6, marginy: 6 });
  const boxes = steps.map((_, index) => makeBox(steps, index, boxWidth));
  steps.forEach((step, index) => {
    const { width, height } = boxes[index] ?? { width: 0, height: 0 };
    graph.setNode(step.id, { width, height });
  });
  for (const step of steps) {
    step.next.forEach(({ to, when }, index) => {
      const label = { ...labelBox(when), labelpos: 'c', text: when ?? '' };
      graph.setEdge(step.id, to, label, String(index));
    });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const arrows = graph.edges().map((edge): Arrow => {
    const drawn = graph.edge(edge) as { points: Point[]; text: string; width: number } & Point;
    const { points, text, x, y } = drawn;
    return { points, label: text === '' ? null : { text, x, y, width: drawn.width } };
  });
  const placed = steps.map((step, index) => {
    const { x, y } = graph.node(step.id) as Point;
    return { ...(boxes[index] as Omit<Box, 'x' | 'y'>), x, y };
  });
  return { width, height, boxes: placed, arrows };
}

/** Top to bottom, with the widest boxes that still fit on a phone. */
export function layOutChart(steps: Steps): ChartLayout {
  const branches = steps.some((step) => step.next.length > 1);
  const [first = widestBox, ...narrower] = branches ? boxWidthsOfBranches : [widestBox];
  let chart = layOut(steps, first);
  for (const boxWidth of narrower) {
    if (chart.width <= widestChart) break;
    chart = layOut(steps, boxWidth);
  }
  return chart;
}
