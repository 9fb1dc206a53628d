import { fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listOpenRolls, listRolls } from '../../../src/contracts/rolls';
import RollsPage from '../../../src/packages/rolls/list/index';
import { cloud, phone } from '../set-up';
import { roll, rollId } from './samples';

const village = { villageId: 'v03', name: '示例三嘎查' };
const supervisor = { role: 'supervisor' as const, place: 'v03', placeName: village.name };
const other = { ...roll, rollId: rollId.replace(/A$/, 'B') };
const answered = (mine: boolean | null) => {
  cloud.answer(listRolls, {
    ...{ villageName: village.name, inForce: [{ ...roll, mine }], rolls: [other] },
    ...{ more: false, next: null },
  });
};

beforeEach(() => {
  phone.path = '/packages/rolls/list/index';
  useSession.setState({ state: 'ready', me: null, roles: [], waitingJoin: null, village });
});

test('everybody reads how many, how it is made up, since when and by whom', async () => {
  answered(null);
  render(<RollsPage />);
  expect(await screen.findByText('今天按这些名册算')).toBeTruthy();
  expect(screen.getAllByText('村民代表名册')).toHaveLength(2);
  expect(screen.getByText(/妇女代表不到三分之一,至少要 5 人/)).toBeTruthy();
  expect(screen.getAllByText('2026年12月1日起用,依据:推选公告')).toHaveLength(2);
  expect(screen.getByText('村委会登记,监委会确认,2026年11月30日')).toBeTruthy();
  fireEvent.click(screen.getAllByText('村民代表名册')[0] as HTMLElement);
  expect([phone.log, screen.queryByText('登记名册')]).toEqual([[], null]);
});

test('a member reads whether they stand on it', async () => {
  answered(false);
  render(<RollsPage />);
  expect(await screen.findByText('没有您')).toBeTruthy();
});

test('who enters and confirms sees what waits, and why one was turned down', async () => {
  useSession.setState({ roles: [supervisor] });
  answered(true);
  const waits = { ...roll, state: 'proposed' as const, settledAs: null, settledAtMs: null };
  const no = { ...other, state: 'refused' as const, reason: '少了人' };
  cloud.answer(listOpenRolls, { rolls: [{ ...waits, reason: null }, no] });
  render(<RollsPage />);
  expect(await screen.findByText('为什么:少了人')).toBeTruthy();
  fireEvent.click(screen.getByText('村委会登记,等第二个人确认'));
  expect(phone.log.at(-1)).toContain(`packages/rolls/roll/index?rollId=${rollId}`);
  fireEvent.click(await screen.findByText('登记名册'));
  expect(phone.log.at(-1)).toContain('packages/rolls/enter/index?villageId=v03');
});
