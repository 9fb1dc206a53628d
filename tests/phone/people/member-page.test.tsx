import { fireEvent, render, screen, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { eraseMember, listVillages, unlinkMember } from '../../../src/contracts/people';
import MemberPage from '../../../src/packages/people/member/index';
import { cloud, phone } from '../set-up';

const village = { villageId: 'v03', name: '示例三嘎查', townName: '示例镇', sample: true };
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const line = { villageId: 'v03', householdNumber: 22, name: '试户二十二' };

beforeEach(() => {
  phone.path = '/packages/people/member/index';
  const role = { role: 'town-admin' as const, place: 'town', placeName: '示例镇' };
  useSession.setState({ state: 'ready', me: null, roles: [role], waitingJoin: null });
  cloud.answer(listVillages, { founded: true, villages: [village] });
});

async function fill(): Promise<void> {
  render(<MemberPage />);
  fireEvent.click(await screen.findByText('示例三嘎查'));
  fireEvent.input(screen.getByLabelText('户号'), { target: { value: '22' } });
  fireEvent.input(screen.getByLabelText('姓名'), { target: { value: line.name } });
}

test('a lost phone is unlinked after it was said what ends and how one comes back', async () => {
  cloud.answer(unlinkMember, { memberId: 'A' });
  await fill();
  fireEvent.click(screen.getByRole('button', { name: '解除这个人的手机' }));
  screen.getByText(/积分、记录都不变/);
  expect(cloud.of(unlinkMember)).toEqual([]);
  fireEvent.click(inSheet('解除手机'));
  await screen.findByText(/22号户 试户二十二的手机解除了。再用这个名字加入,要村里两个人同意。/);
  expect(cloud.of(unlinkMember)[0]?.input).toEqual(line);
});

test('somebody without a phone is erased; what is refused is said where one asked', async () => {
  cloud.refuse(eraseMember, 'member-not-found', '这一户里没有这个姓名。');
  await fill();
  fireEvent.click(screen.getByRole('button', { name: '删除这个人的信息' }));
  fireEvent.click(inSheet('删除'));
  await screen.findByText('这一户里没有这个姓名。');
  cloud.answer(eraseMember, { restGoesOnDay: '2026-11-24' });
  fireEvent.click(inSheet('删除'));
  await screen.findByText(/信息删了。照片和说明 11月24日 早上以前删完。/);
  expect(cloud.of(eraseMember).at(-1)?.input).toEqual(line);
});

test('without number or name nothing is asked', async () => {
  render(<MemberPage />);
  fireEvent.click(await screen.findByText('示例三嘎查'));
  fireEvent.click(screen.getByRole('button', { name: '解除这个人的手机' }));
  screen.getByText('户号和姓名都要填,照户册写。');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('it is the town’s to do', () => {
  useSession.setState({ roles: [] });
  render(<MemberPage />);
  screen.getByText('手机丢了,或有人冒名加入,由镇里来办。');
});
