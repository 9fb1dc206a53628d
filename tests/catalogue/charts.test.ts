import { readCatalogue } from '../../config/catalogue';
import { layOutChart } from '../../src/domain/lists/chart-layout';
import { brokenChart, daysDoNotFit } from '../../src/domain/lists/check-chart';
import { drawFlowChart } from '../../src/domain/lists/flow-chart';

const { matters } = readCatalogue();

test('the charts of the catalogue are sound', () => {
  for (const matter of matters) {
    expect([matter.key, brokenChart(matter.steps), daysDoNotFit(matter)]).toEqual([
      matter.key,
      null,
      null,
    ]);
  }
});

test('boxes stay inside the picture and do not lie on one another', () => {
  for (const { key, steps } of matters) {
    const { width, height, boxes } = layOutChart(steps);
    for (const [at, box] of boxes.entries()) {
      const inside =
        box.x - box.width / 2 >= 0 &&
        box.x + box.width / 2 <= width &&
        box.y - box.height / 2 >= 0 &&
        box.y + box.height / 2 <= height;
      const alone = boxes
        .slice(0, at)
        .every(
          (other) =>
            Math.abs(other.x - box.x) >= (other.width + box.width) / 2 ||
            Math.abs(other.y - box.y) >= (other.height + box.height) / 2,
        );
      expect([key, inside, alone]).toEqual([key, true, true]);
    }
    expect(width).toBeLessThanOrEqual(344);
  }
});

test('every step and every answer can be read in the picture', () => {
  for (const { name, steps } of matters) {
    const { svg } = drawFlowChart(name, steps);
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('');
    for (const each of steps)
      expect(words.replace(/\s/g, '')).toContain(each.name.replace(/\s/g, ''));
    for (const { when } of steps.flatMap((each) => each.next)) expect(words).toContain(when ?? '');
    expect(svg.match(/<polygon/g)).toHaveLength(steps.flatMap((each) => each.next).length);
  }
});
