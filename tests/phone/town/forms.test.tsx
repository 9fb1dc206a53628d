import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { listShops, offerGoods, readStock } from '../../../src/contracts/exchange';
import { listVillages } from '../../../src/contracts/people';
import { addFunds, openShop, openVillage, readOverview } from '../../../src/contracts/town';
import FundsPage from '../../../src/packages/town/funds/index';
import GoodsPage from '../../../src/packages/town/goods/index';
import NewShopPage from '../../../src/packages/town/new-shop/index';
import NewVillagePage from '../../../src/packages/town/new-village/index';
import { readYuan } from '../../../src/packages/town/yuan';
import { shop } from '../exchange/samples';
import { cloud, phone } from '../set-up';
import { asAdministrator, listed, overviewOf, ready } from './samples';

const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const tap = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

async function open(page: ReactElement, params = {}): Promise<void> {
  phone.params = params;
  await act(async () => void render(page));
}

const second = { ...listed, villageId: 'v02', name: '示例二嘎查' };

beforeEach(() => {
  asAdministrator();
  cloud.answer(listVillages, { founded: true, villages: [listed, second] });
});

test('a village is opened by its name; its id is nobody’s to type', async () => {
  cloud.answer(openVillage, { villageId: 'v03', items: 38, matters: 63 });
  await open(<NewVillagePage />);
  await tap('开这个嘎查村');
  screen.getByText('嘎查村的名字要填,和户册上的一样。');
  type('嘎查村的名字', ' 图克嘎查 ');
  await tap('开这个嘎查村');
  expect(cloud.of(openVillage).map(({ input }) => input)).toEqual([{ name: '图克嘎查' }]);
  screen.getByText('图克嘎查开好了');
  screen.getByText(/38 个积分项目、63 个清单事项/);
  await tap('再开一个嘎查村');
  expect((screen.getByLabelText('嘎查村的名字') as HTMLInputElement).value).toBe('');
});

test('a village that could not be told of is opened under the same command', async () => {
  cloud.online = false;
  await open(<NewVillagePage />);
  type('嘎查村的名字', '图克嘎查');
  await tap('开这个嘎查村');
  cloud.refuse(openVillage, 'busy');
  cloud.online = true;
  await tap('开这个嘎查村');
  cloud.answer(openVillage, { villageId: 'v03', items: 38, matters: 63 });
  await tap('开这个嘎查村');
  const ids = cloud.of(openVillage).map(({ commandId }) => commandId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('a shop for two villages; all that is missing is said at once', async () => {
  cloud.answer(openShop, { shopId: 's01' });
  await open(<NewShopPage />, { villageId: 'v02' });
  await act(async () => void fireEvent.click(screen.getByText('示例二嘎查')));
  await tap('开这家超市');
  screen.getByText('至少选一个嘎查村。');
  screen.getByText('超市的名字要填。');
  screen.getByText('什么时候开门要填。');
  for (const name of ['示例二嘎查', '示例一嘎查']) fireEvent.click(screen.getByText(name));
  await tap('几个村合办');
  type('超市的名字', '两村超市');
  type('在哪儿', '公路边');
  type('什么时候开门', '每天');
  await tap('开这家超市');
  expect(cloud.of(openShop).map(({ input }) => input)).toEqual([
    {
      ...{ name: '两村超市', address: '公路边', hours: '每天' },
      ...{ kind: 'shared', villageIds: ['v01', 'v02'] },
    },
  ]);
  screen.getByText('两村超市开好了');
  await tap('定有哪些货');
  expect(phone.log).toEqual(['redirectTo /packages/town/goods/index?villageId=v01']);
});

test('without a village there is no shop to open', async () => {
  cloud.answer(listVillages, { founded: true, villages: [] });
  await open(<NewShopPage />);
  screen.getByText('还没有嘎查村');
});

test('money that came, and money that went into goods, each with its sign', async () => {
  cloud.answer(readOverview, overviewOf(ready));
  cloud.answer(addFunds, { villageId: 'v01', balanceFen: 2_003_550 });
  await open(<FundsPage />, { villageId: 'v01' });
  screen.getByText('示例一嘎查,账上 20000.00 元');
  await tap('登记');
  screen.getByText('金额要填。');
  type('金额(元)', '三十');
  await tap('登记');
  screen.getByText(/金额填数字/);
  type('金额(元)', '35.5');
  await tap('登记');
  screen.getByText('登记好了,账上现在 20035.50 元。');
  await tap('买货花的钱');
  expect(screen.queryByText(/登记好了/)).toBeNull();
  type('金额(元)', '300');
  type('备注(可以不写)', '香皂 60 块');
  await tap('登记');
  fireEvent.click(screen.getByRole('switch', { name: '登错了,冲掉一笔' }));
  type('金额(元)', '300');
  await tap('登记');
  expect(cloud.of(addFunds).map(({ input }) => input)).toEqual([
    { villageId: 'v01', amountFen: 3550, source: 'collective-income' },
    { villageId: 'v01', amountFen: -30_000, source: 'spent-on-goods', note: '香皂 60 块' },
    { villageId: 'v01', amountFen: 30_000, source: 'spent-on-goods' },
  ]);
});

test('what the cloud refuses of money is said, and what was typed stays', async () => {
  cloud.answer(readOverview, overviewOf(ready));
  cloud.refuse(addFunds, 'funds-below-zero', '账上只有 1.00 元,减不了 2.00 元。');
  await open(<FundsPage />, { villageId: 'v01' });
  type('金额(元)', '2');
  await tap('登记');
  screen.getByText('账上只有 1.00 元,减不了 2.00 元。');
  expect((screen.getByLabelText('金额(元)') as HTMLInputElement).value).toBe('2');
});

test('opened without a village one is asked which', async () => {
  cloud.answer(readOverview, overviewOf(ready));
  await open(<FundsPage />);
  await act(async () => void fireEvent.click(screen.getByText('示例一嘎查')));
  screen.getByText('示例一嘎查,账上 20000.00 元');
});

const soap = {
  ...{ goodsId: 'g01', name: '香皂', unit: '块', points: 5, costFen: 480, kind: 'goods' as const },
  ...{ onHand: 60, held: 0, safetyStock: 12, low: false },
};

test('goods are put on the shelf without an id, and changed where they stand', async () => {
  cloud.answer(listShops, { shops: [shop] });
  cloud.answer(readStock, { shopName: shop.name, stock: [soap] });
  cloud.answer(offerGoods, { goodsId: 'g02' });
  await open(<GoodsPage />, { villageId: 'v01' });
  screen.getByText('一块 5 分,进价 4.80 元,架上 60 块');
  await tap('添一样货');
  await tap('上架');
  screen.getByText('进价要填,看单据。');
  type('叫什么', '毛巾');
  type('按什么算', '条');
  type('一份要多少分', '4');
  type('进价(元)', '7.5');
  await tap('上架');
  screen.getByText('分值填 5 到 9999 的整数。');
  type('一份要多少分', '8');
  await tap('上架');
  await tap('香皂,改分值、进价');
  type('一份要多少分', '6');
  type('进价(元)', '6');
  await tap('改好了');
  const { shopId } = shop;
  expect(cloud.of(offerGoods).map(({ input }) => input)).toEqual([
    {
      ...{ shopId, kind: 'goods', name: '毛巾', unit: '条' },
      ...{ points: 8, costFen: 750, safetyStock: 5 },
    },
    {
      ...{ shopId, goodsId: 'g01', kind: 'goods', name: '香皂', unit: '块' },
      ...{ points: 6, costFen: 600, safetyStock: 12 },
    },
  ]);
});

test('a village without a shop is led to open one', async () => {
  cloud.answer(listShops, { shops: [] });
  await open(<GoodsPage />, { villageId: 'v01' });
  screen.getByText('这个村还没有超市');
  await tap('开超市');
  expect(phone.log).toEqual(['redirectTo /packages/town/new-shop/index?villageId=v01']);
});

test('yuan as people type them', () => {
  const typed = ['2000', '35.5', '0.05', '１２', '1,200 元', '', 'abc', '1.234', '-5'];
  expect(typed.map(readYuan)).toEqual([200_000, 3550, 5, 1200, 120_000, null, null, null, null]);
});
