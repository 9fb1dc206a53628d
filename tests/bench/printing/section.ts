import budgets from '../../../config/budgets.json';
import { buildFunctions } from '../../../config/functions/build-functions';
import { randomFrom } from '../../support/random';
import { inWords, quartilesOf } from '../first-call/quartiles';
import type { BenchResult, BenchRow, BenchSection } from '../section';
import { measurePrinting, noDocument, type Printed } from './measure';

const medianOf = (values: readonly number[]) => quartilesOf(values).median;
const rounded = (value: number) => Number(value.toFixed(2));

function rowsOf(printed: Record<string, Printed>): BenchRow[] {
  const cold = printed[noDocument]?.first ?? [];
  return Object.entries(printed).flatMap(([name, { first, again, bytes, pages }]): BenchRow[] => {
    const time: BenchRow = {
      what: `${name}: first call of a process (quartiles)`,
      value: inWords(quartilesOf(first)),
      unit: 'ms',
      of: `asked again ${medianOf(again).toFixed(1)} ms`,
    };
    if (pages === 0) return [time];
    const kilobytes = bytes / 1000 / pages;
    const most = budgets.documentPage.kilobytes;
    return [
      time,
      {
        what: `${name}: first call against ${noDocument}`,
        value: rounded(medianOf(first) / medianOf(cold)),
        unit: '×',
        of: `asked again ${rounded(medianOf(again) / medianOf(cold))} ×`,
      },
      {
        what: `${name}: a page`,
        ...{ value: rounded(kilobytes), unit: 'KB', of: `${pages} pages, ${bytes} bytes` },
        ...{ aim: `≤ ${most}`, met: kilobytes <= most },
      },
    ];
  });
}

/**
 * What a document costs where it is the first thing that a process of `town` is asked for, beside a
 * first call that prints nothing.
 */
export const printingSection: BenchSection = {
  name: 'printing',
  async run({ seed, processes }): Promise<BenchResult> {
    await buildFunctions();
    const printed = await measurePrinting(processes, randomFrom(seed));
    const notes = [
      `${noDocument}: the town's overview. A document's first call loads the renderer and its ` +
        'fonts as well; asked again it is set anew, by the same process.',
    ];
    return { rows: rowsOf(printed), raw: printed, notes };
  },
};
