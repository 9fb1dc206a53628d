import { lists } from '../../../src/contracts';
import { headOpenid } from '../../support/town';
import type { ProofTown } from '../town';
import type { Scenarios } from './scenario';

const villageId = 'v01';

async function firstKey(town: ProofTown): Promise<string> {
  const { matters } = await town.head(2).must(lists.listMatters, { villageId });
  const [matter] = matters;
  if (!matter) throw new Error('a village opens with its lists');
  return matter.key;
}

export const listsScenarios: Scenarios = {
  'list-matters': () => ({ as: 'nobody', input: { villageId } }),
  'read-matter': async (town) => ({
    as: 'nobody',
    input: { villageId, key: await firstKey(town) },
  }),
  async 'publish-matter'(town) {
    const key = await firstKey(town);
    const { matter } = await town.head(2).must(lists.readMatter, { villageId, key });
    const input = { villageId, matter: { ...matter, fee: '不收钱,也不收押金' } };
    const otherInput = { villageId, matter: { ...matter, fee: '不收任何费用' } };
    return { as: { openid: headOpenid(1, 2) }, input, otherInput };
  },
  'list-certificates-not-issued': () => ({ as: 'nobody', input: {} }),
};
