import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type OutboxItem, useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import { eraseMe } from '../../../src/contracts/people';
import ErasePage from '../../../src/packages/people/erase/index';
import { me } from '../samples';
import { cloud, phone } from '../set-up';

const sample: OutboxItem = {
  kind: 'declare',
  commandId: '01JDBX0000000000000000000A',
  label: '植树治沙',
  input: { itemId: 'plant-trees', day: '2026-11-20' },
  photos: [],
  madeAtMs: 0,
  state: 'waiting',
  error: null,
};
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

beforeEach(() => {
  phone.path = '/packages/people/erase/index';
  useSession.setState({ state: 'ready', me, roles: [], waitingJoin: null });
  useOutbox.setState({ items: [sample] });
  phone.storage.set('me', '{}');
  phone.storage.set('household-card', '{}');
});

test('it says what goes and what stays, asks once, and this phone forgets too', async () => {
  cloud.answer(eraseMe, () => ({ restGoesOnDay: '2026-11-24' }));
  render(<ErasePage />);
  for (const text of ['马上删掉', '今天夜里删掉', '留下来的', '您家的积分账'])
    screen.getByText(text);
  fireEvent.click(screen.getByRole('button', { name: '注销并删除我的信息' }));
  screen.getByText(/没上传的 1 条也会清掉/);
  fireEvent.click(inSheet('注销'));
  await waitFor(() => screen.getByText('已经注销'));
  screen.getByText(/11月24日 早上以前删完/);
  expect(useSession.getState().me).toBeNull();
  await waitFor(() => expect(useOutbox.getState().items).toEqual([]));
  expect([...phone.storage.keys()]).not.toEqual(expect.arrayContaining(['me']));
  expect([...phone.storage.keys()]).not.toEqual(expect.arrayContaining(['household-card']));
});

test('no button that erases is the green one', () => {
  render(<ErasePage />);
  const open = screen.getByRole('button', { name: '注销并删除我的信息' });
  expect(open.className).toContain('button-danger');
  fireEvent.click(open);
  expect(inSheet('注销').className).toContain('button-danger');
  for (const button of screen.getAllByRole('button')) {
    expect(button.className).not.toContain('button-primary');
  }
});

test('what the cloud refuses is said where one asked, and nothing is forgotten', async () => {
  const message = '镇管理员只有这一位。请先让镇里再定一位,然后再注销。';
  cloud.refuse(eraseMe, 'last-administrator', message);
  render(<ErasePage />);
  fireEvent.click(screen.getByRole('button', { name: '注销并删除我的信息' }));
  fireEvent.click(inSheet('注销'));
  await waitFor(() => screen.getByText(message));
  expect(useSession.getState().me).toEqual(me);
  expect(useOutbox.getState().items).toHaveLength(1);
});

test('who has not joined has nothing to erase', () => {
  useSession.setState({ me: null });
  render(<ErasePage />);
  screen.getByText('没有要删的信息');
  expect(screen.queryByRole('button', { name: '注销并删除我的信息' })).toBeNull();
});
