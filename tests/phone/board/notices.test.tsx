import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import type { InputOf } from '../../../src/contracts/contract';
import { listShops } from '../../../src/contracts/exchange';
import { listMatters } from '../../../src/contracts/lists';
import { readBoard } from '../../../src/contracts/records';
import NoticePage from '../../../src/packages/work/notice/index';
import BoardPage from '../../../src/pages/board/index';
import { cloud, phone } from '../set-up';
import { board, notice, noticeIdOf } from './samples';

const pageOf = ({ noticeId, after }: InputOf<typeof readBoard>) => {
  if (noticeId) return board({ notices: [notice(7)] });
  if (after) return board({ notices: [notice(3)] });
  return board({ notices: [notice(1), notice(2)], more: true });
};

beforeEach(() => {
  cloud.answer(readBoard, pageOf);
  cloud.answer(listMatters, { counts: [], wallVersion: 1, matters: [] });
  cloud.answer(listShops, { shops: [] });
  const village = { villageId: 'v03', name: '示例三嘎查' };
  useSession.setState({ state: 'ready', error: null, me: null, roles: [], village });
});

const more = () => screen.findByRole('button', { name: '看后面的公示' });
const titles = () => screen.queryAllByText(/^好事\d$/).map((each) => each.textContent);

test.each([
  ['the board', BoardPage],
  ['the page of the notices', NoticePage],
])('%s shows the next to close, and the others behind a button', async (_name, Page) => {
  phone.params = { villageId: 'v03' };
  render(<Page />);
  fireEvent.click(await more());
  await waitFor(() => expect(titles()).toEqual(['好事1', '好事2', '好事3']));
  expect(screen.queryByRole('button', { name: '看后面的公示' })).toBeNull();
  expect(cloud.of(readBoard).map(({ input }) => input)).toEqual([
    { villageId: 'v03' },
    { villageId: 'v03', after: { noticeId: noticeIdOf(2), closesAtMs: notice(2).closesAtMs } },
  ]);
});

test('one notice is asked for by its number, however many stand before it', async () => {
  phone.params = { villageId: 'v03', noticeId: noticeIdOf(7) };
  render(<NoticePage />);
  await screen.findByText('好事7');
  expect(cloud.of(readBoard).map(({ input }) => input)).toEqual([
    { villageId: 'v03', noticeId: noticeIdOf(7) },
  ]);
});

test('what an objection came to stands on the board, and a torn line is named', async () => {
  phone.params = { villageId: 'v03' };
  const answer = { recordId: noticeIdOf(9), itemName: '清草场', day: '2026-11-19', upheld: false };
  const told = { household: '17号户 张*', answeredAtMs: Date.UTC(2026, 10, 21) };
  cloud.answer(
    readBoard,
    board({ notices: [{ ...notice(1), torn: 2 }], answers: [{ ...answer, ...told }] }),
  );
  render(<BoardPage />);
  await screen.findByText('17号户 张* 清草场');
  expect(screen.getByText('查过了:异议不成立,维持 · 11月21日答复')).toBeTruthy();
  expect(screen.getByText('有 2 条读不出来,请告诉镇里')).toBeTruthy();
});
