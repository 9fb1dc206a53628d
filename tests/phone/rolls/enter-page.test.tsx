import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { readRegisterLines } from '../../../src/contracts/life';
import { findHouseholds } from '../../../src/contracts/people';
import { enterRoll, readRollBase } from '../../../src/contracts/rolls';
import { readTyped } from '../../../src/packages/rolls/enter/form';
import EnterPage from '../../../src/packages/rolls/enter/index';
import { madeHouseholdId } from '../../support/household-ids';
import { cloud, phone } from '../set-up';
import { rollId } from './samples';

const memberId = '01JDBX0000000000000000000M';
const village = { villageId: 'v03', name: '示例三嘎查' };
const base = { register: null, last: null, committee: null, unseen: 0, waits: false };
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  phone.path = '/packages/rolls/enter/index';
  const role = { role: 'cadre' as const, place: 'v03', placeName: village.name };
  useSession.setState({ state: 'ready', me: null, roles: [role], waitingJoin: null, village });
  cloud.answer(readRollBase, ({ kind }) => ({
    ...base,
    ...(kind === 'adults' && { register: 412, unseen: 2 }),
    ...(kind === 'representatives' && { committee: 3 }),
  }));
  cloud.answer(enterRoll, { rollId, people: 411, named: 0 });
  cloud.answer(readRegisterLines, {
    ...{ householdId: madeHouseholdId('v03', 17), householdNumber: 17, headName: '张例子' },
    ...{ minors: 0, lots: [] },
    lines: [
      {
        ...{ memberId, name: '张例子', relation: '户主' },
        isHead: true,
        holdsOffice: false,
        isJoined: false,
      },
    ],
  });
});

const pickFirst = async (label: string) => {
  type('几号户或姓名', '17号');
  fireEvent.click(screen.getByText('找这一户'));
  fireEvent.click(await screen.findByText(label));
};

test('the adults’ roll begins with the register: only who does not fit is told', async () => {
  render(<EnterPage />);
  fireEvent.click(await screen.findByText('成年村民名册'));
  expect(await screen.findByText('登记 412 人,等另一个人确认')).toBeTruthy();
  expect(screen.getByText(/还有 2 人没有第二个人核对,不在里面/)).toBeTruthy();
  await pickFirst('不在名册上');
  expect(screen.getByText('登记 411 人,等另一个人确认')).toBeTruthy();
  fireEvent.click(screen.getByText('登记 411 人,等另一个人确认'));
  expect(screen.getByText('请写清楚是哪次会议、哪份文件里定的。')).toBeTruthy();
  expect(cloud.of(enterRoll)).toEqual([]);
  type('写在哪里', '选民名单公告');
  fireEvent.click(screen.getByText('登记 411 人,等另一个人确认'));
  expect(await screen.findByText(/已登记,411 人。要另一个人确认才算数/)).toBeTruthy();
  expect(cloud.of(enterRoll)[0]?.input).toMatchObject({
    ...{ villageId: 'v03', kind: 'adults', base: 'register', seen: 412, without: [memberId] },
    ...{ picked: [], typed: [], cites: '选民名单公告' },
  });
});

test('representatives are picked by household, the women among them marked', async () => {
  render(<EnterPage />);
  expect(await screen.findByText('只选村民代表,村委会 3 人自动在里面。')).toBeTruthy();
  fireEvent.click(screen.getByText('登记 0 人,等另一个人确认'));
  expect(screen.getByText(/名册上还没有人/)).toBeTruthy();
  await pickFirst('加上,妇女代表');
  type('写在哪里', '推选公告');
  fireEvent.click(screen.getByText('登记 1 人,等另一个人确认'));
  await waitFor(() => expect(cloud.of(enterRoll)).toHaveLength(1));
  expect(cloud.of(enterRoll)[0]?.input).toMatchObject({
    ...{ kind: 'representatives', base: 'empty', seen: 0 },
    picked: [{ memberId, woman: true }],
  });
});

test('by a name the household is found first', async () => {
  cloud.answer(findHouseholds, {
    households: [
      {
        ...{ householdId: madeHouseholdId('v03', 17), householdNumber: 17, householdName: '张*' },
        ...{ memberCount: 1, matchedName: '包*' },
      },
    ],
    more: false,
  });
  render(<EnterPage />);
  await screen.findByText(/只选村民代表/);
  type('几号户或姓名', '包');
  fireEvent.click(screen.getByText('找这一户'));
  expect(await screen.findByText('家里有包*')).toBeTruthy();
  fireEvent.click(screen.getByText('17号户 张*'));
  fireEvent.click(await screen.findByText('加上'));
  expect(screen.getByText('登记 1 人,等另一个人确认')).toBeTruthy();
});

test('a draft is offered again; what was sent leaves none', async () => {
  const { unmount } = render(<EnterPage />);
  await screen.findByText(/只选村民代表/);
  type('写在哪里', '推选公告');
  unmount();
  render(<EnterPage />);
  fireEvent.click(await screen.findByText('接着填'));
  await waitFor(() => {
    expect((screen.getByLabelText('写在哪里') as HTMLInputElement).value).toBe('推选公告');
  });
});

test('a pasted list of the office, in whatever way it writes numbers', async () => {
  render(<EnterPage />);
  fireEvent.click(await screen.findByText('集体经济组织成员名册'));
  await screen.findByText('贴一份名单');
  type('名单', '17 张例子\n李例子\n王例子 13800000000');
  fireEvent.click(screen.getByText(/^登记 2 人/));
  expect(screen.getByText(/这几行看不出姓名:王例子 13800000000/)).toBeTruthy();
  const people = '17号户\t张例子\n第１８户,其其格\n\n乌·日娜\n12345';
  expect(readTyped(people)).toEqual({
    typed: [
      { name: '张例子', householdNumber: 17 },
      { name: '其其格', householdNumber: 18 },
      { name: '乌·日娜' },
    ],
    wrong: ['12345'],
  });
});

test('one that waits comes first; whoever has no office there enters none', async () => {
  cloud.answer(readRollBase, { ...base, waits: true });
  const { unmount } = render(<EnterPage />);
  expect(await screen.findByText('这种名册已经有一份在等确认。')).toBeTruthy();
  unmount();
  useSession.setState({ roles: [] });
  render(<EnterPage />);
  expect(screen.getByText('名册由村干部、监委会和镇里来登记。')).toBeTruthy();
});
