import { defaultFaults, type Faults, noFaults } from '../../simulation/histories/faults';
import type { BenchRow } from '../section';
import { type FaultResult, keeperNames, runFaultTrial } from './faults/run';

const clients = 50;
const intentsEach = 4;
const trials = 3;

/** By the name that stands in the rows. */
const networks = {
  'default faults': defaultFaults,
  'conflicts alone': { ...noFaults, conflict: defaultFaults.conflict },
} satisfies Record<string, Faults>;
type Network = keyof typeof networks;

type NamedResult = FaultResult & { network: Network };

export async function measureFaults(seed: number): Promise<NamedResult[]> {
  const results: NamedResult[] = [];
  for (const network of Object.keys(networks) as Network[]) {
    for (const keeper of keeperNames) {
      for (let trial = 0; trial < trials; trial += 1) {
        const rates = networks[network];
        const setUp = { keeper, clients, intentsEach, rates, seed: seed + trial };
        results.push({ network, ...(await runFaultTrial(setUp)) });
      }
    }
  }
  return results;
}

const total = (results: readonly NamedResult[], pick: (each: NamedResult) => number) =>
  results.reduce((sum, each) => sum + pick(each), 0);

/** One row a keeper and network: points lost, invented and overdrawn over all trials. */
export function faultRows(results: readonly NamedResult[]): BenchRow[] {
  const groups = new Set(results.map(({ network, keeper }) => `${network}: ${keeper}`));
  return [...groups].map((group) => {
    const own = results.filter(({ network, keeper }) => `${network}: ${keeper}` === group);
    const lost = total(own, ({ audit }) => audit.pointsLost);
    const invented = total(own, ({ audit }) => audit.pointsInvented);
    const overdrawn = total(own, ({ audit }) => audit.overdrawnBy);
    const off = total(own, ({ audit }) => audit.balanceOffBy);
    const row = {
      what: `${clients} at one household, ${group}`,
      value: `lost ${lost} · invented ${invented} · overdrawn ${overdrawn} · balance off ${off}`,
      unit: `points of ${total(own, ({ told }) => told)} wishes`,
    };
    if (own[0]?.keeper !== 'ours') return row;
    return { ...row, aim: 'all 0', met: lost + invented + overdrawn + off === 0 };
  });
}
