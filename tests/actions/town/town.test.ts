import type { Appointed } from '../../../config/run/appoint';
import { town as contracts, lists, people } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { codeOfAppointing } from '../../support/offices';
import { stumblingTowns } from '../../support/stumbling-towns';
import {
  openTestTown,
  type TestActor,
  type TestTown,
  testFoundingSecret,
  testShopId,
} from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}
const founding = {
  foundingSecret: testFoundingSecret,
  townName: '试验镇',
  owner: '试验镇人民政府',
  sample: false,
};
const grant = (householdNumber: number, role: Appointed['role'], place: string) =>
  codeOfAppointing(town, { householdNumber, role, place });

test('the secret founds the town once, and guesses are few', async () => {
  const empty = await openTestTown({ seed: false });
  const founder = empty.as('founder');
  const wrong = { ...founding, foundingSecret: 'guess' };
  for (let tried = 0; tried < 5; tried += 1) {
    expect(await codeOf(empty.as('guesser').call(contracts.foundTown, wrong))).toBe('secret-wrong');
  }
  expect(await codeOf(empty.as('guesser').call(contracts.foundTown, founding))).toBe(
    'too-many-tries',
  );
  expect(await codeOf(founder.call(contracts.foundTown, founding))).toBe('ok');
  const { roles } = await founder.must(people.whoAmI, {});
  expect(roles).toEqual([{ role: 'town-admin', place: 'town', placeName: '试验镇' }]);
  expect(await codeOf(empty.as('late').call(contracts.foundTown, founding))).toBe(
    'already-founded',
  );
  expect(JSON.stringify(empty.engine.find('commands', { query: {} }))).not.toContain(
    testFoundingSecret,
  );
});

test('before the town is founded nobody opens a village', async () => {
  const empty = await openTestTown({ seed: false });
  const input = { villageId: 'v01', name: '试一嘎查' };
  expect(await codeOf(empty.as('anybody').call(contracts.openVillage, input))).toBe('not-your-job');
});

test('a village opens with the whole catalogue, once', async () => {
  const { administrator } = town;
  const commandId = town.newId();
  const input = { villageId: 'v03', name: '试三嘎查' };
  const opened = await administrator.must(contracts.openVillage, input, commandId);
  expect(opened.items).toBeGreaterThanOrEqual(35);
  expect(opened.matters).toBe(town.engine.count('matters', { villageId: 'v03' }));
  expect(town.engine.get('schemes', 'v03.1')).toMatchObject({ version: 1, fromDay: '2026-11-02' });
  expect(await administrator.must(contracts.openVillage, input, commandId)).toEqual(opened);
  expect(await codeOf(administrator.call(contracts.openVillage, input))).toBe('village-exists');
  for (const name of ['试三嘎查', '试三 嘎查', '试\u200B三嘎查']) {
    const sameName = { villageId: 'v04', name };
    expect(await codeOf(administrator.call(contracts.openVillage, sameName))).toBe(
      'village-exists',
    );
  }
  const { wallVersion } = await administrator.must(lists.listMatters, { villageId: 'v03' });
  expect(wallVersion).toBe(1);
});

test('of two villages opened at once under one name only one opens', async () => {
  for await (const { administrator, engine } of stumblingTowns(town, 60)) {
    const codes = await Promise.all(
      ['v03', 'v04'].map((villageId) =>
        codeOf(administrator.call(contracts.openVillage, { villageId, name: '同名嘎查' })),
      ),
    );
    expect(codes.sort()).toEqual(['ok', 'village-exists']);
    expect(engine.count('villages', { name: '同名嘎查' })).toBe(1);
  }
});

test('a village whose opening was cut off after the last write is open, not a clash', async () => {
  const commandId = town.newId();
  const input = { villageId: 'v03', name: '试三嘎查' };
  const opened = await town.administrator.must(contracts.openVillage, input, commandId);
  // As a crash leaves it: the village stands, the command is not logged.
  const logged = town.engine.find('commands', { query: { commandId } });
  for (const { _id } of logged) await town.engine.remove('commands', { _id });
  expect(await town.administrator.must(contracts.openVillage, input, commandId)).toEqual(opened);
});

test('a shop serves villages that are open', async () => {
  const shop = {
    shopId: 'shop-two',
    name: '两村联建超市',
    kind: 'shared' as const,
    villageIds: ['v01', 'v02', 'v01'],
    address: '公路边',
    hours: '每天',
  };
  const { administrator } = town;
  await administrator.must(contracts.openShop, shop);
  expect(town.engine.get('shops', 'shop-two')).toMatchObject({
    townId: 'town',
    villageIds: ['v01', 'v02'],
    villageNames: ['试一嘎查', '试二嘎查'],
  });
  expect(await codeOf(administrator.call(contracts.openShop, shop))).toBe('shop-exists');
  const nowhere = { ...shop, shopId: 'shop-three', villageIds: ['v01', 'v77'] };
  expect(await codeOf(administrator.call(contracts.openShop, nowhere))).toBe('village-not-found');
});

test('committee members and their near relatives are no supervisors, nor the reverse', async () => {
  expect(await grant(1, 'supervisor', 'v01')).toBe('supervisor-excluded');
  expect(await grant(14, 'supervisor', 'v01')).toBe('supervisor-excluded');
  expect(await grant(4, 'cadre', 'v01')).toBe('supervisor-excluded');
  expect(await grant(13, 'supervisor', 'v01')).toBe('ok');
  expect(town.engine.get('households', householdId(town, 'v01-13'))).toMatchObject({
    ofSupervision: true,
  });
});

test('relatives given committee and supervision at the same moment: one of them only', async () => {
  const codes = await Promise.all([grant(7, 'cadre', 'v01'), grant(15, 'supervisor', 'v01')]);
  expect(codes.sort()).toEqual(['ok', 'supervisor-excluded']);
});

test('a neighbouring village may borrow a supervisor or a panel member, not a cadre', async () => {
  expect(await grant(14, 'supervisor', 'v02')).toBe('ok');
  expect(await grant(13, 'panel', 'v02')).toBe('ok');
  expect(await grant(13, 'cadre', 'v02')).toBe('role-does-not-fit');
  expect(town.engine.get('households', householdId(town, 'v01-14'))).toMatchObject({
    ofSupervision: false,
  });
});

test('roles fit their places, people stand in the register', async () => {
  expect(await grant(13, 'keeper', 'v01')).toBe('place-not-found');
  expect(await grant(13, 'panel', 'town')).toBe('role-does-not-fit');
  expect(await grant(13, 'panel', 'v77')).toBe('place-not-found');
  const nobody = { householdNumber: 13, name: '没这人', role: 'panel', place: 'v01' } as const;
  expect(await codeOfAppointing(town, nobody)).toBe('not-in-register');
});

test('money is booked line by line and never falls below zero', async () => {
  const add = (amountFen: number, source: 'donation' | 'spent-on-goods', commandId?: string) =>
    town.administrator.call(contracts.addFunds, { villageId: 'v01', amountFen, source }, commandId);
  const commandId = town.newId();
  const booked = await Promise.all(
    Array.from({ length: 20 }, () => add(5_000, 'donation', commandId)),
  );
  expect(booked.some((answer) => answer.ok && answer.value.balanceFen === 1_005_000)).toBe(true);
  expect(await add(-1_000, 'spent-on-goods')).toMatchObject({ value: { balanceFen: 1_004_000 } });
  expect(await codeOf(add(0, 'donation'))).toBe('amount-is-zero');
  expect(await codeOf(add(1_001, 'spent-on-goods'))).toBe('source-does-not-fit');
  expect(await codeOf(add(-9_999_999, 'spent-on-goods'))).toBe('funds-below-zero');
  const movements = town.engine.find('fund-movements', { query: { villageId: 'v01' } });
  expect(movements.map((each) => each.amountFen)).toEqual([1_000_000, 5_000, -1_000]);
  // A wrong line is put right by its opposite.
  expect(await add(1_000, 'spent-on-goods')).toMatchObject({ value: { balanceFen: 1_005_000 } });
  expect(town.engine.get('funds', 'v01')).toMatchObject({ spentOnGoodsFen: 0 });
});

test('whoever looks after a shelf books no money spent on goods; what came they may', async () => {
  await town.appoint({ householdNumber: 13, role: 'town-admin', place: 'town' });
  const both = await town.joinHead(1, 13);
  const money = { villageId: 'v01', amountFen: -500, source: 'spent-on-goods' as const };
  const answer = await both.call(contracts.addFunds, money);
  expect(answer).toMatchObject({
    ok: false,
    error: {
      code: 'keeps-the-goods',
      message: '管货的人不登记买货花的钱。请把单据交给另一位镇管理员登记。',
    },
  });
  expect(town.engine.get('funds', 'v01')).toMatchObject({ balanceFen: 1_000_000, sequence: 1 });
  await both.must(contracts.addFunds, { ...money, amountFen: 500, source: 'donation' });
});

test('the town sees which village has no shop, and how many have joined', async () => {
  await town.joinHead(1, 13);
  const overview = await town.administrator.must(contracts.readOverview, {});
  expect(overview).toEqual({
    townName: '试验镇',
    secondGivenOnDay: '2026-11-02',
    villages: [
      {
        villageId: 'v01',
        name: '试一嘎查',
        households: 16,
        members: 48,
        joined: 1,
        hasShop: true,
        fundsFen: 1_000_000,
        backing: '账上 10000.00 元、货 0.00 元能顶积分。',
        missing: expect.any(Array),
        alarm: null,
        spendableOutstanding: 0,
      },
      expect.objectContaining({ villageId: 'v02', joined: 1, hasShop: false }),
    ],
    jobs: expect.arrayContaining([expect.objectContaining({ job: 'seal-day', overdue: false })]),
  });
  // Somebody priced and counted a soap that nobody has paid for.
  const soap = { shopId: testShopId, goodsId: 'soap', valueFen: 1_000_000 };
  const stock = { ...soap, handedOutFen: 0, lostFen: 0 };
  await town.engine.set('stock', `${testShopId}.soap`, stock);
  const { villages } = await town.administrator.must(contracts.readOverview, {});
  expect(villages.map(({ backing }) => backing)).toEqual([
    '账上 10000.00 元、货 0.00 元能顶积分。' +
      '货架上还有 10000.00 元的货没有登记买货花的钱,不能顶积分。' +
      '请镇管理员对着单据登记;管货的人不能自己登记。',
    '账上 10000.00 元、货 0.00 元能顶积分。',
  ]);
  const cadre = await town.joinHead(1, 1);
  expect(await codeOf(cadre.call(contracts.readOverview, {}))).toBe('not-your-job');
});

test('villages stand in the order people count in, the second before the tenth', async () => {
  for (const villageId of ['v10', 'v3', 'v2'])
    await town.administrator.must(contracts.openVillage, { villageId, name: `试${villageId}嘎查` });
  const wanted = ['v01', 'v02', 'v2', 'v3', 'v10'];
  const idsOf = (villages: readonly { villageId: string }[]) =>
    villages.map((each) => each.villageId);
  const listed = await town.administrator.must(people.listVillages, {});
  expect(idsOf(listed.villages)).toEqual(wanted);
  const overview = await town.administrator.must(contracts.readOverview, {});
  expect(idsOf(overview.villages)).toEqual(wanted);
});
