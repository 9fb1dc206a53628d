import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { openScene } from '../../../src/client/open-scene';
import { useSession } from '../../../src/client/session';
import { findPrinted } from '../../../src/contracts/documents';
import FindPrintedPage from '../../../src/packages/print/find/index';
import { cloud, phone, scan } from '../set-up';

const found = {
  checkCode: '12345671',
  document: 'household-card' as const,
  villageName: '示例三嘎查',
  day: '2026-11-30',
  state: 'newest' as const,
  of: null,
  sheet: null,
};

const field = () => screen.getByRole('textbox');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));

beforeEach(() => {
  phone.path = '/packages/print/find/index';
  useSession.setState({ state: 'ready', me: null, roles: [], waitingJoin: null });
  cloud.answer(findPrinted, found);
});

test('who has not joined reads what it is and whether it holds', async () => {
  render(<FindPrintedPage />);
  type('12345671');
  await tap('查一查');
  await waitFor(() => screen.getByText('示例三嘎查户码卡'));
  screen.getByText('是最新的');
  screen.getByText('2026年11月30日第一次印的');
  expect(cloud.of(findPrinted).map(({ input }) => input.checkCode)).toEqual(['12345671']);
});

test.each(['12345673', '12346571', '1234567', '12345６74x', ''])(
  '%s is noticed before anybody is asked',
  async (typed) => {
    render(<FindPrintedPage />);
    type(typed);
    await tap('查一查');
    screen.getByRole('alert');
    expect(cloud.asked).toEqual([]);
  },
);

test('a wrong digit is told with the eighth one typed, and goes when it is mended', () => {
  render(<FindPrintedPage />);
  type('1234567');
  expect(screen.queryByRole('alert')).toBeNull();
  type('12345673');
  screen.getByText(/有一个不对/);
  type('12345671');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('as it is read out: in two groups, in full-width digits', async () => {
  render(<FindPrintedPage />);
  type('１２３４ 5671');
  await tap('查一查');
  await waitFor(() => screen.getByText('示例三嘎查户码卡'));
});

test('a code that was never printed is told, and an answer before it goes', async () => {
  render(<FindPrintedPage />);
  type('12345671');
  await tap('查一查');
  await waitFor(() => screen.getByText('是最新的'));
  cloud.refuse(findPrinted, 'check-code-unknown', '没有印过这个码的东西。');
  await tap('查一查');
  await waitFor(() => screen.getByText('没有印过这个码的东西。'));
  expect(screen.queryByText('是最新的')).toBeNull();
});

test.each([
  ['older', '有更新的版本'],
  ['gone', '不再有效'],
] as const)('%s is said in words, for each kind', async (state, words) => {
  for (const document of ['household-card', 'statement', 'village-code', 'shop-code'] as const) {
    cloud.answer(findPrinted, { ...found, document, state });
    const { unmount } = render(<FindPrintedPage />);
    type('12345671');
    await tap('查一查');
    await waitFor(() => screen.getByText(words));
    unmount();
  }
});

test('the code on a printed sheet is scanned; others are told apart', async () => {
  scan.says('JF.P.12345671');
  render(<FindPrintedPage />);
  await tap('扫纸上的码');
  await waitFor(() => screen.getByText('示例三嘎查户码卡'));
  scan.says('JF.H.01JDBX0000000000000000000A.17');
  await tap('扫纸上的码');
  screen.getByText(/扫到的是户码/);
  scan.says('https://example.com/');
  await tap('扫纸上的码');
  screen.getByText(/^这个码不是这里印的/);
  expect(cloud.of(findPrinted)).toHaveLength(1);
});

test('scanned elsewhere it opens this page, which looks it up at once', async () => {
  expect(await openScene('JF.P.12345671')).toBe(true);
  expect(phone.log).toEqual(['navigateTo /packages/print/find/index?checkCode=12345671']);
  phone.params = { checkCode: '12345671' };
  render(<FindPrintedPage />);
  await waitFor(() => screen.getByText('是最新的'));
  expect(await openScene('JF.P.1234567')).toBe(false);
});

test('a sheet that can be filled in opens the page that records from it', async () => {
  const sheet = { villageId: 'v03', itemIds: ['meeting'], householdIds: [] };
  cloud.answer(findPrinted, { ...found, document: 'deed-sheet', sheet });
  render(<FindPrintedPage />);
  type('12345671');
  await tap('查一查');
  await waitFor(() => screen.getByText('示例三嘎查记分单'));
  await tap('照这张单子记');
  const opened = '/packages/record/together/index?villageId=v03&checkCode=12345671';
  await waitFor(() => expect(phone.log).toEqual([`navigateTo ${opened}`]));
});
