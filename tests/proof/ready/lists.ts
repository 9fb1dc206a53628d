import { lists } from '../../../src/contracts';
import type { ProofTown } from '../town';

/** The key of the first matter on the walls of village 1. */
export async function firstKey(town: ProofTown): Promise<string> {
  const { matters } = await town.head(2).must(lists.listMatters, { villageId: 'v01' });
  const [matter] = matters;
  if (!matter) throw new Error('a village opens with its lists');
  return matter.key;
}
