import { town as contracts, people } from '../../../src/contracts';
import type { DocumentName, Edition } from '../../../src/domain/documents/types';
import { openTestTown, type TestTown, testShopId } from '../../support/town';

/** 每个村还差什么, as the town reads it while it sets a village up. */

let town: TestTown;
beforeEach(async () => {
  const { actions } = await import('../../../cloudfunctions/exchange/actions');
  town = await openTestTown({ functions: { exchange: actions } });
});

async function missingOf(villageId: string): Promise<string[]> {
  const { villages } = await town.administrator.must(contracts.readOverview, { villageId });
  expect(villages.map((each) => each.villageId)).toEqual([villageId]);
  return (villages[0]?.missing ?? []).map(({ thing }) => thing);
}

/** As printing leaves it behind. */
async function printed(document: DocumentName, shopId: string | null): Promise<void> {
  const subject = { document, villageId: 'v01', householdId: null, shopId };
  const edition: Edition = {
    ...subject,
    ...{ from: null, to: null, sequence: null, checkCode: '', digest: '', day: '2026-11-02' },
  };
  await town.engine.set('editions', `${document}-edition`, edition);
}

test('a village that was just opened lacks all of it', async () => {
  const { villageId } = await town.administrator.must(contracts.openVillage, { name: '东嘎查' });
  expect(await missingOf(villageId)).toEqual([
    ...['register', 'cadres', 'supervisors', 'panel', 'shop', 'funds', 'goods'],
    ...['village-code', 'cards', 'joined'],
  ]);
  expect(await missingOf('v02')).not.toContain('register');
});

test('an office counts once somebody who has joined holds it', async () => {
  expect(await missingOf('v01')).toEqual(expect.arrayContaining(['cadres', 'panel']));
  await town.joinHead(1, 1);
  const { villages } = await town.administrator.must(contracts.readOverview, {});
  const cadres = villages[0]?.missing.find(({ thing }) => thing === 'cadres');
  expect(cadres).toEqual({ thing: 'cadres', there: 1, lacking: 1 });
  for (const number of [2, 4, 7, 8]) await town.joinHead(1, number);
  const without = await missingOf('v01');
  expect(without).toContain('panel');
  for (const thing of ['cadres', 'supervisors']) expect(without).not.toContain(thing);
  for (const number of [9, 10, 11]) await town.joinHead(1, number);
  expect(await missingOf('v01')).not.toContain('panel');
  // Offices are held at a place.
  expect(await missingOf('v02')).toEqual(expect.arrayContaining(['cadres', 'panel']));
});

test('what is printed, paid and brought in is missing no more', async () => {
  const before = await missingOf('v01');
  expect(before).toEqual(expect.arrayContaining(['village-code', 'cards', 'shop-code']));
  for (const thing of ['shop', 'keeper', 'funds', 'goods', 'stock', 'joined']) {
    expect([thing, before.includes(thing)]).toEqual([thing, false]);
  }
  const codes = ['village-code', 'cards', 'shop-code'];
  const notPrinted = async () => (await missingOf('v01')).filter((each) => codes.includes(each));
  await printed('shop-code', testShopId);
  expect(await notPrinted()).toEqual(['village-code', 'cards']);
  await printed('village-code', null);
  expect(await notPrinted()).toEqual(['cards']);
  await printed('household-card', null);
  expect(await missingOf('v01')).toEqual(['cadres', 'supervisors', 'panel']);
});

test('whoever looks for a village before the town is founded learns just that', async () => {
  const empty = await openTestTown({ seed: false });
  const list = (of: TestTown) => of.as('anybody').must(people.listVillages, {});
  expect(await list(empty)).toEqual({ founded: false, villages: [] });
  expect(await list(town)).toMatchObject({ founded: true });
  await town.engine.remove('villages', {});
  expect(await list(town)).toEqual({ founded: true, villages: [] });
});
