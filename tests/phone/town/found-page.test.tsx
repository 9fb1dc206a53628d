import { act, fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { VillageChoice } from '../../../src/components/village-choice';
import { listVillages, whoAmI } from '../../../src/contracts/people';
import { foundTown } from '../../../src/contracts/town';
import FoundPage from '../../../src/packages/town/found/index';
import { cloud, phone } from '../set-up';
import { listed } from './samples';

const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const found = () => act(async () => void fireEvent.click(screen.getByText('开通')));

const role = { role: 'town-admin' as const, place: 'town', placeName: '图克镇' };

beforeEach(() => {
  phone.path = '/packages/town/found/index';
  useSession.setState({ state: 'ready', me: null, roles: [], waitingJoin: null, village: null });
  cloud.answer(listVillages, { founded: false, villages: [] });
  cloud.answer(whoAmI, { me: null, roles: [role], waitingJoin: null, reminders: [], proxy: null });
  cloud.answer(foundTown, { townName: '图克镇' });
});

test('whoever opens a town that does not stand yet is led to where it is founded', async () => {
  render(<VillageChoice onChoose={() => undefined} />);
  await screen.findByText('本镇还没有开通');
  fireEvent.click(screen.getByRole('button', { name: '开通本镇' }));
  expect(phone.log).toEqual(['navigateTo /packages/town/found/index']);
});

test('a town without villages is not offered to be founded again', async () => {
  cloud.answer(listVillages, { founded: true, villages: [] });
  render(<VillageChoice onChoose={() => undefined} />);
  await screen.findByText('还没有开通的嘎查村');
  expect(screen.queryByRole('button', { name: '开通本镇' })).toBeNull();
});

test('what is missing is said at its field, and nothing is sent', async () => {
  render(<FoundPage />);
  await screen.findByText('开通');
  type('镇的名字', '图克镇');
  await found();
  screen.getByText('开通口令要填。口令在装这套系统的人手里。');
  screen.getByText('运营主体要填,一般是镇人民政府。');
  expect(screen.queryByText(/镇的名字要填/)).toBeNull();
  type('运营主体', '图克镇人民政府');
  expect(screen.queryByText(/运营主体要填/)).toBeNull();
  expect(cloud.of(foundTown)).toEqual([]);
});

test('the first administrator is told what comes next; it is no sample', async () => {
  render(<FoundPage />);
  await screen.findByText('开通');
  type('开通口令', 'a long founding secret');
  type('镇的名字', '图克镇');
  type('运营主体', '图克镇人民政府');
  await found();
  await screen.findByText('图克镇开通了,您是第一位镇管理员。');
  expect(cloud.of(foundTown)[0]?.input).toEqual({
    foundingSecret: 'a long founding secret',
    ...{ townName: '图克镇', owner: '图克镇人民政府', sample: false },
  });
  expect(useSession.getState().roles).toEqual([role]);
  fireEvent.click(screen.getByText('开第一个嘎查村'));
  expect(phone.log).toContain('redirectTo /packages/town/new-village/index');
});

test('a wrong secret is said where one asked, and what was typed stays', async () => {
  cloud.refuse(foundTown, 'secret-wrong', '开通口令不对(今天还能试 4 次)。');
  render(<FoundPage />);
  await screen.findByText('开通');
  for (const label of ['开通口令', '镇的名字', '运营主体']) type(label, '写的字');
  await found();
  await screen.findByText('开通口令不对(今天还能试 4 次)。');
  expect((screen.getByLabelText('镇的名字') as HTMLInputElement).value).toBe('写的字');
});

test('a town that stands is not founded twice', async () => {
  cloud.answer(listVillages, { founded: true, villages: [listed] });
  render(<FoundPage />);
  await screen.findByText('本镇已经开通了。');
  expect(screen.queryByText('开通')).toBeNull();
});
