import { spreadsheetOf, testHeadName } from '../../support/test-register';
import { testFoundingSecret, testShopId, testVillages } from '../../support/town';
import type { ProofTown } from '../town';
import { registerWithOneMore } from './people';
import type { Scenarios } from './scenario';

const administrator = { openid: 'town-admin' };

async function putRegister(town: ProofTown, name = 'more.xlsx'): Promise<string> {
  const villageName = testVillages[0]?.name ?? '';
  return town.putFile(name, await spreadsheetOf(registerWithOneMore(villageName)));
}

export const townScenarios: Scenarios = {
  async 'found-town'(town) {
    // A town is founded once, so it is taken away to be founded again.
    await town.engine.remove('towns', {});
    const named = { townName: '试验镇', owner: '试验镇人民政府', sample: true };
    const input = { foundingSecret: testFoundingSecret, ...named };
    return { as: administrator, input, otherInput: { ...input, townName: '试验二镇' } };
  },
  'open-village': () => ({
    as: administrator,
    input: { villageId: 'v03', name: '试三嘎查' },
    otherInput: { villageId: 'v04', name: '试四嘎查' },
  }),
  'open-shop'() {
    const shop = { name: '试二嘎查积分超市', kind: 'own', villageIds: ['v02'] };
    const where = { address: '村部一楼', hours: '周三 9:00–16:00' };
    const input = { shopId: 'shop-v02', ...shop, ...where };
    return { as: administrator, input, otherInput: { ...input, hours: '周四 9:00–16:00' } };
  },
  'grant-role'() {
    const who = { villageId: 'v01', householdNumber: 14, name: testHeadName(14) };
    const input = { ...who, role: 'keeper', place: testShopId };
    return { as: administrator, input, otherInput: { ...input, role: 'panel', place: 'v01' } };
  },
  'preview-register': async (town) => ({
    as: administrator,
    input: { fileId: await putRegister(town) },
  }),
  'import-register': async (town) => ({
    as: administrator,
    input: { fileId: await putRegister(town) },
    otherInput: { fileId: await putRegister(town, 'other.xlsx') },
  }),
  'add-funds'() {
    const input = { villageId: 'v01', amountFen: 50_000, source: 'donation' };
    return { as: administrator, input, otherInput: { ...input, amountFen: 60_000 } };
  },
  'read-overview': () => ({ as: administrator, input: {} }),
};
