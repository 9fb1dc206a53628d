import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import {
  cancelForShop,
  handOver,
  listShopOrders,
  openPickup,
  readOrder,
} from '../../../src/contracts/exchange';
import KeeperHomePage from '../../../src/packages/keeper/home/index';
import PickupIndex from '../../../src/packages/keeper/pickup/index';
import {
  beingHandedOver,
  cancelled,
  handedOver,
  openedOrder,
  order,
  orderId,
  otherOrderId,
} from '../exchange/samples';
import { isOff } from '../is-off';
import { me } from '../samples';
import { cloud, phone, scan } from '../set-up';

const keeperAt = (place: string, placeName: string) => ({
  role: 'keeper' as const,
  place,
  placeName,
});
const ours = keeperAt('shop-v03', '示例三嘎查积分超市');
const counts = { handedOverToday: 9, endedToday: 9, more: false, next: null };
const day = { shopName: '示例三嘎查积分超市', ...counts, waiting: [], today: [] };
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const alert = async () => (await screen.findByRole('alert')).textContent;

beforeEach(() => {
  phone.path = '/packages/keeper/home/index';
  scan.says('JF1.code');
  cloud.answer(listShopOrders, { ...day, waiting: [order()] });
  cloud.answer(openPickup, { orderId, confirmBeforeMs: Date.now() + 300_000 });
  cloud.answer(readOrder, openedOrder());
  cloud.answer(handOver, { orderId, state: 'handed-over', householdNumber: 17 });
  useSession.setState({ state: 'ready', error: null, me, roles: [ours], waitingJoin: null });
});

describe('the counter', () => {
  test('a household’s card in place of a code: the keeper acts for it', async () => {
    const card = 'JF.H.01M6CWACM0D2GGRCWNQFMGHRX5.17';
    scan.says(card);
    render(<KeeperHomePage />);
    fireEvent.click(await screen.findByRole('button', { name: '扫码' }));
    await waitFor(() => {
      expect(phone.log).toEqual([`navigateTo /packages/people/proxy/index?cardText=${card}`]);
    });
    expect(cloud.of(openPickup)).toEqual([]);
  });

  test('says how the day goes and who has still to come', async () => {
    cloud.answer(listShopOrders, {
      ...day,
      waiting: [order()],
      today: [order({ orderId: otherOrderId, ...handedOver })],
    });
    render(<KeeperHomePage />);
    await screen.findByText('今天 9 单 · 待取 1');
    const [waiting, done] = screen.getAllByRole('button', { name: /17号户 张\*/ });
    expect(waiting?.textContent).toContain('12月1日前到店取');
    expect(done?.textContent).toContain('已取货');
    if (waiting) fireEvent.click(waiting);
    expect(phone.log).toEqual([`navigateTo /packages/keeper/pickup/index?orderId=${orderId}`]);
  });

  test('says that more wait than are listed, and asks for those behind', async () => {
    cloud.answer(listShopOrders, { ...day, waiting: [order()], more: true, next: 'behind' });
    render(<KeeperHomePage />);
    await screen.findByText('今天 9 单 · 待取 1 多');
    const behind = { ...day, waiting: [order({ orderId: otherOrderId })] };
    cloud.answer(listShopOrders, behind);
    fireEvent.click(button('看后面下的单'));
    await screen.findByText('今天 9 单 · 待取 2');
    const [, asked] = cloud.of(listShopOrders).map(({ input }) => input);
    expect(asked).toEqual({ shopId: ours.place, after: 'behind' });
    expect(screen.queryByText('看后面下的单')).toBeNull();
  });

  test('finds the orders of a household by its number or surname, where many wait', async () => {
    const waiting = Array.from({ length: 7 }, (_, index) =>
      order({
        orderId: `01JDBX0000000000000000001${index}`,
        householdNumber: index + 11,
        householdName: index === 3 ? '𠮷*' : '张*',
      }),
    );
    cloud.answer(listShopOrders, { ...day, waiting });
    render(<KeeperHomePage />);
    const field = await screen.findByLabelText('找一户等着取的单');
    const lines = (name: RegExp) => screen.getAllByRole('button', { name }).length;
    const type = (value: string) => fireEvent.change(field, { target: { value } });
    expect(lines(/12号户/)).toBe(1);
    for (const search of ['12', '１２', '12号']) {
      type(search);
      expect(lines(/12号户/)).toBe(2);
      expect(lines(/13号户/)).toBe(1);
    }
    type('𠮷');
    expect(lines(/14号户 𠮷\*/)).toBe(2);
    type('99');
    expect(screen.getByText('没有这一户等着取的单。')).toBeTruthy();
    cleanup();
    cloud.answer(listShopOrders, { ...day, waiting: waiting.slice(0, 6) });
    render(<KeeperHomePage />);
    await screen.findByText('今天 9 单 · 待取 6');
    expect(screen.queryByLabelText('找一户等着取的单')).toBeNull();
  });

  test('a scan opens the order, ready to be handed over', async () => {
    render(<KeeperHomePage />);
    fireEvent.click(await screen.findByRole('button', { name: '扫码' }));
    const opened = `/packages/keeper/pickup/index?orderId=${orderId}&scanned=yes`;
    await waitFor(() => expect(phone.log).toEqual([`navigateTo ${opened}`]));
    expect(cloud.of(openPickup)[0]?.input).toEqual({ code: 'JF1.code' });
  });

  test('a refused code says why and what to do; the next scan clears it', async () => {
    cloud.refuse(openPickup, 'code-stale', '这个取货码过了 1 分钟。请让对方刷新一下再扫。');
    render(<KeeperHomePage />);
    fireEvent.click(await screen.findByRole('button', { name: '扫码' }));
    expect(await alert()).toBe('这个取货码过了 1 分钟。请让对方刷新一下再扫。');
    expect(phone.log).toEqual([]);
    scan.says(null);
    fireEvent.click(button('扫码'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(cloud.of(openPickup)).toHaveLength(1);
  });

  test('a long text of any kind is still answered by the cloud', async () => {
    const text = `https://example.com/${'x'.repeat(400)}`;
    scan.says(text);
    render(<KeeperHomePage />);
    fireEvent.click(await screen.findByRole('button', { name: '扫码' }));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(cloud.of(openPickup)[0]?.input).toEqual({ code: text.slice(0, 200) });
  });

  test('the same code after no answer is the same command', async () => {
    const ids: unknown[] = [];
    cloud.answer(openPickup, (_, commandId) => {
      ids.push(commandId);
      if (ids.length === 1) throw new Error('the answer got lost');
      return { orderId, confirmBeforeMs: Date.now() + 300_000 };
    });
    render(<KeeperHomePage />);
    fireEvent.click(await screen.findByRole('button', { name: '扫码' }));
    expect(await alert()).toContain('现在连不上网');
    fireEvent.click(button('扫码'));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(ids[1]).toBe(ids[0]);
  });

  test('who keeps several shops says where they stand, once', async () => {
    useSession.setState({ roles: [ours, keeperAt('shop-v07', '联建积分超市')] });
    const { unmount } = render(<KeeperHomePage />);
    fireEvent.click(button(/联建积分超市/));
    const shops = () => cloud.of(listShopOrders).map(({ input }) => input);
    await waitFor(() => expect(shops()).toEqual([{ shopId: 'shop-v07' }]));
    unmount();
    render(<KeeperHomePage />);
    await waitFor(() => expect(shops()).toHaveLength(2));
    expect(shops()[1]).toEqual({ shopId: 'shop-v07' });
  });

  test('nobody else finds a counter here', () => {
    useSession.setState({ roles: [] });
    render(<KeeperHomePage />);
    expect(screen.getByText('核销由超市管理员来做。')).toBeTruthy();
    expect(cloud.asked).toEqual([]);
  });
});

describe('handing over', () => {
  const open = async (params: Record<string, string>) => {
    phone.path = '/packages/keeper/pickup/index';
    phone.params = params;
    render(<PickupIndex />);
    await screen.findByText('17号户 张*');
  };
  const scanned = { orderId, scanned: 'yes' };

  test('household, goods and points in one screen; one tap, and all is green', async () => {
    await open(scanned);
    expect(document.body.textContent).toContain('香皂2 块10分');
    fireEvent.click(button('交货'));
    const done = await screen.findByRole('status');
    expect(done.textContent).toBe('已交给 17号户香皂 2块10 分');
    expect(cloud.of(handOver).map(({ input }) => input)).toEqual([{ orderId }]);
    fireEvent.click(button('下一位'));
    expect(phone.log).toEqual(['redirectTo /packages/keeper/home/index']);
  });

  test('tapped twice it is handed over once', async () => {
    await open(scanned);
    fireEvent.click(button('交货'));
    fireEvent.click(button('交货'));
    await screen.findByRole('status');
    expect(cloud.of(handOver)).toHaveLength(1);
  });

  test('from the list it has to be scanned first', async () => {
    await open({ orderId });
    expect(screen.queryByRole('button', { name: '交货' })).toBeNull();
    fireEvent.click(button('扫取货码'));
    fireEvent.click(await screen.findByRole('button', { name: '交货' }));
    await screen.findByRole('status');
  });

  test('scanning somebody else here opens their order instead', async () => {
    const other = openedOrder({ orderId: otherOrderId, householdNumber: 22, householdName: '包*' });
    cloud.answer(openPickup, { orderId: otherOrderId, confirmBeforeMs: 0 });
    await open({ orderId });
    cloud.answer(readOrder, other);
    fireEvent.click(button('扫取货码'));
    await screen.findByText('22号户 包*');
    expect(screen.queryByText('17号户 张*')).toBeNull();
    expect(button('交货')).toBeTruthy();
  });

  test('when the five minutes are over it is scanned again', async () => {
    cloud.refuse(handOver, 'scan-first', '请先扫这一户手机上的取货码,再点交货。');
    await open(scanned);
    fireEvent.click(button('交货'));
    expect(await alert()).toBe('请先扫这一户手机上的取货码,再点交货。');
    cloud.answer(handOver, { orderId, state: 'handed-over', householdNumber: 17 });
    fireEvent.click(button('扫取货码'));
    fireEvent.click(await screen.findByRole('button', { name: '交货' }));
    await screen.findByRole('status');
  });

  test('a refusal stays on the screen with its next step', async () => {
    const message = '这是您自己家的单,不能自己交货。请店里另一位来交。';
    cloud.refuse(handOver, 'own-household', message);
    await open(scanned);
    fireEvent.click(button('交货'));
    expect(await alert()).toBe(message);
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('an order that has ended meanwhile offers nothing but the way back', async () => {
    cloud.answer(readOrder, openedOrder(cancelled));
    await open(scanned);
    expect(screen.queryByRole('button', { name: '交货' })).toBeNull();
    expect(screen.queryByRole('button', { name: '货交不了,退分' })).toBeNull();
    fireEvent.click(button('回到柜台'));
    expect(phone.log).toEqual(['redirectTo /packages/keeper/home/index']);
  });

  test('another keeper’s scan: what cannot be done is not offered', async () => {
    cloud.answer(readOrder, openedOrder(beingHandedOver));
    await open({ orderId });
    expect(screen.getByText(/正在交货/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '货交不了,退分' })).toBeNull();
  });

  test('goods that cannot be given: with a reason the points go back', async () => {
    cloud.answer(cancelForShop, { orderId, state: 'shop-cancelled' });
    await open(scanned);
    fireEvent.click(button('货交不了,退分'));
    const sheet = screen.getByRole('dialog', { name: '货交不了?' });
    const confirm = within(sheet).getByRole('button', { name: '退分' }) as HTMLButtonElement;
    expect(isOff(confirm)).toBe(true);
    fireEvent.click(within(sheet).getByRole('button', { name: '货坏了' }));
    const ended = { state: 'shop-cancelled' as const, next: '店里交不了货(货坏了),10 分已退回' };
    cloud.answer(readOrder, openedOrder({ ...cancelled, ...ended }));
    fireEvent.click(confirm);
    await screen.findByText('店里交不了货(货坏了),10 分已退回。');
    expect(cloud.of(cancelForShop)[0]?.input).toEqual({ orderId, reason: '货坏了' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
