import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type HeldRole, useSession } from '../../../src/client/session';
import { type TodayCard, useToday } from '../../../src/client/today';
import { TabBar } from '../../../src/components/tab-bar';
import type { Role } from '../../../src/contracts/people';
import { listLate, readToday } from '../../../src/contracts/tasks';
import LatePage from '../../../src/packages/work/late/index';
import MePage from '../../../src/pages/me/index';
import { LargeJobs, OtherJobs } from '../../../src/pages/me/jobs';
import { me } from '../samples';
import { cloud, phone } from '../set-up';

const held = (role: Role): HeldRole => ({ role, place: 'v03', placeName: '示例三嘎查' });
const queue = '/packages/work/queue/index';

const card = (part: Partial<TodayCard> = {}): TodayCard => ({
  ...{ toDo: 'to-review', title: '评议', count: 9, more: false, due: '最晚 11月27日' },
  ...{ dueDay: '2026-11-27', late: 0, page: `${queue}?view=to-review`, subject: null },
  ...part,
});

/** What the last tab says: its word, and how much waits behind it. */
const ownTab = () => screen.getByRole('tab', { name: /^我的/ }).getAttribute('aria-label');

beforeEach(() => {
  const roles = [held('resident'), held('cadre'), held('panel')];
  useSession.setState({ state: 'ready', error: null, me, roles, waitingJoin: null });
  useToday.setState({ cards: null });
});

test('我的 opens with what waits, in the order it came, and the tab carries how much', async () => {
  const late = card({
    toDo: 'late',
    title: '超期没办',
    count: 2,
    due: '11月20日就该办完',
    late: 2,
  });
  const check = card({
    ...{ toDo: 'to-check', title: '核对', count: 3, late: 1, due: '11月24日就该办完' },
    ...{ page: '/packages/record/detail/index?recordId=x', subject: '17号户 清草场 3分' },
  });
  cloud.answer(readToday, { cards: [check, card(), late] });
  render(<MePage />);
  await waitFor(() => expect(screen.getByText('评议 9 条')).toBeTruthy());
  expect(screen.getByText('最晚 11月27日')).toBeTruthy();
  expect(screen.getByText('17号户 清草场 3分')).toBeTruthy();
  expect(screen.getByText('11月24日就该办完,晚了 1 件')).toBeTruthy();
  // Where all of it is late, no number has to say so.
  expect(screen.getByText('11月20日就该办完')).toBeTruthy();
  const lines = screen.getAllByText(/^(核对|评议|超期没办) \d/).map((each) => each.textContent);
  expect(lines).toEqual(['核对 3 条', '评议 9 条', '超期没办 2 件']);
  // What waits for others is not among one's own.
  expect(ownTab()).toBe('我的,等您办 12');
  expect(screen.getByRole('tab', { name: /^我的/ }).textContent).toBe('我的12');
  fireEvent.click(screen.getByText('评议 9 条'));
  expect(phone.log).toEqual([`navigateTo ${queue}?view=to-review`]);
});

test('where nothing waits the number goes, and where it is not known nothing is said', async () => {
  render(<TabBar selected="pages/board/index" />);
  cloud.answer(readToday, { cards: [card()] });
  await act(() => useToday.getState().refresh());
  expect(ownTab()).toBe('我的,等您办 9');
  cloud.refuse(readToday, 'busy', '现在用的人多。');
  await act(() => useToday.getState().refresh());
  expect(ownTab()).toBe('我的,等您办 9');
  cloud.answer(readToday, { cards: [] });
  await act(() => useToday.getState().refresh());
  expect(ownTab()).toBe('我的');
  cloud.answer(readToday, { cards: [card({ count: 200, more: true })] });
  await act(() => useToday.getState().refresh());
  expect(ownTab()).toBe('我的,等您办 99+');
});

test('of somebody whom nobody knows nothing is asked', async () => {
  useSession.setState({ me: null, roles: [] });
  await useToday.getState().refresh();
  expect(cloud.of(readToday)).toEqual([]);
  expect(useToday.getState().cards).toEqual([]);
});

test('each role has three large actions, and numbers stand where the work is', () => {
  const titles = (roles: Role[]) => {
    const { container, unmount } = render(<LargeJobs roles={roles.map(held)} />);
    const found = [...container.querySelectorAll('.large-button-title')].map((t) => t.textContent);
    unmount();
    return found;
  };
  expect(titles(['resident'])).toEqual(['申报好事', '我家的户码', '兑换单']);
  expect(titles(['resident', 'cadre'])).toEqual(['现场记分', '很多户一起记', '评议与公示']);
  expect(titles(['resident', 'keeper'])).toEqual(['核销', '进货与盘点', '代办']);
  expect(titles(['resident', 'supervisor'])).toEqual(['评议与公示', '加入申请', '查账签字']);
  expect(titles(['town-admin'])).toEqual(['加入申请', '全镇', '查账签字']);
  expect(titles([])).toEqual([]);
  useToday.setState({ cards: [card(), card({ toDo: 'to-fetch', count: 1 })] });
  const roles = [held('resident'), held('panel')];
  render(<LargeJobs roles={roles} />);
  render(<OtherJobs roles={roles} />);
  expect(screen.getByRole('button', { name: '评议与公示,等您办 9' })).toBeTruthy();
  expect(screen.getByText('1')).toBeTruthy();
});

const task = {
  ...{ taskId: 'record.x', title: '17号户 清草场 3分', next: '等嘎查村核对,11月24日就该办完' },
  ...{ villageName: '示例三嘎查', page: '/packages/record/detail/index' },
};

test('what others leave lying is seen by those who answer for it', async () => {
  const join = { ...task, taskId: 'join.x', title: '9号户 有人要加入', page: null };
  cloud.answer(listLate, { tasks: [task, join], more: false, next: null });
  render(<LatePage />);
  fireEvent.click(await screen.findByText('17号户 清草场 3分'));
  fireEvent.click(screen.getByText('9号户 有人要加入'));
  expect(phone.log).toEqual(['navigateTo /packages/record/detail/index']);
});

test('the town reads in which village it lies', async () => {
  useSession.setState({ me: null, roles: [{ ...held('town-admin'), place: 'town' }] });
  cloud.answer(listLate, { tasks: [task], more: false, next: null });
  render(<LatePage />);
  expect(await screen.findByText('示例三嘎查 17号户 清草场 3分')).toBeTruthy();
});
