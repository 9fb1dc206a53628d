import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useDrafts } from '../../../src/client/drafts';
import { useSession } from '../../../src/client/session';
import { askToBeEntered } from '../../../src/contracts/entry';
import { join, readVillage, whoAmI } from '../../../src/contracts/people';
import EnterPage from '../../../src/packages/join/enter/index';
import JoinPage from '../../../src/packages/join/index';
import { cloud, phone } from '../set-up';

const nobody = { me: null, roles: [], waitingJoin: null, reminders: [], proxy: null };
const kept = () => useDrafts.getState().drafts;
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) =>
  fireEvent.change(field(label), { target: { value } });

beforeEach(() => {
  phone.params = { villageId: 'v03' };
  useDrafts.setState({ drafts: [] });
  cloud.answer(whoAmI, nobody);
  cloud.answer(readVillage, {
    ...{ villageId: 'v03', name: '示例三嘎查', townName: '示例镇', sample: true },
  });
  useSession.setState({ ...nobody, state: 'ready', error: null, village: null });
});

async function openJoining() {
  const page = render(<JoinPage />);
  fireEvent.click(await screen.findByRole('button', { name: '填户号和姓名' }));
  return page;
}

test('joining: number and name come back, consent is asked anew, sent it is gone', async () => {
  const page = await openJoining();
  type('户号', '17');
  type('您的姓名', '张三');
  fireEvent.click(screen.getByText('同意村里核对'));
  page.unmount();
  await waitFor(() => expect(kept()).toHaveLength(1));
  await openJoining();
  expect(field('户号').value).toBe('');
  fireEvent.click(screen.getByRole('button', { name: '接着填' }));
  await waitFor(() => expect(field('户号').value).toBe('17'));
  expect(field('您的姓名').value).toBe('张三');
  fireEvent.click(screen.getByRole('button', { name: '加入' }));
  expect(cloud.of(join)).toEqual([]);
  cloud.answer(join, { state: 'waiting' });
  fireEvent.click(screen.getByText('同意村里核对'));
  fireEvent.click(screen.getByRole('button', { name: '加入' }));
  await waitFor(() => expect(cloud.of(join)).toHaveLength(1));
  await waitFor(() => expect(kept()).toEqual([]));
});

test('asking to be entered: what was typed comes back', async () => {
  const page = render(<EnterPage />);
  type('您的姓名', '张三');
  type('出生年份', '1986');
  page.unmount();
  await waitFor(() => expect(kept()).toHaveLength(1));
  render(<EnterPage />);
  fireEvent.click(await screen.findByRole('button', { name: '接着填' }));
  await waitFor(() => expect(field('出生年份').value).toBe('1986'));
  fireEvent.click(screen.getByRole('button', { name: '申请登记' }));
  expect(await screen.findByText(/勾选“同意村里核实”/)).toBeTruthy();
  expect(cloud.of(askToBeEntered)).toEqual([]);
});
