import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import {
  answerOfficeAct,
  endOffice,
  giveOffice,
  listNamedInRegister,
  listOfficeActs,
  listOffices,
  withdrawOfficeAct,
} from '../../../src/contracts/offices';
import ActsPage from '../../../src/packages/offices/acts/index';
import EndPage from '../../../src/packages/offices/end/index';
import GivePage from '../../../src/packages/offices/give/index';
import { cloud, phone } from '../set-up';

const officeActId = '01JDBX0000000000000000000A';
const village = { villageId: 'v03', name: '示例三嘎查' };
const act = {
  ...{ officeActId, change: 'end' as const, role: 'panel' as const, placeName: village.name },
  ...{ villageName: village.name, name: '包例子', householdNumber: 22 },
  ...{ organisation: null, phone: null },
  ...{ basis: 'resigned' as const, day: '2026-11-02', cites: '辞职报告', untilDay: null },
  ...{ proposedAs: 'cadre' as const, proposedAtMs: 1 },
};
const nothing = { acts: [], own: [], more: false, next: null };
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  const role = { role: 'supervisor' as const, place: 'v03', placeName: village.name };
  useSession.setState({ state: 'ready', me: null, roles: [role], waitingJoin: null, village });
});

test('the second confirms after one question; what it brings about is said before', async () => {
  cloud.answer(listOfficeActs, { ...nothing, acts: [act] });
  cloud.answer(answerOfficeAct, () => {
    cloud.answer(listOfficeActs, nothing);
    return { officeActId, state: 'in-force' as const };
  });
  render(<ActsPage />);
  expect(await screen.findByText('22号户 包例子')).toBeTruthy();
  expect(screen.getByText('不再担任 示例三嘎查评议小组')).toBeTruthy();
  expect(screen.getByText('村委会登记的,等第二个人确认')).toBeTruthy();
  fireEvent.click(screen.getByText('同意'));
  expect(screen.getByText(/同意后马上生效/)).toBeTruthy();
  expect(cloud.of(answerOfficeAct)).toEqual([]);
  fireEvent.click(inSheet('同意,马上生效'));
  expect(await screen.findByText('没有等您确认的任职和离任。')).toBeTruthy();
  expect(cloud.of(answerOfficeAct)[0]?.input).toEqual({ officeActId, accept: true });
});

test('a no wants its reason; one’s own is taken back', async () => {
  const own = { ...act, officeActId: officeActId.replace(/A$/, 'B') };
  cloud.answer(listOfficeActs, { ...nothing, acts: [act], own: [own] });
  cloud.answer(answerOfficeAct, { officeActId, state: 'refused' });
  cloud.answer(withdrawOfficeAct, { officeActId });
  render(<ActsPage />);
  fireEvent.click(await screen.findByText('不同意'));
  fireEvent.click(inSheet('不同意'));
  expect(screen.getByText('请写一句为什么,登记的人才知道怎么改。')).toBeTruthy();
  expect(cloud.of(answerOfficeAct)).toEqual([]);
  type('为什么不同意', '还没有选');
  fireEvent.click(inSheet('不同意'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(answerOfficeAct)[0]?.input).toMatchObject({ accept: false, reason: '还没有选' });
  fireEvent.click(screen.getByText('撤回'));
  fireEvent.click(inSheet('撤回'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(withdrawOfficeAct)).toHaveLength(1);
});

test('one tap on whom the register names fills the form; what is missing is said', async () => {
  phone.path = '/packages/offices/give/index';
  cloud.answer(listNamedInRegister, {
    named: [{ householdNumber: 22, name: '包例子', role: 'panel' }],
    more: false,
  });
  cloud.answer(giveOffice, { officeActId, state: 'proposed' });
  render(<GivePage />);
  fireEvent.click(await screen.findByText('包例子'));
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(screen.getByText(/写在哪里都要填/)).toBeTruthy();
  type('写在哪里', '推选结果公告');
  fireEvent.click(screen.getByText('登记,等另一个人确认'));
  expect(await screen.findByText(/已登记。要另一个人确认才生效/)).toBeTruthy();
  expect(cloud.of(giveOffice)[0]?.input).toMatchObject({
    ...{ villageId: 'v03', householdNumber: 22, name: '包例子', role: 'panel', place: 'v03' },
    ...{ basis: 'elected', cites: '推选结果公告', untilDay: expect.stringMatching(/^20\d\d-/) },
  });
});

test('an office ends by a ground that fits it, and by a paper', async () => {
  phone.path = '/packages/offices/end/index';
  phone.params = { villageId: 'v03', officeId: officeActId };
  const held = {
    ...{ officeId: officeActId, role: 'panel' as const, place: 'v03', placeName: village.name },
    ...{ name: '包例子', sinceDay: '2021-11-02', basis: 'elected' as const, untilDay: null },
    ...{ isOver: false, byOne: false, isOwn: false, organisation: null },
  };
  cloud.answer(listOffices, { villageName: village.name, offices: [held] });
  cloud.answer(endOffice, { officeActId, state: 'proposed' });
  render(<EndPage />);
  expect(await screen.findByText('罢免')).toBeTruthy();
  expect(screen.queryByText('免职')).toBeNull();
  fireEvent.click(screen.getByText('罢免'));
  fireEvent.click(screen.getByText('登记离任,等另一个人确认'));
  expect(screen.getByText('请写清楚在哪次会议、哪份文件里。')).toBeTruthy();
  type('写在哪里', '村民会议决议');
  fireEvent.click(screen.getByText('登记离任,等另一个人确认'));
  expect(await screen.findByText(/已登记。要另一个人确认才生效/)).toBeTruthy();
  expect(cloud.of(endOffice)[0]?.input).toMatchObject({
    ...{ officeId: officeActId, basis: 'recalled', cites: '村民会议决议' },
  });
});
