import { rmSync } from 'node:fs';
import { buildFunctions } from '../../../config/functions/build-functions';
import { buildClient } from '../../../config/taro/build-client';
import type { SetDataStats } from '../../weapp/harness/types';
import { quartilesOf } from '../first-call/quartiles';
import type { BenchResult, BenchRow, BenchSection } from '../section';
import { buildBareApp } from './bare-app';
import { firstRenderMs } from './drive';
import { largestOf, measureSetData, type SetDataCosts } from './measure-set-data';

/** What is larger the base library splits, and the page stutters (WeChat: setData). */
export const largestSetDataBytes = 32 * 1024;

/** More than any list of the cloud holds, so that each is as full as it can be. */
const rowsAtMost = 1000;
const statementLines = 500;

const kilobytes = (bytes: number) => Number((bytes / 1024).toFixed(2));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function costRow(what: string, costs: readonly SetDataStats[]): BenchRow {
  const largest = Math.max(...costs.map(({ largestBytes }) => largestBytes));
  const bytes = sum(costs.map((cost) => cost.bytes));
  const calls = sum(costs.map((cost) => cost.calls));
  return {
    what: `setData: ${what}: ${calls} calls, ${kilobytes(bytes)} KB in all, largest`,
    value: kilobytes(largest),
    unit: 'KB',
    aim: `≤ ${kilobytes(largestSetDataBytes)}`,
    met: largest <= largestSetDataBytes,
  };
}

function rowsOf(costs: SetDataCosts): BenchRow[] {
  const { open, steps, lines } = costs.statement;
  const fields = [...new Set(costs.typing.map(({ field }) => field))];
  return [
    ...Object.entries(costs.openings).map(([page, cost]) => costRow(`open ${page}`, [cost])),
    ...fields.map((field) => {
      const own = costs.typing.filter((cost) => cost.field === field);
      return costRow(`type ${own.length} characters into ${field}`, own);
    }),
    ...costs.ordering.map((cost) => costRow(`order goods: ${cost.step}`, [cost])),
    ...costs.longLists.map((cost) => costRow(cost.step, [cost])),
    costRow(`statement of ${lines} lines, opened`, [open]),
    costRow(`statement of ${lines} lines, ${steps.length} parts more`, steps),
  ];
}

/** A page of ours against the empty page of the bare app, in turns. */
async function firstRenders(rounds: number): Promise<Record<'own' | 'bare', number[]>> {
  const { folder, built } = await buildBareApp();
  const times = { own: [] as number[], bare: [] as number[] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      times.own.push(await firstRenderMs());
      times.bare.push(await firstRenderMs(built));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

/**
 * What the WeChat build sends over the bridge to open every page, to type, to order, and to use
 * its long lists, each as long as it can get; and how long it is until something stands on the
 * first page.
 */
export const setDataSection: BenchSection = {
  name: 'phone-set-data',
  async run({ seed, processes }): Promise<BenchResult> {
    await buildFunctions();
    await buildClient('weapp');
    const costs = await measureSetData(rowsAtMost, statementLines, seed);
    const renders = await firstRenders(processes);
    const [own, bare] = [quartilesOf(renders.own).median, quartilesOf(renders.bare).median];
    const largest = largestOf(costs);
    const rows: BenchRow[] = [
      ...rowsOf(costs),
      { what: 'first render of the board, no network', value: Number(own.toFixed(1)), unit: 'ms' },
      {
        what: 'first render against the bare app',
        value: Number((own / bare).toFixed(2)),
        unit: '×',
      },
    ];
    const notes = [
      `The largest setData is ${kilobytes(largest.bytes)} KB: ${largest.where}.`,
      'First render: from the start of the app’s code to its first data in the window, on ' +
        'glass-easel in jsdom on this machine, without layout; a phone takes longer, the ratio ' +
        'holds better than the milliseconds.',
    ];
    return { rows, raw: { costs, renders }, notes };
  },
};
