import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listShops } from '../../../src/contracts/exchange';
import {
  acceptInvitation,
  invitePerson,
  listInvitations,
  renewInvitation,
  withdrawOfficeAct,
} from '../../../src/contracts/offices';
import { listVillages, whoAmI } from '../../../src/contracts/people';
import { readPhoneNumber } from '../../../src/contracts/wechat';
import InvitedPage from '../../../src/packages/join/invited/index';
import InvitationsPage from '../../../src/packages/offices/invitations/index';
import InvitePage from '../../../src/packages/offices/invite/index';
import MePage from '../../../src/pages/me/index';
import { cloud, phone } from '../set-up';

const officeActId = '01JDBX0000000000000000000A';
const village = { villageId: 'v03', name: '示例三嘎查' };
const administrator = { role: 'town-admin' as const, place: 'town', placeName: '示例镇' };
const invitation = {
  ...{ officeActId, role: 'observer' as const, placeName: '示例镇', name: '乌日娜' },
  ...{ organisation: '旗农牧局', phone: '13900000001', untilDay: '2027-11-01' },
  ...{ code: 'ABCDE12345' as string | null, codeUntilMs: Date.UTC(2026, 10, 20) },
};
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  useSession.setState({ state: 'ready', me: null, roles: [administrator], waitingJoin: null });
  useSession.setState({ village, name: undefined });
});

test('the town enters whom it invites; what is missing is said at once', async () => {
  cloud.answer(invitePerson, { officeActId, state: 'proposed' });
  render(<InvitePage />);
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(screen.getByText('还有没填好的,请看红字。')).toBeTruthy();
  expect(screen.getByText('姓名要填。')).toBeTruthy();
  expect(screen.getByText('单位要填。')).toBeTruthy();
  expect(screen.getByText('手机号是 1 开头的 11 位数字。')).toBeTruthy();
  fireEvent.click(screen.getByText('合作商户'));
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(screen.getByText('请选哪个超市。')).toBeTruthy();
  fireEvent.click(screen.getByText('会计'));
  type('姓名', '乌日娜');
  type('单位', '旗农牧局');
  type('手机号', '139 0000 0001');
  type('写在哪里', '派驻函');
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(await screen.findByText(/要另一位镇管理员确认/)).toBeTruthy();
  expect(cloud.of(invitePerson)[0]?.input).toMatchObject({
    ...{ role: 'accountant', place: 'town', name: '乌日娜', organisation: '旗农牧局' },
    ...{ phone: '13900000001', cites: '派驻函' },
  });
});

test('who invites a merchant and looks at no village chooses one first', async () => {
  useSession.setState({ village: null });
  cloud.answer(listVillages, {
    ...{ founded: true, villages: [{ ...village, townName: '示例镇', sample: false }] },
  });
  const shop = { shopId: 's03', name: '示例超市', kind: 'own' as const, address: '', hours: '' };
  cloud.answer(listShops, { shops: [{ ...shop, villageNames: [village.name] }] });
  cloud.answer(invitePerson, { officeActId, state: 'proposed' });
  render(<InvitePage />);
  fireEvent.click(screen.getByText('合作商户'));
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(screen.getByText('先选嘎查村,再选哪个超市。')).toBeTruthy();
  fireEvent.click(await screen.findByText('示例三嘎查'));
  fireEvent.click(await screen.findByText('示例超市'));
  type('姓名', '乌日娜');
  type('单位', '示例商行');
  type('手机号', '13900000001');
  type('写在哪里', '合作协议');
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(await screen.findByText(/要另一位镇管理员确认/)).toBeTruthy();
  expect(cloud.of(invitePerson)[0]?.input).toMatchObject({ role: 'merchant', place: 's03' });
});

test('the code is shown when asked for; a new one is made; it is taken back', async () => {
  cloud.answer(listInvitations, { invitations: [invitation] });
  cloud.answer(renewInvitation, { officeActId, codeUntilMs: 1 });
  cloud.answer(withdrawOfficeAct, { officeActId });
  render(<InvitationsPage />);
  expect(await screen.findByText('乌日娜(旗农牧局),旗里观察员')).toBeTruthy();
  expect(screen.queryByText('ABCDE 12345')).toBeNull();
  fireEvent.click(screen.getByText('给本人看码'));
  expect(screen.getByText('ABCDE 12345')).toBeTruthy();
  fireEvent.click(screen.getByText('换一个码'));
  await waitFor(() => expect(cloud.of(renewInvitation)).toHaveLength(1));
  cloud.answer(listInvitations, { invitations: [] });
  fireEvent.click(screen.getByText('撤回'));
  const sheet = within(screen.getByRole('dialog'));
  fireEvent.click(sheet.getByRole('button', { name: '撤回' }));
  expect(await screen.findByText('没有等着用的邀请码。')).toBeTruthy();
});

test('a code that is over is not shown', async () => {
  cloud.answer(listInvitations, { invitations: [{ ...invitation, code: null }] });
  render(<InvitationsPage />);
  expect(await screen.findByText('码过期了,换一个新码')).toBeTruthy();
  expect(screen.queryByText('给本人看码')).toBeNull();
});

test('whoever is no administrator is told who invites', () => {
  useSession.setState({ roles: [] });
  render(<InvitationsPage />);
  expect(screen.getByText(/邀请由镇管理员来登记。您有邀请码/)).toBeTruthy();
  render(<InvitePage />);
  expect(screen.getByText('邀请由镇管理员来登记。')).toBeTruthy();
});

test('whoever is invited types the code as read, and taps once for the number', async () => {
  const nobody = { reminders: [], proxy: null, me: null, waitingJoin: null };
  cloud.answer(whoAmI, { ...nobody, roles: [] });
  cloud.answer(readPhoneNumber, {
    ...{ phoneToken: 'token', validUntilMs: 1, phoneMasked: '139****0001' },
  });
  cloud.answer(acceptInvitation, { role: 'observer', untilDay: '2027-11-01' });
  render(<InvitedPage />);
  type('或者输邀请码', 'abc');
  fireEvent.click(screen.getByText('用微信手机号核对'));
  expect(await screen.findByText(/邀请码是 10 个字母和数字/)).toBeTruthy();
  expect(cloud.of(readPhoneNumber)).toEqual([]);
  type('或者输邀请码', 'abcde-1234O');
  fireEvent.click(screen.getByText('用微信手机号核对'));
  expect(await screen.findByText('您现在是旗里观察员,到2027年11月1日为止。')).toBeTruthy();
  expect(cloud.of(acceptInvitation)[0]?.input).toEqual({
    ...{ invitationCode: 'ABCDE12340', phoneToken: 'token' },
  });
});

test('我的 says who they are, until when, what that opens, and nothing they cannot do', async () => {
  const seat = { ...administrator, untilDay: '2027-11-01' };
  const carrier = { ...seat, role: 'carrier' as const };
  useSession.setState({ name: '乌日娜', roles: [{ ...seat, role: 'observer' }, carrier] });
  render(<MePage />);
  expect(await screen.findByText('乌日娜 旗里观察员')).toBeTruthy();
  expect(screen.getAllByText('示例镇,到2027年11月1日为止')).toHaveLength(2);
  expect(screen.getByText(/送货还没有开/)).toBeTruthy();
  expect(screen.queryByText('加入本村')).toBeNull();
  expect(screen.queryByText('超期没办')).toBeNull();
  fireEvent.click(screen.getByText('全镇'));
  expect(phone.log.at(-1)).toContain('packages/town/overview/index');
  fireEvent.click(await screen.findByText('我有邀请码'));
  expect(phone.log.at(-1)).toContain('packages/join/invited/index');
});
