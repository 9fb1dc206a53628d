import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { readAccount, readStatement } from '../../../src/contracts/ledger';
import { freezeSpending } from '../../../src/contracts/people';
import type { StatementLine } from '../../../src/domain/ledger/statement';
import PointsPage from '../../../src/pages/points/index';
import { account, me, recordId, recordLine } from '../samples';
import { cloud, phone } from '../set-up';

const purses = account({
  spendable: 86,
  held: 5,
  honour: 132,
  lapse: { points: 14, day: `${new Date().getFullYear()}-12-31` },
  quarterRank: 9,
  pending: [recordLine({ next: '公示到 12月3日,没有异议就入账。' })],
});

function line(sequence: number, part: Partial<StatementLine> = {}): StatementLine {
  return {
    sequence,
    day: '2026-11-20',
    kind: '加分',
    title: `第 ${sequence} 笔`,
    honour: 3,
    spendable: 3,
    held: 0,
    spendableAfter: 86,
    honourAfter: 132,
    why: [`第 ${sequence} 笔的缘由。`],
    recordId: null,
    orderId: null,
    ...part,
  };
}

beforeEach(() => {
  cloud.answer(readAccount, purses);
  cloud.answer(readStatement, { lines: [line(2)], more: false });
  useSession.setState({ state: 'ready', error: null, me, roles: [], waitingJoin: null });
});

test('where points are about to lapse one can be told in time, else nothing is asked', async () => {
  const lapsing = { template: 'lapsing' as const, templateId: 'id-of-lapsing', left: 1 };
  useSession.setState({ reminders: [lapsing] });
  const { unmount } = render(<PointsPage />);
  await screen.findByText('分快到期时提醒我');
  expect(screen.getByText('还能提醒 1 次')).toBeTruthy();
  unmount();
  cloud.answer(readAccount, account({ spendable: 86, lapse: null }));
  render(<PointsPage />);
  await screen.findByText('86');
  expect(screen.queryByText('分快到期时提醒我')).toBeNull();
});

test('both purses, what is held, what lapses and the place in the village', async () => {
  render(<PointsPage />);
  expect(await screen.findByText('86')).toBeTruthy();
  expect(screen.getByText('132')).toBeTruthy();
  expect(screen.getByText('本季全村第 9')).toBeTruthy();
  expect(screen.getByText(/^下单占着 5 分/)).toBeTruthy();
  expect(screen.getByText(/^年底前要用 14 分/)).toBeTruthy();
});

test('an adult stops the spending after one question, and sees what comes next', async () => {
  cloud.answer(freezeSpending, () => {
    cloud.answer(readAccount, { ...purses, frozen: { sinceDay: '2026-11-20', agreed: false } });
    return { sinceDay: '2026-11-20' };
  });
  render(<PointsPage />);
  fireEvent.click(await screen.findByText('先别让人换东西'));
  expect(cloud.of(freezeSpending)).toEqual([]);
  fireEvent.click(screen.getByText('停用兑换分'));
  expect(
    await screen.findByText(/^11月20日起,家里人先停用了兑换分.*要两个人查清同意。$/),
  ).toBeTruthy();
  expect(screen.queryByText('先别让人换东西')).toBeNull();
});

test('points that wait say what they wait for, and who books the money for goods', async () => {
  cloud.answer(readAccount, { ...purses, spendableWaiting: 7 });
  render(<PointsPage />);
  const waits = '还有 7 分兑换分,等村里的钱和货跟上就入账;镇里登记了买货花的钱,货才算数。';
  expect(await screen.findByText(`${waits}荣誉分已经记了。`)).toBeTruthy();
});

test('what is on its way stands with its state and date, and opens', async () => {
  render(<PointsPage />);
  fireEvent.click(await screen.findByText('公示到 12月3日,没有异议就入账。'));
  expect(phone.log).toEqual([`navigateTo /packages/record/detail/index?recordId=${recordId}`]);
});

test('a line of the book explains itself when asked, and not before', async () => {
  render(<PointsPage />);
  const why = await screen.findByText('为什么');
  expect(screen.queryByText('第 2 笔的缘由。')).toBeNull();
  fireEvent.click(why);
  expect(screen.getByText('第 2 笔的缘由。')).toBeTruthy();
});

test('an order is one line, also where its older part arrives later', async () => {
  const order = { title: '超市 香皂×1', honour: 0, orderId: '01JDBX0000000000000000000C' };
  const redeemed = line(30, { ...order, kind: '兑换', spendable: 0, held: -5, why: ['交了货。'] });
  const held = line(28, { ...order, kind: '下单占用', spendable: -5, held: 5, why: ['先占住。'] });
  cloud.answer(readStatement, ({ before }) =>
    before === undefined
      ? { lines: [redeemed, line(29)], more: true }
      : { lines: [{ ...held, day: '2026-11-18' }], more: false },
  );
  render(<PointsPage />);
  await screen.findByText('换了 超市 香皂×1');
  expect(screen.getByText('−5')).toBeTruthy();
  fireEvent.click(await screen.findByText('看更早的'));
  await waitFor(() => expect(screen.queryByText('看更早的')).toBeNull());
  expect(screen.getAllByText('换了 超市 香皂×1')).toHaveLength(1);
  expect(screen.queryByText('下单 超市 香皂×1')).toBeNull();
  fireEvent.click(screen.getAllByText('为什么')[0] as HTMLElement);
  expect(screen.getByText('11月18日 下单占用')).toBeTruthy();
  expect(screen.getByText('先占住。')).toBeTruthy();
  expect(screen.getByText('交了货。')).toBeTruthy();
});

test('older lines are asked below the last one shown', async () => {
  cloud.answer(readStatement, ({ before }) =>
    before === undefined
      ? { lines: [line(30), line(29, { day: '2026-11-19' })], more: true }
      : { lines: [line(28, { day: '2026-11-19' })], more: false },
  );
  render(<PointsPage />);
  fireEvent.click(await screen.findByText('看更早的'));
  expect(await screen.findByText('第 28 笔')).toBeTruthy();
  expect(cloud.of(readStatement).map((event) => event.input)).toEqual([{}, { before: 29 }]);
  expect(screen.queryByText('看更早的')).toBeNull();
  expect(screen.getAllByText('已入账 · 11月19日')).toHaveLength(1);
});

test('older lines that do not arrive are asked again by the same button', async () => {
  cloud.answer(readStatement, { lines: [line(30)], more: true });
  render(<PointsPage />);
  const older = await screen.findByText('看更早的');
  cloud.online = false;
  fireEvent.click(older);
  expect(await screen.findByText(/连不上网/)).toBeTruthy();
  cloud.online = true;
  cloud.answer(readStatement, { lines: [line(29)], more: false });
  fireEvent.click(screen.getByText('看更早的'));
  expect(await screen.findByText('第 29 笔')).toBeTruthy();
});

test('without network it is said once, with a way to try again', async () => {
  cloud.online = false;
  render(<PointsPage />);
  const retry = await screen.findByText('再试一次');
  await waitFor(() => expect(screen.getAllByText(/连不上网/)).toHaveLength(1));
  cloud.online = true;
  fireEvent.click(retry);
  expect(await screen.findByText('86')).toBeTruthy();
});

test('who has not joined is led to joining; who waits is told since when', () => {
  useSession.setState({ me: null });
  const { unmount } = render(<PointsPage />);
  fireEvent.click(screen.getByText('加入本村'));
  expect(phone.log).toEqual(['navigateTo /packages/join/index']);
  unmount();
  const askedAtMs = Date.UTC(2026, 10, 20, 4);
  useSession.setState({
    waitingJoin: { villageName: '示例三嘎查', householdNumber: 9, askedAtMs },
  });
  render(<PointsPage />);
  expect(screen.getByText(/11月20日申请加入示例三嘎查/)).toBeTruthy();
  expect(screen.queryByText('加入本村')).toBeNull();
  expect(cloud.of(readAccount)).toEqual([]);
});
