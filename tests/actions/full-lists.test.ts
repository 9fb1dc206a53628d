import type { Fields } from '../../local-cloud/engine';
import { town as contracts, exchange, lists } from '../../src/contracts';
import type { Contract, Envelope, InputOf } from '../../src/contracts/contract';
import {
  mostGoodsOnAShelf,
  mostMattersOfAVillage,
  mostRolesGranted,
  mostShops,
  mostVillages,
} from '../../src/contracts/limits';
import type { Member } from '../../src/domain/people/types';
import { openProofTown, type ProofTown } from '../proof/town';
import { memberId } from '../support/household-ids';
import { codeOfAppointing } from '../support/offices';
import { testShopId } from '../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});

const codeOf = (answer: Envelope<unknown>) => (answer.ok ? 'ok' : answer.error.code);
const ask = async <Input>(contract: Contract<Input, unknown>, input: Input) =>
  codeOf(await town.administrator.call(contract, input));

/** Copies of one document until there are so many in all. */
async function fill(collection: string, key: string, most: number, within = ''): Promise<void> {
  const all = town.engine.find(collection);
  const [like] = all;
  const copies = Array.from({ length: most - all.length }, (_, index) => {
    const id = `full-${index}`;
    return { ...like, _id: `${within}${id}`, [key]: id, name: `满${index}` };
  });
  await town.engine.insert(collection, copies as unknown as Fields[]);
}

const village = (villageId: string) => ({ villageId, name: `${villageId}嘎查` });
const shop = (shopId: string): InputOf<typeof contracts.openShop> => ({
  ...{ shopId, name: '另一家', kind: 'own', villageIds: ['v01'] },
  ...{ address: '村部', hours: '每天' },
});
const goods = (goodsId: string): InputOf<typeof exchange.offerGoods> => ({
  ...{ shopId: testShopId, goodsId, name: '毛巾', unit: '条', points: 8, costFen: 800 },
  ...{ kind: 'goods', safetyStock: 2 },
});

test('a town has so many villages, of which the last place is given once', async () => {
  await fill('villages', 'villageId', mostVillages - 1);
  const asked = ['v98', 'v99'].map((id) => ask(contracts.openVillage, village(id)));
  expect((await Promise.all(asked)).sort()).toEqual(['ok', 'too-many-villages']);
  expect(town.engine.count('villages', {})).toBe(mostVillages);
});

test('a town has so many shops, of which the last place is given once', async () => {
  await fill('shops', 'shopId', mostShops - 1);
  const asked = ['shop-98', 'shop-99'].map((id) => ask(contracts.openShop, shop(id)));
  expect((await Promise.all(asked)).sort()).toEqual(['ok', 'too-many-shops']);
  const { shops } = await town.as('anybody').must(exchange.listShops, { villageId: 'v01' });
  expect(shops).toHaveLength(mostShops);
});

test('a shelf has so many kinds; what stands there can still be changed', async () => {
  await fill('stock', 'goodsId', mostGoodsOnAShelf - 1, `${testShopId}.`);
  const asked = ['towel', 'cup'].map((id) => ask(exchange.offerGoods, goods(id)));
  expect((await Promise.all(asked)).sort()).toEqual(['ok', 'shelf-full']);
  const shelf = await town.as('anybody').must(exchange.listGoods, { shopId: testShopId });
  expect(shelf.goods).toHaveLength(mostGoodsOnAShelf);
  expect(await ask(exchange.offerGoods, goods('full-0'))).toBe('ok');
});

test('the lists of a village have so many matters; those can still be changed', async () => {
  const villageId = 'v01';
  const count = () => town.engine.count('matters', { villageId });
  const known = town.engine.find('matters', { query: { villageId } });
  const key = String(known.find(({ list }) => list === 'negative')?.key);
  const { matter } = await town.as('anybody').must(lists.readMatter, { villageId, key });
  const copies = Array.from({ length: mostMattersOfAVillage - 1 - known.length }, (_, index) => {
    return { ...known[0], _id: `${villageId}.full-${index}`, key: `full-${index}` };
  });
  await town.engine.insert('matters', copies as unknown as Fields[]);
  const publish = (change: object) =>
    ask(lists.publishMatter, { villageId, matter: { ...matter, ...change } });
  const asked = ['new-one', 'new-other'].map((each) => publish({ key: each }));
  expect((await Promise.all(asked)).sort()).toEqual(['lists-full', 'ok']);
  expect(count()).toBe(mostMattersOfAVillage);
  expect(await publish({ fee: '不收钱,也不收押金' })).toBe('ok');
  expect(await town.as('anybody').call(lists.listMatters, { villageId })).toMatchObject({
    ok: true,
  });
});

test('somebody holds so many offices, no more', async () => {
  const member = town.engine.get('members', memberId(town, 'v01-9'));
  const roles = Array.from({ length: mostRolesGranted }, (_, index) => {
    return { role: 'keeper', place: `shop-${index}`, placeName: '店' };
  });
  await town.engine.set('members', String(member?._id), { ...member, roles } as Fields);
  const grant = (role: 'supervisor' | 'keeper', place: string) =>
    codeOfAppointing(town, { householdNumber: 9, role, place });
  expect(await grant('supervisor', 'v01')).toBe('too-many-roles');
  const [, ...others] = roles;
  await town.engine.set('members', String(member?._id), { ...member, roles: others } as Fields);
  expect(await grant('keeper', testShopId)).toBe('ok');
  const after = town.engine.get('members', String(member?._id)) as unknown as Member;
  expect(after.roles).toHaveLength(mostRolesGranted);
  expect(await grant('supervisor', 'v01')).toBe('too-many-roles');
});
