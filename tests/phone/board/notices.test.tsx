/** @jest-environment jsdom */
import '../set-up/styles';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import type { ValueOf } from '../../../src/contracts/contract';
import type { readBoard } from '../../../src/contracts/records';
import NoticePage from '../../../src/packages/work/notice/index';
import BoardPage from '../../../src/pages/board/index';
import { FakeCloud } from '../set-up/fake-cloud';
import { phone } from '../set-up/taro';
import { board, notice, noticeIdOf } from './samples';

const mockCloud = new FakeCloud();
jest.mock('@tarojs/taro', () => jest.requireActual('../set-up/taro').taroStub);
jest.mock('@tarojs/components', () => jest.requireActual('../set-up/components').componentsStub);
jest.mock(
  '../../../src/client/transport',
  () => ({ send: (...call: Parameters<FakeCloud['send']>) => mockCloud.send(...call) }),
  { virtual: true },
);
jest.mock('../../../src/client/scan', () => ({}), { virtual: true });

type Asked = { noticeId?: string; after?: { noticeId: string } };
const pageOf = ({ noticeId, after }: Asked): ValueOf<typeof readBoard> => {
  if (noticeId) return board({ notices: [notice(7)] });
  if (after) return board({ notices: [notice(3)] });
  return board({ notices: [notice(1), notice(2)], more: true });
};

beforeEach(() => {
  phone.reset();
  mockCloud.asked = [];
  mockCloud.answer('read-board', pageOf);
  mockCloud.answer('list-matters', { counts: [], wallVersion: 1, matters: [] });
  mockCloud.answer('list-shops', { shops: [] });
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
  expect(mockCloud.of('read-board').map(({ input }) => input)).toEqual([
    { villageId: 'v03' },
    { villageId: 'v03', after: { noticeId: noticeIdOf(2), closesAtMs: notice(2).closesAtMs } },
  ]);
});

test('one notice is asked for by its number, however many stand before it', async () => {
  phone.params = { villageId: 'v03', noticeId: noticeIdOf(7) };
  render(<NoticePage />);
  await screen.findByText('好事7');
  expect(mockCloud.of('read-board').map(({ input }) => input)).toEqual([
    { villageId: 'v03', noticeId: noticeIdOf(7) },
  ]);
});
