import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import {
  cancelOrder,
  issuePickupCode,
  listGoods,
  listOrders,
  readOrder,
} from '../../../src/contracts/exchange';
import OrderIndex from '../../../src/packages/exchange/order/index';
import OrdersPage from '../../../src/packages/exchange/orders/index';
import { me } from '../samples';
import { beacon, brightness, cloud, phone } from '../set-up';
import {
  beingHandedOver,
  cancelled,
  handedOver,
  openedOrder,
  order,
  orderId,
  otherOrderId,
  shop,
} from './samples';

/** The phone's clock is three hours off the cloud's: only how long a code lives may count. */
const cloudAheadMs = 3 * 3_600_000;
let codes = 0;

beforeEach(() => {
  jest.useFakeTimers();
  phone.path = '/packages/exchange/order/index';
  phone.params = { orderId };
  codes = 0;
  cloud.answer(readOrder, openedOrder());
  cloud.answer(listGoods, { shop, goods: [] });
  cloud.answer(issuePickupCode, () => {
    codes += 1;
    const nowMs = Date.now() + cloudAheadMs;
    return { code: `JF1.code-${codes}`, validUntilMs: nowMs + 60_000, nowMs };
  });
  useSession.setState({ state: 'ready', error: null, me, roles: [], waitingJoin: null });
});

afterEach(() => jest.useRealTimers());

const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

async function openOrder() {
  const shown = render(<OrderIndex />);
  await pass(0);
  await pass(0);
  return shown;
}

describe('the pickup code', () => {
  test('shows with its countdown on a bright screen; where and until when below', async () => {
    const { unmount } = await openOrder();
    expect(screen.getByRole('img', { name: '17号户的取货码' })).toBeTruthy();
    expect(screen.getByText(/^45 秒后自动换新码/)).toBeTruthy();
    expect(screen.getByText('党群服务中心一楼')).toBeTruthy();
    expect(screen.getByText('12月1日前取')).toBeTruthy();
    expect(brightness.log).toEqual(['bright']);
    await pass(15);
    expect(screen.getByText(/^30 秒后自动换新码/)).toBeTruthy();
    unmount();
    expect(brightness.log).toEqual(['bright', 'as before']);
    expect(beacon.told.at(-1)).toEqual([null]);
  });

  test('is a new one every 45 seconds, and none is asked for once the page is gone', async () => {
    const { unmount } = await openOrder();
    await pass(44);
    expect(codes).toBe(1);
    await pass(2);
    expect(codes).toBe(2);
    expect(beacon.told.at(-1)?.[0]).toBe('JF1.code-2');
    unmount();
    await pass(120);
    expect(codes).toBe(2);
  });

  test('goes away when it has ended without a new one, comes back with the network', async () => {
    await openOrder();
    cloud.online = false;
    await pass(50);
    expect(screen.queryByRole('img', { name: '17号户的取货码' })).toBeTruthy();
    await pass(12);
    expect(screen.queryByRole('img', { name: '17号户的取货码' })).toBeNull();
    expect(screen.getByText('码暂时出不来')).toBeTruthy();
    cloud.online = true;
    await pass(6);
    expect(screen.getByRole('img', { name: '17号户的取货码' })).toBeTruthy();
    expect(beacon.told.at(-1)?.[0]).toBe('JF1.code-2');
  });
});

describe('after the hand-over', () => {
  test('the whole screen says so within three seconds, without a tap', async () => {
    await openOrder();
    cloud.answer(readOrder, openedOrder(handedOver));
    await pass(3);
    expect(screen.getByRole('status').textContent).toBe('已取到香皂 2块用了 10 分');
    const asked = cloud.of(readOrder).length;
    await pass(30);
    expect(cloud.of(readOrder).length).toBe(asked);
    expect(codes).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.getByText('11月23日已取走,用了 10 分')).toBeTruthy();
  });

  test('an order opened later says how it ended, without a code or the green screen', async () => {
    cloud.answer(readOrder, openedOrder(handedOver));
    await openOrder();
    expect(screen.queryByRole('status')).toBeNull();
    expect(codes).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: '再去看看' }));
    expect(phone.log).toEqual(['switchTab /pages/shop/index']);
  });
});

describe('不换了', () => {
  test('asks first, then the order has ended', async () => {
    await openOrder();
    fireEvent.click(screen.getByRole('button', { name: '不换了' }));
    const sheet = screen.getByRole('dialog', { name: '这一单不换了?' });
    expect(sheet.textContent).toContain('10 分马上退回您家');
    expect(cloud.of(cancelOrder)).toEqual([]);
    cloud.answer(cancelOrder, { orderId, state: 'cancelled' });
    cloud.answer(readOrder, openedOrder(cancelled));
    fireEvent.click(within(sheet).getByRole('button', { name: '不换了' }));
    await pass(1);
    expect(cloud.of(cancelOrder).map(({ input }) => input)).toEqual([{ orderId }]);
    expect(screen.getByText('11月23日取消,10 分已退回')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is not offered while the shop hands over; the page says why and until when', async () => {
    cloud.answer(readOrder, openedOrder(beingHandedOver));
    await openOrder();
    expect(screen.getByText(/正在交货;没交成的话,14:36以后可以退分/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '不换了' })).toBeNull();
    cloud.answer(readOrder, openedOrder());
    await pass(3);
    expect(screen.getByRole('button', { name: '不换了' })).toBeTruthy();
  });

  test('a refusal says why', async () => {
    await openOrder();
    fireEvent.click(screen.getByRole('button', { name: '不换了' }));
    cloud.refuse(cancelOrder, 'wrong-state', '这张单过了取货日,分会自动退回。');
    const sheet = screen.getByRole('dialog', { name: '这一单不换了?' });
    fireEvent.click(within(sheet).getByRole('button', { name: '不换了' }));
    await pass(1);
    expect(within(sheet).getByRole('alert').textContent).toBe('这张单过了取货日,分会自动退回。');
  });
});

test('an order that cannot be read says so and can be tried again', async () => {
  cloud.refuse(readOrder, 'order-not-found', '没有找到这张兑换单。请刷新兑换单再看。');
  await openOrder();
  expect(screen.getByRole('alert').textContent).toContain('没有找到这张兑换单');
  cloud.answer(readOrder, openedOrder());
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await pass(0);
  expect(screen.getByText('给店里扫这个码')).toBeTruthy();
});

test('a page without an order says where to go', () => {
  phone.params = {};
  render(<OrderIndex />);
  expect(screen.getByText('没找到这一单。')).toBeTruthy();
});

describe('the list', () => {
  test('groups by state, what is to be fetched first', async () => {
    const orders = [order({ orderId: otherOrderId, ...handedOver }), order()];
    cloud.answer(listOrders, { orders, more: false });
    render(<OrdersPage />);
    await pass(0);
    const heads = screen.getAllByRole('heading').map((head) => head.textContent);
    expect(heads.slice(-2)).toEqual(['待取货', '已取货']);
    fireEvent.click(screen.getByRole('button', { name: /出示取货码/ }));
    expect(phone.log).toEqual([`navigateTo /packages/exchange/order/index?orderId=${orderId}`]);
  });

  test('older ones are asked for below the last', async () => {
    cloud.answer(listOrders, ({ after }) =>
      after
        ? { orders: [order({ orderId: otherOrderId, ...cancelled })], more: false }
        : { orders: [order()], more: true },
    );
    render(<OrdersPage />);
    await pass(0);
    fireEvent.click(screen.getByRole('button', { name: '看更早的' }));
    await pass(0);
    expect(cloud.of(listOrders).at(-1)?.input).toEqual({ after: orderId });
    expect(screen.getByText('11月23日取消,10 分已退回')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull();
  });

  test('nothing yet: says how to begin', async () => {
    cloud.answer(listOrders, { orders: [], more: false });
    render(<OrdersPage />);
    await pass(0);
    expect(screen.getByText('您家还没有换过东西。')).toBeTruthy();
  });
});
