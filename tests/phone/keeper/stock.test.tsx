import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { useSession } from '../../../src/client/session';
import { moveStock, readStock } from '../../../src/contracts/exchange';
import StockPage from '../../../src/packages/keeper/stock/index';
import {
  changeOf,
  outcomeInWords,
  readCount,
  reasonChoices,
} from '../../../src/packages/keeper/stock-move';
import { isOff } from '../is-off';
import { me } from '../samples';
import { cloud, phone } from '../set-up';

const keeper = { role: 'keeper' as const, place: 'shop-v03', placeName: '示例三嘎查积分超市' };
const salt = {
  goodsId: 'salt',
  costFen: 500,
  name: '盐',
  unit: '袋',
  points: 5,
  kind: 'goods' as const,
  onHand: 8,
  held: 3,
  safetyStock: 5,
  low: true,
};
const soap = { ...salt, goodsId: 'soap', name: '香皂', unit: '块', onHand: 60, low: false };

beforeEach(() => {
  phone.path = '/packages/keeper/stock/index';
  cloud.answer(readStock, { shopName: '示例三嘎查积分超市', stock: [soap, salt] });
  cloud.answer(moveStock, { goodsId: 'salt', onHand: 20, held: 3 });
  useSession.setState({ state: 'ready', error: null, me, roles: [keeper], waitingJoin: null });
});

const moves = () => cloud.of(moveStock).map(({ input }) => input);

async function openSalt() {
  render(<StockPage />);
  fireEvent.click(await screen.findByRole('button', { name: /^盐/ }));
  const sheet = within(screen.getByRole('dialog', { name: '盐' }));
  return {
    sheet,
    type: (label: RegExp, value: string) =>
      fireEvent.change(sheet.getByLabelText(label), { target: { value } }),
    keep: sheet.getByRole('button', { name: '记下' }),
  };
}

test('what runs out stands first and says so', async () => {
  render(<StockPage />);
  const line = await screen.findByRole('button', { name: /^盐/ });
  expect(line.textContent).toContain('架上 8 袋,留给下单的 3,还能换 5');
  expect(line.textContent).toContain('快没了');
  const heads = screen.getAllByRole('heading').map((head) => head.textContent);
  expect(heads.slice(-2)).toEqual(['该进货了', '还够']);
});

test('goods that came are added, with their note', async () => {
  const { type, keep } = await openSalt();
  expect(isOff(keep)).toBe(true);
  type(/进了多少/, '12');
  type(/备注/, ' 镇里统一送来 ');
  const next = '请把单据交给镇里,镇里登记了买货花的钱,这些货才能顶积分。';
  expect(screen.getByText(`盐从 8 袋变成 20 袋。${next}`)).toBeTruthy();
  fireEvent.click(keep);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const kept = { change: 12, reason: 'bought-in', note: '镇里统一送来' };
  expect(moves()).toEqual([{ shopId: 'shop-v03', goodsId: 'salt', ...kept }]);
  expect(cloud.of(readStock)).toHaveLength(2);
});

test('a count is compared with the book', async () => {
  const { sheet, type, keep } = await openSalt();
  fireEvent.click(sheet.getByRole('button', { name: '盘点' }));
  type(/数下来/, '8');
  expect(sheet.getByText(/和账上一样,不用记/)).toBeTruthy();
  expect(isOff(keep)).toBe(true);
  type(/数下来/, '6');
  fireEvent.click(keep);
  await waitFor(() =>
    expect(moves()).toEqual([
      { shopId: 'shop-v03', goodsId: 'salt', change: -2, reason: 'counted' },
    ]),
  );
});

test('more than there is cannot break', async () => {
  const { sheet, type, keep } = await openSalt();
  fireEvent.click(sheet.getByRole('button', { name: '报损' }));
  type(/坏了多少/, '9');
  expect(sheet.getByText('架上只有 8 袋,减不了这么多。请再数一数。')).toBeTruthy();
  expect(isOff(keep)).toBe(true);
  type(/坏了多少/, '两袋');
  expect(sheet.getByText('请填 0 到 9999 的整数。')).toBeTruthy();
});

test('a refusal keeps what was typed', async () => {
  cloud.refuse(moveStock, 'stock-below-zero', '店里只有 1 袋盐,减不了这么多。');
  const { sheet, type, keep } = await openSalt();
  fireEvent.click(sheet.getByRole('button', { name: '丢了' }));
  type(/少了多少/, '2');
  fireEvent.click(keep);
  expect((await sheet.findByRole('alert')).textContent).toBe('店里只有 1 袋盐,减不了这么多。');
  expect(sheet.getByLabelText<HTMLInputElement>(/少了多少/).value).toBe('2');
});

test('an empty shelf says who fills it', async () => {
  cloud.answer(readStock, { shopName: '示例三嘎查积分超市', stock: [] });
  render(<StockPage />);
  await screen.findByText('货架上还没有东西。');
});

test('every reason leads to what was said would stand there', () => {
  const count = fc.integer({ min: 0, max: 9999 });
  const reasons = fc.constantFrom(...reasonChoices.map(({ id }) => id));
  fc.assert(
    fc.property(count, count, reasons, (onHand, typed, reason) => {
      const change = changeOf(reason, typed, onHand);
      const after = onHand + change;
      if (reason === 'counted') expect(after).toBe(typed);
      else expect(Math.abs(change)).toBe(typed);
      if (reason === 'bought-in') expect(change).toBeGreaterThanOrEqual(0);
      const words = outcomeInWords({ ...salt, onHand }, change);
      const says = after < 0 ? '减不了' : change === 0 ? '不用记' : `变成 ${after} 袋`;
      expect(words).toContain(says);
      expect(words.includes('登记了买货花的钱')).toBe(change > 0);
    }),
  );
});

test.each([
  ['12', 12],
  [' 7 ', 7],
  ['0', 0],
  ['', null],
  ['-3', null],
  ['1.5', null],
  ['12345', null],
])('%j is read as %j', (typed, count) => {
  expect(readCount(typed)).toBe(count);
});
