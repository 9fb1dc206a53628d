import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import {
  appealEntryRefusal,
  askToBeEntered,
  withdrawEntryRequest,
} from '../../../src/contracts/entry';
import { readVillage, whoAmI } from '../../../src/contracts/people';
import { readPhoneNumber } from '../../../src/contracts/wechat';
import EnterPage from '../../../src/packages/join/enter/index';
import JoinPage from '../../../src/packages/join/index';
import MePage from '../../../src/pages/me/index';
import { cloud, phone } from '../set-up';

const village = { villageId: 'v03', name: '示例三嘎查', townName: '示例镇', sample: true };
const nobody = { me: null, roles: [], waitingJoin: null };
const asked = { villageName: village.name, householdNumber: null, askedAtMs: 1, reason: null };
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  phone.path = '/packages/join/enter/index';
  phone.params = { villageId: 'v03' };
  useSession.setState({ state: 'ready', error: null, village: null, ...nobody });
  useSession.setState({ waitingEntry: undefined });
  cloud.answer(whoAmI, { ...nobody, reminders: [], proxy: null });
  cloud.answer(readVillage, village);
});

function waits(
  state: 'waiting' | 'agreed' | 'refused' | 'closed' | 'appealed',
  reason: string | null = null,
) {
  const waitingEntry = { ...asked, state, reason };
  cloud.answer(whoAmI, { ...nobody, waitingEntry, reminders: [], proxy: null });
  useSession.setState({ waitingEntry });
}

test('what is missing is said at its field, and clears when it is put right', async () => {
  render(<EnterPage />);
  await screen.findByText(/不看户口在哪里/);
  tap('申请登记');
  expect(screen.getByText('姓名要填。')).toBeTruthy();
  expect(screen.getByText(/请选从哪年哪月/)).toBeTruthy();
  type('您的姓名', '新来');
  expect(screen.queryByText('姓名要填。')).toBeNull();
  expect(screen.getByText(/出生年份是四个数字/)).toBeTruthy();
  tap('住在一户人家');
  expect(screen.getByText(/积分一起攒、一起用/)).toBeTruthy();
  expect(cloud.of(askToBeEntered)).toEqual([]);
});

test('filled in with the number of the phone it is sent, and how it stands is shown', async () => {
  cloud.answer(readPhoneNumber, {
    ...{ phoneToken: 'token', phoneMasked: '138****0000', validUntilMs: 1 },
  });
  cloud.answer(askToBeEntered, { state: 'waiting' });
  render(<EnterPage />);
  await screen.findByText(/不看户口在哪里/);
  type('您的姓名', '新来');
  type('出生年份', '1986');
  const chosen = new CustomEvent('input', { bubbles: true, detail: { value: '2024-03' } });
  fireEvent(screen.getByRole('button', { name: /从哪年哪月/ }), chosen);
  tap('住在一户人家');
  type('这一户的户号', '17');
  tap('用微信手机号');
  await screen.findByText(/138\*\*\*\*0000/);
  fireEvent.click(screen.getByRole('checkbox', { name: '同意村里核实' }));
  tap('申请登记');
  await waitFor(() => expect(cloud.of(askToBeEntered)).toHaveLength(1));
  expect(cloud.of(askToBeEntered)[0]?.input).toEqual({
    ...{ villageId: 'v03', name: '新来', birthYear: 1986, residence: 'newcomer' },
    ...{ sinceMonth: '2024-03', householdNumber: 17, phoneToken: 'token', namesShown: false },
  });
  await waitFor(() => expect(phone.log).toContain('redirectTo /packages/join/index'));
});

test('waiting, it says what happens next; nobody is asked to fill in anything', async () => {
  waits('waiting');
  render(<JoinPage />);
  expect(await screen.findByText('在等村里核实')).toBeTruthy();
  expect(screen.queryByText('填户号和姓名')).toBeNull();
});

test('refused, the reason stands there, and the supervision can be asked once', async () => {
  waits('refused', '今年才来');
  cloud.answer(appealEntryRefusal, () => {
    waits('appealed', '今年才来');
    return { state: 'appealed' as const };
  });
  render(<JoinPage />);
  expect(await screen.findByText('理由:今年才来')).toBeTruthy();
  tap('请监委会再看');
  expect(await screen.findByText('监委会在重新看')).toBeTruthy();
  expect(cloud.of(appealEntryRefusal)).toHaveLength(1);
});

test('undecided it is taken back by a small tap and one question; then they may join', async () => {
  waits('agreed');
  cloud.answer(withdrawEntryRequest, () => {
    cloud.answer(whoAmI, { ...nobody, reminders: [], proxy: null });
    return { state: 'withdrawn' as const };
  });
  render(<JoinPage />);
  tap('撤回');
  expect(screen.getByText(/填的内容马上删掉/)).toBeTruthy();
  expect(cloud.of(withdrawEntryRequest)).toEqual([]);
  const [, confirm] = screen.getAllByRole('button', { name: '撤回' });
  fireEvent.click(confirm as HTMLElement);
  await waitFor(() => expect(screen.getByText('申请登记进户册')).toBeTruthy());
  expect(cloud.of(withdrawEntryRequest)).toHaveLength(1);
});

test.each(['refused', 'appealed', 'closed'] as const)('%s, it cannot be taken back', (state) => {
  waits(state);
  render(<JoinPage />);
  expect(screen.queryByText('撤回')).toBeNull();
});

test('after the last no one is told where to go, and may join otherwise', async () => {
  waits('closed', '没有住下');
  render(<JoinPage />);
  expect(await screen.findByText(/12345/)).toBeTruthy();
  expect(screen.queryByText('请监委会再看')).toBeNull();
  tap('用别的办法加入');
  await waitFor(() => expect(screen.getByText('申请登记进户册')).toBeTruthy());
});

test('我的 says how it stands', async () => {
  waits('refused', '今年才来');
  render(<MePage />);
  expect(await screen.findByText('没有同意,看看为什么')).toBeTruthy();
});
