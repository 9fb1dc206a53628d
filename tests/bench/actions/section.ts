import type { BenchRow, BenchSection } from '../section';
import { isFlat, perAction, reasonToGrow } from './growth';
import { type ActionCost, measureActions } from './measure';

const allSizes = [10, 1000, 10_000];

function rowOf(costs: readonly ActionCost[]): BenchRow {
  const joined = (pick: (cost: ActionCost) => number) => costs.map(pick).join(' ');
  const [first] = costs;
  return {
    what: `${first?.functionName}.${first?.action}`,
    value: [
      `requests ${joined(({ requests }) => requests)}`,
      `looked at ${joined(({ examined }) => examined)}`,
      `written ${joined(({ written }) => written)}`,
    ].join(' · '),
    unit: '',
  };
}

/** What every action of the registry costs in villages with a short, a long and a longer past. */
export const actionsSection: BenchSection = {
  name: 'actions',
  async run({ largest }) {
    const measured = [];
    const sizes = allSizes.filter((each) => each <= Math.max(largest, 1000));
    for (const size of sizes) {
      measured.push(await measureActions(size));
    }
    const actions = perAction(measured);
    const growing = actions.flatMap((costs) => (isFlat(costs) ? [] : costs.slice(0, 1)));
    const unexplained = growing.filter((cost) => reasonToGrow(cost) === null);
    return {
      rows: [
        ...actions.map(rowOf),
        {
          what: 'actions that grow with history without a reason',
          ...{ value: unexplained.length, unit: 'actions', aim: '= 0' },
          met: unexplained.length === 0,
        },
      ],
      raw: { sizes, measured, growing, unexplained },
      notes: [
        `A village with ${sizes.join(', ')} entries, ended records and ended orders each, by turns.`,
        ...growing.map((cost) => `${cost.action}: ${reasonToGrow(cost) ?? 'NO REASON GIVEN'}`),
      ],
    };
  },
};
