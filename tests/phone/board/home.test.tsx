import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type HeldRole, type Session, useSession } from '../../../src/client/session';
import { type TodayCard, useToday } from '../../../src/client/today';
import { listShops } from '../../../src/contracts/exchange';
import { listMatters } from '../../../src/contracts/lists';
import type { Role } from '../../../src/contracts/people';
import { readBoard } from '../../../src/contracts/records';
import { readToday } from '../../../src/contracts/tasks';
import NoticePage from '../../../src/packages/work/notice/index';
import BoardPage from '../../../src/pages/board/index';
import { me } from '../samples';
import { cloud, phone } from '../set-up';
import { board, notice } from './samples';

const held = (role: Role): HeldRole => ({ role, place: 'v03', placeName: '示例三嘎查' });
const card = (part: Partial<TodayCard> = {}): TodayCard => ({
  ...{ toDo: 'to-review', title: '评议', count: 9, more: false, due: '最晚 11月27日' },
  ...{ dueDay: '2026-11-27', late: 0, page: '/packages/work/queue/index', subject: null },
  ...part,
});
const villager = { me, roles: [held('resident')] };
const stranger = { me: null, roles: [] };
const waitingJoin = {
  ...{ villageId: 'v03', villageName: '示例三嘎查', householdNumber: 17 },
  askedAtMs: Date.UTC(2026, 10, 20),
};

const open = (who: Partial<Session> = villager) => {
  act(() => useSession.setState(who));
  return render(<BoardPage />);
};
const titles = () =>
  [...document.querySelectorAll('.large-button-title')].map(({ textContent }) => textContent);
const tapped = (name: string) => {
  phone.log.length = 0;
  fireEvent.click(screen.getByRole('button', { name }));
  return phone.log;
};

/** Whatever is asked at once has been asked. */
const asked = () => act(() => new Promise((resolve) => setTimeout(resolve)));

beforeEach(() => {
  cloud.answer(readBoard, board({ notices: [notice(1)] }));
  cloud.answer(listMatters, { counts: [], wallVersion: 1, matters: [] });
  cloud.answer(listShops, { shops: [] });
  const village = { villageId: 'v03', name: '示例三嘎查' };
  useSession.setState({ state: 'ready', error: null, waitingJoin: null, village, elder: true });
  useToday.setState({ cards: [] });
});

afterEach(() => useSession.setState({ elder: false }));

test('in large type the first page is four buttons, each one tap from what it says', async () => {
  open();
  expect(titles()).toEqual(['看公示', '我的积分', '去超市换', '要办什么事']);
  expect(tapped('看公示')).toEqual(['navigateTo /packages/work/notice/index']);
  expect(tapped('我的积分')).toEqual(['switchTab /pages/points/index']);
  expect(tapped('去超市换')).toEqual(['switchTab /pages/shop/index']);
  expect(tapped('要办什么事')).toEqual(['switchTab /pages/lists/index']);
  await asked();
  // The board is asked for by the page that shows it.
  expect(cloud.of(readBoard)).toEqual([]);
});

const job = (title: string) => [title, '看公示', '我的积分', '去超市换'];

test.each<[Role, string, string]>([
  ['cadre', '现场记分', 'record/record'],
  ['keeper', '核销', 'keeper/home'],
  ['panel', '评议与公示', 'work/queue'],
  ['supervisor', '评议与公示', 'work/queue'],
])('a %s begins with the first of their jobs', (role, title, path) => {
  open({ me, roles: [held('resident'), held(role)] });
  expect(titles()).toEqual(job(title));
  expect(tapped(title)).toEqual([`navigateTo /packages/${path}/index`]);
});

test('whoever is of no household has no points to look at', () => {
  open({ me: null, roles: [held('town-admin')] });
  expect(titles()).toEqual(['加入申请', '看公示', '去超市换', '要办什么事']);
});

test('who has not joined is offered that first, who waits sees how it stands', () => {
  const { unmount } = open(stranger);
  expect(titles()).toEqual(['加入本村', '看公示', '去超市换', '要办什么事']);
  expect(tapped('加入本村')).toEqual(['navigateTo /packages/join/index']);
  unmount();
  open({ ...stranger, waitingJoin });
  expect(titles()).toEqual(['我的加入申请', '看公示', '去超市换', '要办什么事']);
});

test('as long as it is not known who somebody is, nobody is asked to join', () => {
  const error = { code: 'no-network', message: '现在没有网。' };
  open({ ...stranger, state: 'failed', error });
  expect(titles()).toEqual(['看公示', '我的积分', '去超市换', '要办什么事']);
  expect(screen.getByText('现在没有网。')).toBeTruthy();
});

test('what waits is said above them with its number, on the job too, and leads to 我的', async () => {
  open({ me, roles: [held('resident'), held('panel')] });
  expect(screen.queryByText(/^等您办的/)).toBeNull();
  cloud.answer(readToday, { cards: [card(), card({ toDo: 'to-fetch', count: 1 })] });
  // Back from another page: what was done there waits no more, and something else may.
  act(() => phone.comeBack());
  const line = await screen.findByText('等您办的 10 件');
  expect(screen.getByRole('button', { name: '评议与公示,等您办 9' })).toBeTruthy();
  expect(line.compareDocumentPosition(screen.getByText('评议与公示'))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
  phone.log.length = 0;
  fireEvent.click(line);
  expect(phone.log).toEqual(['switchTab /pages/me/index']);
  act(() => useToday.setState({ cards: [card({ count: 200, more: true })] }));
  expect(screen.getByText('等您办的 99 多件')).toBeTruthy();
});

test('what opens asks once for what waits: the app does, not this page too', async () => {
  cloud.answer(readToday, { cards: [] });
  open();
  await asked();
  expect(cloud.of(readToday)).toEqual([]);
});

test('large type is left and taken up on the first page, otherwise the board', async () => {
  open();
  fireEvent.click(screen.getByRole('button', { name: '换回普通字' }));
  await screen.findByText('公示中 1 条');
  expect(titles()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '换成大字' }));
  await waitFor(() => expect(titles()).toHaveLength(4));
  expect(screen.queryByText('公示中 1 条')).toBeNull();
});

test('看公示 shows the whole board as a page of its own', async () => {
  open();
  render(<NoticePage />);
  await screen.findByText('公示中 1 条');
  expect(screen.getByText('积分超市')).toBeTruthy();
  expect(screen.getByText('按第 1 版评分办法计分')).toBeTruthy();
});

test('what the founder decided alone is said on the board itself', async () => {
  const notice = render(<NoticePage />);
  expect(await screen.findByText('村干部、监委会、评议小组,哪天起、到哪天')).toBeTruthy();
  notice.unmount();
  cloud.answer(readBoard, board({ secondGivenOnDay: '2025-11-02' }));
  render(<NoticePage />);
  const said = '第二位镇管理员是建镇的人一个人定的(2025年11月2日)';
  expect(await screen.findByText(said)).toBeTruthy();
});
