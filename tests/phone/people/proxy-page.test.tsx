import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { useSession } from '../../../src/client/session';
import { listOrders, openPickupByCard } from '../../../src/contracts/exchange';
import { readAccount } from '../../../src/contracts/ledger';
import { whoAmI } from '../../../src/contracts/people';
import {
  beginProxy,
  confirmProxy,
  endProxy,
  listProxies,
  readProxy,
  setPin,
} from '../../../src/contracts/proxy';
import { Visits } from '../../../src/packages/people/card/visits';
import ConfirmPage from '../../../src/packages/people/confirm/index';
import ProxyPage from '../../../src/packages/people/proxy/index';
import { account, me } from '../samples';
import { cloud, phone, scan } from '../set-up';

const proxyId = '01JDBX0000000000000000000P';
const cardText = 'JF.H.01JDBX0000000000000000000C.17';
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const inHand = {
  ...{ proxyId, householdId: me.householdId, householdNumber: 17, villageId: 'v03' },
  ...{ villageName: '示例三嘎查', leftMs: 30 * 60_000 },
};
const order = {
  ...{ orderId: '01JDBX0000000000000000000D', state: 'placed' as const, stateLabel: '待取货' },
  ...{ next: '12月7日前到店取', shopId: 'shop-v03', shopName: '示例三嘎查积分超市' },
  ...{ householdNumber: 17, householdName: '张*', points: 5, placedAtMs: 1, expiresAtMs: 2 },
  ...{
    endedAtMs: null,
    lines: [{ goodsId: 'soap', name: '香皂', unit: '块', count: 1, points: 5 }],
  },
};
const nobody = { me, roles: [], waitingJoin: null, reminders: [] };
const visit = {
  ...{ state: 'asked' as const, leftMs: 600_000, householdNumber: 17, householdName: '张*' },
  ...{ villageName: '示例三嘎查', as: 'cadre' as const, helperNumber: 3 },
  ...{ isHelper: true, maySetPin: false },
};
const as = (role: 'cadre' | 'keeper', place: string) =>
  useSession.setState({ me, roles: [{ role, place, placeName: '' }], proxy: null });

beforeEach(() => {
  phone.path = '/packages/people/proxy/index';
  as('cadre', 'v03');
});
afterEach(() => useSession.setState({ proxy: null }));

test('the card, then the PIN that the household types: thirty minutes', async () => {
  scan.says(cardText);
  cloud.answer(beginProxy, { proxyId, householdId: me.householdId, state: 'running' });
  cloud.answer(whoAmI, { ...nobody, proxy: inHand });
  cloud.answer(readAccount, account());
  cloud.answer(readProxy, { ...visit, state: 'running', maySetPin: true });
  render(<ProxyPage />);
  tap('扫户码卡');
  await screen.findByText('17号户');
  type('请这一户的人自己按密码', '2580');
  tap('密码对了就开始');
  await screen.findByText('正在替 17号户 代办,还剩 30 分钟');
  expect(cloud.of(beginProxy)[0]?.input).toEqual({ cardText, pin: '2580' });
  // What is shown is the household's, and what is typed is gone.
  await waitFor(() => expect(cloud.of(readAccount)[0]?.input).toEqual({ proxyId }));
  await screen.findByText('给这一户定密码');
  expect(screen.queryByDisplayValue('2580')).toBeNull();
});

test('a wrong PIN is told, and what was typed is gone', async () => {
  phone.params = { cardText };
  cloud.refuse(beginProxy, 'pin-wrong', '密码不对(今天还能试 4 次)。');
  render(<ProxyPage />);
  type('请这一户的人自己按密码', '7391');
  tap('密码对了就开始');
  await screen.findByText('密码不对(今天还能试 4 次)。');
  expect(screen.queryByDisplayValue('7391')).toBeNull();
});

test('without a PIN a code for whoever stands there, and it goes on by itself', async () => {
  jest.useFakeTimers();
  phone.params = { cardText };
  cloud.answer(beginProxy, { proxyId, householdId: me.householdId, state: 'asked' });
  cloud.answer(readProxy, visit);
  render(<ProxyPage />);
  tap('没有密码,请在场的人确认');
  await screen.findByText('替 17号户 张* 代办');
  expect(cloud.of(beginProxy)[0]?.input).toEqual({ cardText });
  cloud.answer(readProxy, { ...visit, state: 'running' });
  cloud.answer(whoAmI, { ...nobody, proxy: inHand });
  cloud.answer(readAccount, account());
  await act(async () => {
    await jest.advanceTimersByTimeAsync(3_000);
  });
  await screen.findByText(/^正在替 17号户 代办/);
  jest.useRealTimers();
});

test('at the counter the card stands for the code', async () => {
  as('keeper', order.shopId);
  useSession.setState({ proxy: { ...inHand, untilMs: Date.now() + 600_000 } });
  cloud.answer(readProxy, { ...visit, state: 'running' });
  cloud.answer(readAccount, account());
  cloud.answer(listOrders, { orders: [order], more: false });
  cloud.answer(openPickupByCard, { orderId: order.orderId, confirmBeforeMs: 1 });
  render(<ProxyPage />);
  fireEvent.click(await screen.findByText('凭卡交货'));
  await waitFor(() => expect(phone.log.join()).toContain(`orderId=${order.orderId}`));
  expect(cloud.of(openPickupByCard)[0]?.input).toEqual({ orderId: order.orderId, proxyId });
});

test('the banner ends it by one tap, and stays when time is up', async () => {
  useSession.setState({ proxy: { ...inHand, untilMs: Date.now() - 1 } });
  cloud.answer(endProxy, { proxyId, state: 'ended' });
  cloud.answer(whoAmI, { ...nobody, proxy: null });
  render(<ProxyPage />);
  await screen.findByText('正在替 17号户 代办,时间到了');
  tap('结束');
  await waitFor(() => expect(screen.queryByText(/^正在替/)).toBeNull());
  expect(cloud.of(endProxy)[0]?.input).toEqual({ proxyId });
});

test('whoever stands there scans, reads whom it is for, and confirms', async () => {
  phone.path = '/packages/people/confirm/index';
  scan.says(`JF.P.${proxyId}`);
  cloud.answer(readProxy, { ...visit, isHelper: false });
  cloud.answer(confirmProxy, () => {
    cloud.answer(readProxy, { ...visit, state: 'running', isHelper: false });
    return { proxyId, householdId: me.householdId, state: 'running' as const };
  });
  render(<ConfirmPage />);
  tap('扫对方手机上的码');
  await screen.findByText(/17号户 张\* 的人在您旁边吗/);
  expect(screen.getByText(/^村干部\(3号户\)要替这一户办/)).toBeTruthy();
  tap('在场,我确认');
  await screen.findByText('您确认过了。');
  expect(cloud.of(confirmProxy)[0]?.input).toEqual({ proxyId });
});

test('the household sees who acted for it, and sets its PIN by typing it twice', async () => {
  const by = { as: 'cadre' as const, helperNumber: 3, secondNumber: 9 };
  const first = { proxyId, ...by, beganAtMs: 1, done: { declared: 2, collected: 1 } };
  const none = { more: false, cardSince: null, pinSince: null };
  cloud.answer(listProxies, { proxies: [first], ...none });
  cloud.answer(setPin, { sinceDay: '2026-11-30' });
  render(<Visits />);
  await screen.findByText('村干部(3号户)代办');
  expect(screen.getByText(/9号户的人在场确认。申报 2 件,领货 1 单$/)).toBeTruthy();
  type('密码', '2580');
  type('再按一次', '2581');
  expect(screen.getByText('两次按的不一样。')).toBeTruthy();
  type('再按一次', '2580');
  tap('定下密码');
  await screen.findByText(/^密码定好了/);
  expect(cloud.of(setPin)[0]?.input).toEqual({ pin: '2580' });
});
