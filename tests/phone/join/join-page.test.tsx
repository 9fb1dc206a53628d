import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { findMyLine, join, listVillages, readVillage, whoAmI } from '../../../src/contracts/people';
import { readPhoneNumber } from '../../../src/contracts/wechat';
import JoinPage from '../../../src/packages/join/index';
import { me } from '../samples';
import { cloud, phone, phoneButton } from '../set-up';

const village = { villageId: 'v03', name: '示例三嘎查', townName: '示例镇', sample: true };
const line = {
  villageId: 'v03',
  villageName: village.name,
  householdNumber: 22,
  maskedName: '包*',
};
const proven = { phoneToken: 'token', phoneMasked: '138****0000', validUntilMs: 1 };
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  phone.path = '/packages/join/index';
  phone.params = { villageId: 'v03' };
  const nobody = { me: null, roles: [], waitingJoin: null };
  useSession.setState({ state: 'ready', error: null, village: null, ...nobody });
  cloud.answer(whoAmI, { ...nobody, reminders: [], proxy: null });
  cloud.answer(readVillage, village);
  cloud.answer(listVillages, { founded: true, villages: [village] });
  cloud.answer(readPhoneNumber, proven);
});

async function askByPhone(lines: (typeof line)[]): Promise<void> {
  cloud.answer(findMyLine, { lines });
  render(<JoinPage />);
  await screen.findByText(village.name);
  tap('用微信手机号加入');
}

test('one tap for the number, one for the question', async () => {
  await askByPhone([line]);
  await screen.findByText(/您是 22号户 包\* 吗/);
  expect(cloud.of(findMyLine)).toMatchObject([{ input: { phoneToken: 'token' } }]);
  cloud.answer(join, { state: 'joined' });
  cloud.answer(whoAmI, { me, roles: [], waitingJoin: null, reminders: [], proxy: null });
  tap('是,加入');
  await screen.findByText(/您已加入/);
  const { villageId, householdNumber } = line;
  const input = { villageId, householdNumber, phoneToken: 'token', namesShown: false };
  expect(cloud.of(join)).toMatchObject([{ input }]);
  expect(cloud.of(join)[0]?.input).not.toHaveProperty('name');
});

test('where no village is known yet the number still comes first', async () => {
  phone.params = {};
  await askByPhone([line]);
  await screen.findByText(/您是 22号户/);
});

test('who is somebody else fills in the form', async () => {
  await askByPhone([line]);
  await screen.findByText(/您是 22号户/);
  tap('不是我');
  await screen.findByLabelText('户号');
  expect(cloud.of(join)).toEqual([]);
});

test('a family that shares the phone is asked once, and then for the name', async () => {
  await askByPhone([line, { ...line, maskedName: '白*' }, { ...line, householdNumber: 23 }]);
  await screen.findByText(/您是 22号户 包\*、白\* 中的一位吗/);
  await screen.findByText(/您是 23号户 包\* 吗/);
  tap('是,填姓名加入');
  await screen.findByText(/几个人登记了这个手机号/);
  expect(screen.getByLabelText<HTMLInputElement>('户号').value).toBe('22');
  type('您的姓名', '包小花');
  expect(screen.queryByText(/几个人登记了这个手机号/)).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: '同意村里核对' }));
  cloud.answer(join, { state: 'joined' });
  tap('加入');
  await waitFor(() =>
    expect(cloud.of(join)).toMatchObject([{ input: { name: '包小花', phoneToken: 'token' } }]),
  );
});

test('a number in no line opens the form, and is no proof there', async () => {
  await askByPhone([]);
  await screen.findByText(/户册里没有这个手机号/);
  type('户号', '22');
  type('您的姓名', '包小花');
  fireEvent.click(screen.getByRole('checkbox', { name: '同意村里核对' }));
  cloud.answer(join, { state: 'waiting' });
  tap('加入');
  await waitFor(() => expect(cloud.of(join)).toHaveLength(1));
  expect(cloud.of(join)[0]?.input).not.toHaveProperty('phoneToken');
});

test.each([
  ['a foreign number', () => cloud.refuse(readPhoneNumber, 'phone-not-chinese', '不是 +86 的。')],
  ['a number of many', () => cloud.refuse(findMyLine, 'phone-of-many', '好多人登记了。')],
  ['no consent', () => phoneButton.gives(null)],
])('%s is told, and the form opens', async (_what, goesWrong) => {
  cloud.answer(findMyLine, { lines: [] });
  goesWrong();
  render(<JoinPage />);
  await screen.findByText(village.name);
  tap('用微信手机号加入');
  await screen.findByRole('alert');
  await screen.findByLabelText('户号');
});

test('without network the button is what one taps again', async () => {
  render(<JoinPage />);
  await screen.findByText(village.name);
  cloud.online = false;
  tap('用微信手机号加入');
  await screen.findByRole('alert');
  expect(screen.queryByLabelText('户号')).toBeNull();
});

test('a proof that grew old leads back to the button', async () => {
  await askByPhone([line]);
  await screen.findByText(/您是 22号户/);
  cloud.refuse(join, 'phone-token-stale', '手机号核对已经过时。');
  tap('是,加入');
  await screen.findByText('手机号核对已经过时。');
  screen.getByRole('button', { name: '用微信手机号加入' });
});

test('what is missing stands at its field and goes when it is corrected', async () => {
  render(<JoinPage />);
  await screen.findByText(village.name);
  tap('填户号和姓名');
  tap('加入');
  const missing = [/^户号要填/, /^姓名要填/, /勾选“同意村里核对”/];
  for (const each of missing) screen.getByText(each);
  expect(screen.queryByRole('alert')).toBeNull();
  type('户号', '2');
  expect(screen.queryByText(/^户号要填/)).toBeNull();
  screen.getByText(/^姓名要填/);
  type('您的姓名', '包');
  fireEvent.click(screen.getByRole('checkbox', { name: '同意村里核对' }));
  for (const each of missing) expect(screen.queryByText(each)).toBeNull();
  expect(cloud.of(join)).toEqual([]);
});
