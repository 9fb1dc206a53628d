import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useFoundItem } from '../../../src/client/found-item';
import { keepScheme } from '../../../src/client/kept-scheme';
import { useSession } from '../../../src/client/session';
import { listMatters } from '../../../src/contracts/lists';
import { listItems, readAllowance } from '../../../src/contracts/scheme';
import { listWords } from '../../../src/contracts/search';
import FindPage from '../../../src/packages/find/index';
import DeclarePage from '../../../src/packages/record/declare/index';
import { me, scheme } from '../samples';
import { cloud, phone } from '../set-up';

const village = { villageId: 'v03', name: '示例三嘎查' };
const line = { category: '土地草场', version: 1, list: 'self-governance' as const };
const homestead = { ...line, key: 'homestead', name: '宅基地申请' };
const ownMatter = { ...line, key: 'camel-race', name: '骆驼比赛报名' };

const ask = (text: string) =>
  act(async () => void fireEvent.change(screen.getByRole('textbox'), { target: { value: text } }));
const tap = (name: RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const first = () => document.querySelector('.line-title')?.textContent;

beforeEach(() => {
  phone.path = '/packages/find/index';
  useSession.setState({ state: 'ready', me, roles: [], village, waitingJoin: null });
  useFoundItem.setState({ itemId: null });
  cloud.answer(listMatters, {
    counts: [],
    wallVersion: 1,
    matters: [homestead, ownMatter],
  });
  cloud.answer(listWords, { entries: [] });
});

test.each([
  ['盖房', '宅基地申请', 'navigateTo /packages/matters/matter/index?villageId=v03&key=homestead'],
  ['我妈还活着的证明', '健在证明', 'navigateTo /packages/matters/certificates/index?key=alive'],
  ['换洗衣粉', '洗衣粉1.5kg', 'switchTab /pages/shop/index'],
  [
    '骆驼比赛',
    '骆驼比赛报名',
    'navigateTo /packages/matters/matter/index?villageId=v03&key=camel-race',
  ],
  ['种树', '植树治沙', 'navigateTo /packages/record/declare/index'],
  ['我有多少分', '我的积分', 'switchTab /pages/points/index'],
])('%s opens %s', async (phrase, name, opened) => {
  render(<FindPage />);
  await waitFor(() => expect(cloud.of(listMatters)).toHaveLength(1));
  await ask(phrase);
  expect(first()).toBe(name);
  await tap(new RegExp(`^${name}`));
  expect(phone.log).toEqual([opened]);
});

test('a matter that this village does not have is not found', async () => {
  render(<FindPage />);
  await waitFor(() => expect(cloud.of(listMatters)).toHaveLength(1));
  await ask('吃低保');
  expect(screen.queryByText('低保申请')).toBeNull();
});

test('what a village says for a thing leads there, also without network later', async () => {
  const words = ['圈地皮', '起屋/'];
  cloud.answer(listWords, { entries: [{ kind: 'matter', id: 'homestead', words }] });
  const { unmount } = render(<FindPage />);
  await waitFor(() => expect(cloud.of(listWords)).toHaveLength(1));
  await ask('我想圈地皮');
  expect(first()).toBe('宅基地申请');
  unmount();
  cloud.refuse(listWords, 'busy', '现在忙。');
  render(<FindPage />);
  await ask('起屋');
  expect(first()).toBe('宅基地申请');
});

test('without network the book of the phone answers', async () => {
  cloud.refuse(listMatters, 'busy', '现在忙。');
  render(<FindPage />);
  await ask('吃低保');
  expect(first()).toBe('低保申请');
});

test('what is not known is said, with the nearest and whom to ask, no promise', async () => {
  render(<FindPage />);
  await ask('手机充不上电');
  screen.getByText(/^没找到“手机充不上电”。最接近的是这几个/);
  expect(document.querySelectorAll('.line-title').length).toBe(3 + 2);
  screen.getByText('问村里');
  screen.getByText('打 12345');
  expect(document.body.textContent).not.toContain('可能');
});

test('what was done goes into the form that asked', async () => {
  phone.params = { view: 'items', villageId: 'v03' };
  keepScheme('v03', scheme);
  const { unmount } = render(<FindPage />);
  await ask('草场上的垃圾');
  expect(first()).toBe('清理草场垃圾');
  await tap(/^清理草场垃圾/);
  unmount();
  phone.params = {};
  cloud.answer(listItems, scheme);
  cloud.answer(readAllowance, { pointsLeft: 12, because: '一季最多 12 分。', sameDay: 0 });
  render(<DeclarePage />);
  await screen.findByRole('button', { name: '申报 3 分' });
  expect(useFoundItem.getState().itemId).toBeNull();
});

test('an item that one may not put forward is said, once', async () => {
  useFoundItem.getState().find('attend-village-meeting');
  cloud.answer(listItems, scheme);
  const { unmount } = render(<DeclarePage />);
  await screen.findByText(/刚才找的那一项不在这里记/);
  unmount();
  render(<DeclarePage />);
  await screen.findByText('全部类别');
  expect(screen.queryByText(/刚才找的那一项/)).toBeNull();
});
