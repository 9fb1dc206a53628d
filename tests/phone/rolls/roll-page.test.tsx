import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { answerRoll, readRoll, withdrawRoll } from '../../../src/contracts/rolls';
import RollPage from '../../../src/packages/rolls/roll/index';
import { cloud, phone } from '../set-up';
import { roll, rollId } from './samples';

const line = (name: string | null, part: object = {}) => ({
  ...{ line: name ?? 'n1', name, householdNumber: 17, inRegister: true },
  ...{ woman: false, committee: false, ...part },
});
const read = {
  ...{ villageId: 'v03', villageName: '示例三嘎查', reason: null, own: false, mayAnswer: true },
  roll: { ...roll, state: 'proposed' as const, settledAs: null, settledAtMs: null },
  lines: [
    ...[line('张例子', { woman: true }), line('包例子', { committee: true })],
    line(null, { householdNumber: null, inRegister: false }),
  ],
  ...{ more: true, next: 1 },
};
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

beforeEach(() => {
  phone.path = '/packages/rolls/roll/index';
  phone.params = { rollId };
  const role = { role: 'supervisor' as const, place: 'v03', placeName: '示例三嘎查' };
  useSession.setState({ state: 'ready', me: null, roles: [role], waitingJoin: null });
});

test('the second reads who stands there, page by page, and confirms it', async () => {
  cloud.answer(readRoll, read);
  cloud.answer(answerRoll, { rollId, state: 'confirmed', fromDay: '2026-12-01' });
  render(<RollPage />);
  expect(await screen.findByText('17号户 张例子')).toBeTruthy();
  expect(screen.getByText('妇女代表')).toBeTruthy();
  expect(screen.getByText('村委会')).toBeTruthy();
  expect(screen.getByText('名字已删')).toBeTruthy();
  cloud.answer(readRoll, { ...read, lines: [line('王例子')], more: false, next: null });
  fireEvent.click(screen.getByText('看后面的人'));
  expect(await screen.findByText('17号户 王例子')).toBeTruthy();
  expect(cloud.of(readRoll).at(-1)?.input).toEqual({ rollId, page: 1 });
  fireEvent.click(screen.getByText('同意'));
  expect(screen.getByText(/妇女代表不到三分之一.*以后不能改,只能换一份新的/)).toBeTruthy();
  expect(cloud.of(answerRoll)).toEqual([]);
  fireEvent.click(inSheet('名册是对的'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(answerRoll)[0]?.input).toEqual({ rollId, accept: true });
});

test('a no wants its reason', async () => {
  cloud.answer(readRoll, read);
  cloud.answer(answerRoll, { rollId, state: 'refused', fromDay: '2026-12-01' });
  render(<RollPage />);
  fireEvent.click(await screen.findByText('不同意'));
  fireEvent.click(inSheet('不同意'));
  expect(screen.getByText('请写一句为什么,登记的人才知道怎么改。')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('为什么不同意'), { target: { value: '少了人' } });
  fireEvent.click(inSheet('不同意'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(answerRoll)[0]?.input).toMatchObject({ accept: false, reason: '少了人' });
});

test('whoever entered it takes it back, and does not confirm it', async () => {
  cloud.answer(readRoll, { ...read, own: true, mayAnswer: false });
  cloud.answer(withdrawRoll, { rollId });
  render(<RollPage />);
  fireEvent.click(await screen.findByText('撤回'));
  expect(screen.queryByText('同意')).toBeNull();
  fireEvent.click(inSheet('撤回'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(withdrawRoll)).toHaveLength(1);
});

test('whoever has no office there is told whom the names are for', () => {
  useSession.setState({ roles: [] });
  render(<RollPage />);
  expect(screen.getByText('名册上的名字只给村干部、监委会和镇里看。')).toBeTruthy();
});
