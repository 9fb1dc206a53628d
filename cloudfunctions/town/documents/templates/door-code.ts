import { type DocumentDefinition, paperSizes } from '../document';
import { fittingSize } from './fit';

export type DoorCodeFacts = {
  /** The village, or the shop. */
  name: string;
  /** What a scan leads to, in a line each. */
  lines: readonly string[];
  /** A data address of the mini-program code as WeChat drew it. */
  image: string;
  edition: string;
  paper: 'A4' | 'A5';
};

const grey = '#5A6B62';

/** A mini-program code to put on a door: read from two steps away. */
export function doorCode(facts: DoorCodeFacts): DocumentDefinition {
  const [width, height] = paperSizes[facts.paper];
  const margin = width * 0.08;
  const inside = width - margin * 2;
  const codeSize = width * 0.6;
  const nameSize = fittingSize(facts.name, inside, width * 0.09);
  const lineSize = width * 0.036;
  const at = (y: number, text: string, fontSize: number, color = 'black') => ({
    columns: [{ width: inside, text, fontSize, color, alignment: 'center' as const }],
    absolutePosition: { x: margin, y },
  });
  const lines = facts.lines.map((text, index) => {
    const fontSize = fittingSize(text, inside, lineSize);
    return at(height * 0.73 + index * lineSize * 1.8, text, fontSize);
  });
  return {
    title: facts.name,
    paper: facts.paper,
    margins: [0, 0, 0, 0],
    content: [
      at(height * 0.08, facts.name, nameSize),
      at(height * 0.17, '微信扫一扫', width * 0.05, '#1F7A4D'),
      {
        image: facts.image,
        fit: [codeSize, codeSize],
        absolutePosition: { x: (width - codeSize) / 2, y: height * 0.25 },
      },
      ...lines,
      at(height * 0.93, facts.edition, width * 0.022, grey),
    ],
    drawings: [],
  };
}
