import { town as contracts, exchange } from '../../../src/contracts';
import type { Contract } from '../../../src/contracts/contract';
import { stumblingTowns } from '../../support/stumbling-towns';
import { openTestTown, type TestTown, testShopId } from '../../support/town';

/** Nobody types an id: villages, shops and goods get theirs in the cloud. */

let town: TestTown;
beforeEach(async () => {
  const { actions } = await import('../../../cloudfunctions/exchange/actions');
  town = await openTestTown({ functions: { exchange: actions } });
});

const shop = {
  ...{ name: '两村合开', kind: 'shared' as const, villageIds: ['v02'] },
  ...{ address: '公路边', hours: '每天' },
};
const towel = {
  ...{ shopId: testShopId, name: '毛巾', unit: '条', points: 8, costFen: 800 },
  ...{ kind: 'goods' as const, safetyStock: 2 },
};

async function codeOf<Input>(contract: Contract<Input>, input: Input): Promise<string> {
  const answer = await town.administrator.call(contract, input);
  return answer.ok ? 'ok' : answer.error.code;
}

test('a village is opened by its name alone, and the same command opens no second', async () => {
  const commandId = town.newId();
  const opened = await town.administrator.must(
    contracts.openVillage,
    { name: '东嘎查' },
    commandId,
  );
  expect(opened.villageId).toBe('v03');
  // As a crash leaves it: the village stands, the command is not logged.
  const logged = town.engine.find('commands', { query: { commandId } });
  for (const { _id } of logged) await town.engine.remove('commands', { _id });
  const again = await town.administrator.must(contracts.openVillage, { name: '东嘎查' }, commandId);
  expect(again).toEqual(opened);
  const next = await town.administrator.must(contracts.openVillage, { name: '西嘎查' });
  expect(next.villageId).toBe('v04');
  expect(await codeOf(contracts.openVillage, { name: '西嘎查' })).toBe('village-exists');
  expect(town.engine.count('villages', {})).toBe(4);
});

test('of two villages opened at once each has an id, or is told to try again', async () => {
  for await (const { administrator, engine } of stumblingTowns(town, 20)) {
    const names = ['东嘎查', '西嘎查'];
    const answers = await Promise.all(
      names.map((name) => administrator.call(contracts.openVillage, { name })),
    );
    const stand = engine.find('villages').map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      expect([name, stand.includes(name)]).toEqual([name, answers[index]?.ok]);
    }
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.message]));
    for (const words of refused) {
      expect(words).toBe('刚才有人也开了一个嘎查村,这个还没有开。请再点一次。');
    }
  }
});

test('two shops opened at once get an id each', async () => {
  for await (const { administrator, engine } of stumblingTowns(town, 20)) {
    const opened = await Promise.all(
      ['一店', '二店'].map((name) => administrator.must(contracts.openShop, { ...shop, name })),
    );
    expect(opened.map(({ shopId }) => shopId).sort()).toEqual(['s01', 's02']);
    expect(engine.count('shops', {})).toBe(3);
  }
});

test('new goods get an id; what stands there by its name is changed where it stands', async () => {
  const offered = await town.administrator.must(exchange.offerGoods, towel);
  expect(offered.goodsId).toBe('g01');
  const same = { ...towel, name: '毛 巾', points: 9, costFen: 900 };
  const answer = await town.administrator.call(exchange.offerGoods, same);
  expect(answer).toMatchObject({
    error: {
      code: 'goods-exists',
      message: '货架上已经有毛 巾。要改分值或进价,在货架上点它来改。',
    },
  });
  await town.administrator.must(exchange.offerGoods, { ...same, goodsId: 'g01' });
  expect(town.engine.get('stock', `${testShopId}.g01`)).toMatchObject({ points: 9 });
  const cup = await town.administrator.must(exchange.offerGoods, { ...towel, name: '杯子' });
  expect(cup.goodsId).toBe('g02');
});
