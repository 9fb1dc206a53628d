import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { chooseShop, useChosenShop } from '../../../src/client/chosen-shop';
import { useSession } from '../../../src/client/session';
import { listGoods, listOrders, listShops, placeOrder } from '../../../src/contracts/exchange';
import { readAccount } from '../../../src/contracts/ledger';
import ShopPage from '../../../src/pages/shop/index';
import { account, me } from '../samples';
import { cloud, phone } from '../set-up';
import { order, orderId, otherShop, rice, salt, shop, soap, towel } from './samples';

const purses = account({ spendable: 20, honour: 30 });
const village = { villageId: 'v03', name: '示例三嘎查' };
const button = (name: string | RegExp) => screen.getByRole<HTMLElement>('button', { name });
const alerts = () => screen.getAllByRole('alert').map((each) => each.textContent);

beforeEach(() => {
  phone.path = '/pages/shop/index';
  cloud.answer(listShops, { shops: [shop] });
  cloud.answer(listGoods, { shop, goods: [soap, salt, rice, towel] });
  cloud.answer(readAccount, purses);
  cloud.answer(listOrders, { orders: [], more: false });
  cloud.answer(placeOrder, { orderId, points: 10, expiresAtMs: order().expiresAtMs });
  useSession.setState({ state: 'ready', error: null, me, roles: [], waitingJoin: null, village });
  useChosenShop.setState({ shopId: null, villageId: null });
});

async function fillBasket(): Promise<HTMLElement> {
  render(<ShopPage />);
  fireEvent.click(await screen.findByRole('button', { name: '换1块香皂' }));
  fireEvent.click(button('多1块香皂'));
  fireEvent.click(button('下单'));
  return screen.getByRole('dialog', { name: '就换这些?' });
}

const place = (sheet: HTMLElement) =>
  fireEvent.click(within(sheet).getByRole('button', { name: '下单' }));

describe('the shelf', () => {
  test('says what is missing and what is gone instead of a button', async () => {
    render(<ShopPage />);
    await screen.findByText('差 15 分');
    expect(screen.queryByRole('button', { name: '换1袋大米' })).toBeNull();
    expect(screen.queryByRole('button', { name: '换1条毛巾' })).toBeNull();
    expect(screen.getAllByText('没货了').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: '下单' })).toBeNull();
  });

  test('counts up to what is there, and what is left in the purse', async () => {
    render(<ShopPage />);
    fireEvent.click(await screen.findByRole('button', { name: '换1袋盐' }));
    expect(screen.getByRole('status').textContent).toBe('选了 1 样,换完还剩 12 分8分');
    fireEvent.click(button('多1袋盐'));
    expect(screen.getByText('只有这些了')).toBeTruthy();
    fireEvent.click(button('多1袋盐'));
    expect(screen.getByRole('status').textContent).toBe('选了 1 样,换完还剩 4 分16分');
    // The soap needs 5 and only 4 are left.
    expect(screen.getByText('差 1 分')).toBeTruthy();
    fireEvent.click(button('少1袋盐'));
    fireEvent.click(button('少1袋盐'));
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('without having joined one sees everything and is shown the way in', async () => {
    useSession.setState({ me: null });
    render(<ShopPage />);
    await screen.findByText('大米');
    expect(screen.queryByRole('button', { name: '换1块香皂' })).toBeNull();
    fireEvent.click(button('加入本村'));
    expect(phone.log).toEqual(['navigateTo /packages/join/index']);
    expect(cloud.of(readAccount)).toEqual([]);
  });

  test('a shop of other villages shows its goods and takes no orders', async () => {
    chooseShop(otherShop.shopId);
    cloud.answer(listGoods, { shop: otherShop, goods: [soap] });
    render(<ShopPage />);
    await screen.findByText(/这家店给示例七嘎查、示例八嘎查的人换/);
    expect(screen.queryByRole('button', { name: '换1块香皂' })).toBeNull();
    cloud.answer(listGoods, { shop, goods: [soap] });
    fireEvent.click(button(/换一家/));
    fireEvent.click(button(/示例三嘎查积分超市/));
    await screen.findByRole('button', { name: '换1块香皂' });
    expect(phone.storage.get('shop')).toBe('"shop-v03"');
  });

  test("a shop's code scanned first of all shows that shop", async () => {
    useSession.setState({ me: null, village: null });
    chooseShop('shop-v07');
    render(<ShopPage />);
    await screen.findByText('大米');
    expect(cloud.of(listGoods)[0]?.input).toEqual({ shopId: 'shop-v07' });
    await act(async () => useSession.setState({ village }));
    expect(cloud.of(listGoods)).toHaveLength(1);
    expect(screen.getByText('大米')).toBeTruthy();
  });

  test('with several shops one is chosen first', async () => {
    cloud.answer(listShops, { shops: [shop, otherShop] });
    render(<ShopPage />);
    fireEvent.click(await screen.findByRole('button', { name: /联建积分超市/ }));
    await waitFor(() => expect(cloud.of(listGoods)[0]?.input).toEqual({ shopId: 'shop-v07' }));
  });

  test('a village without a shop says what happens to the points', async () => {
    cloud.answer(listShops, { shops: [] });
    render(<ShopPage />);
    await screen.findByText('这个嘎查村还没有能去的积分超市。');
  });
});

describe('placing an order', () => {
  test('says what, where and how long, then opens the order with an empty basket', async () => {
    const sheet = await fillBasket();
    expect(sheet.textContent).toContain('香皂2 块10分');
    expect(sheet.textContent).toContain('东西给您留 7 天,到示例三嘎查积分超市取');
    place(sheet);
    await waitFor(() =>
      expect(phone.log).toEqual([`navigateTo /packages/exchange/order/index?orderId=${orderId}`]),
    );
    expect(cloud.of(placeOrder).map(({ input }) => input)).toEqual([
      { shopId: 'shop-v03', lines: [{ goodsId: 'soap', count: 2 }], points: 10 },
    ]);
    expect(screen.queryByRole('status')).toBeNull();
    await waitFor(() => expect(cloud.of(readAccount).length).toBe(2));
  });

  test('a refusal stands where it was asked, and the shelf is read again', async () => {
    cloud.refuse(placeOrder, 'stock-gone', '香皂只剩 1 块。可以少换一些。');
    const sheet = await fillBasket();
    place(sheet);
    await waitFor(() => expect(alerts()).toEqual(['香皂只剩 1 块。可以少换一些。']));
    await waitFor(() => expect(cloud.of(listGoods).length).toBe(2));
    expect(phone.log).toEqual([]);
  });

  test('a price changed meanwhile is shown, and sent only when it was agreed to', async () => {
    const changed = '价钱刚改过,现在要 16 分。请看一遍再换。';
    cloud.refuse(placeOrder, 'price-changed', changed);
    const sheet = await fillBasket();
    cloud.answer(listGoods, { shop, goods: [{ ...soap, points: 8 }] });
    place(sheet);
    await waitFor(() => expect(alerts()).toEqual([changed]));
    await waitFor(() => expect(sheet.textContent).toContain('香皂2 块16分'));
    cloud.answer(placeOrder, { orderId, points: 16, expiresAtMs: order().expiresAtMs });
    place(sheet);
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(cloud.of(placeOrder).map(({ input }) => input)).toEqual([
      { shopId: 'shop-v03', lines: [{ goodsId: 'soap', count: 2 }], points: 10 },
      { shopId: 'shop-v03', lines: [{ goodsId: 'soap', count: 2 }], points: 16 },
    ]);
  });

  test('without an answer the same order is sent again under the same id', async () => {
    const sheet = await fillBasket();
    const sent: unknown[] = [];
    cloud.answer(placeOrder, (input, commandId) => {
      sent.push({ input, commandId });
      if (sent.length === 1) throw new Error('the answer got lost');
      return { orderId, points: 10, expiresAtMs: order().expiresAtMs };
    });
    // The order arrived: the shelf now holds less than was asked for.
    cloud.answer(listGoods, { shop, goods: [{ ...soap, available: 1 }] });
    place(sheet);
    await waitFor(() => expect(alerts().join()).toContain('现在连不上网'));
    await waitFor(() => expect(cloud.of(listGoods).length).toBe(2));
    place(screen.getByRole('dialog', { name: '就换这些?' }));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(sent[1]).toEqual(sent[0]);
  });

  test('tapped twice it is one order', async () => {
    const sheet = await fillBasket();
    place(sheet);
    place(sheet);
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(cloud.of(placeOrder)).toHaveLength(1);
  });
});

describe('orders still to be fetched', () => {
  test('one opens its code at once, several open the list', async () => {
    cloud.answer(listOrders, { orders: [order()], more: false });
    const { unmount } = render(<ShopPage />);
    const line = await screen.findByRole('button', { name: /有 1 单待取/ });
    expect(line.textContent).toContain('12月1日前到店取');
    fireEvent.click(line);
    expect(phone.log).toEqual([`navigateTo /packages/exchange/order/index?orderId=${orderId}`]);
    unmount();
    const second = order({ orderId: '01JDBX0000000000000000000C' });
    cloud.answer(listOrders, { orders: [order(), second], more: false });
    render(<ShopPage />);
    fireEvent.click(await screen.findByRole('button', { name: /有 2 单待取/ }));
    expect(phone.log.at(-1)).toBe('navigateTo /packages/exchange/orders/index');
  });

  test('held points are explained beside the purse', async () => {
    cloud.answer(readAccount, { ...purses, held: 10 });
    render(<ShopPage />);
    await screen.findByText('另有 10 分已下单占着,取走东西才扣。');
  });
});

test('without network it says so and can be tried again', async () => {
  cloud.online = false;
  render(<ShopPage />);
  const again = await screen.findByRole('button', { name: '再试一次' });
  cloud.online = true;
  await act(async () => fireEvent.click(again));
  await screen.findByText('大米');
});
