import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { askReminders, type Reminder, remindersFor } from '../../../src/client/ask-reminders';
import { useSession } from '../../../src/client/session';
import { useToday } from '../../../src/client/today';
import { RemindMe } from '../../../src/components/remind-me';
import type { ValueOf } from '../../../src/contracts/contract';
import { addTickets, type TemplateName, templateName } from '../../../src/contracts/messages';
import type { Role, whoAmI } from '../../../src/contracts/people';
import { whoAmI as whoAmIContract } from '../../../src/contracts/people';
import { objectToRecord, readRecord } from '../../../src/contracts/records';
import JoinPage from '../../../src/packages/join/index';
import DetailPage from '../../../src/packages/record/detail/index';
import { RecordedCard } from '../../../src/packages/record/record/recorded-card';
import MePage from '../../../src/pages/me/index';
import { me, recordId, recordLine } from '../samples';
import { cloud, phone } from '../set-up';

const reminder = (template: TemplateName, left = 0): Reminder => ({
  ...{ template, templateId: `id-of-${template}`, left },
});
const all = templateName.options.map((name) => reminder(name));
const held = (role: Role) => ({ role, place: 'v03', placeName: '示例三嘎查' });
const asked = () => phone.log.filter((line) => line.startsWith('requestSubscribeMessage'));

beforeEach(() => {
  const session = { state: 'ready' as const, error: null, me, roles: [], waitingJoin: null };
  useSession.setState({ ...session, reminders: all });
  useToday.setState({ cards: [] });
});

test('WeChat asks in the tap; what was let through is told, and how often is shown', async () => {
  phone.reminders = { 'id-of-posted': 'accept', 'id-of-result': 'ban' };
  cloud.answer(addTickets, { reminders: [reminder('posted', 2), reminder('result', 1)] });
  render(<RemindMe title="有结果了提醒我" about={['on-notice', 'posted', 'result']} />);
  fireEvent.click(screen.getByText('有结果了提醒我'));
  expect(await screen.findByText('还能提醒 3 次')).toBeTruthy();
  expect(asked()).toEqual(['requestSubscribeMessage id-of-on-notice id-of-posted id-of-result']);
  expect(cloud.of(addTickets).map(({ input }) => input)).toEqual([{ accepted: ['posted'] }]);
});

test.each([
  ['said no', { 'id-of-result': 'reject' }],
  ['banned', { 'id-of-result': 'ban' }],
  ['has them off', null],
])('whoever %s hears one calm sentence, and the cloud nothing', async (_why, answers) => {
  phone.reminders = answers;
  render(<RemindMe title="有结果了提醒我" about={['result']} />);
  fireEvent.click(screen.getByText('有结果了提醒我'));
  expect(await screen.findByText('这次没有加上提醒,不影响办事。')).toBeTruthy();
  expect(cloud.of(addTickets)).toEqual([]);
});

test('what the cloud could not take is said; another tap may ask again', async () => {
  phone.reminders = { 'id-of-result': 'accept' };
  cloud.refuse(addTickets, 'no-reminder-added', '提醒没有加上:每样最多存 20 次,用掉了再加。');
  render(<RemindMe title="有结果了提醒我" about={['result']} />);
  fireEvent.click(screen.getByText('有结果了提醒我'));
  expect(await screen.findByText(/每样最多存 20 次/)).toBeTruthy();
  cloud.answer(addTickets, { reminders: [reminder('result', 1)] });
  fireEvent.click(screen.getByText('有结果了提醒我'));
  expect(await screen.findByText('还能提醒 1 次')).toBeTruthy();
});

test('outside a tap WeChat does not ask, and of more than three it is asked of three', async () => {
  phone.reminders = { 'id-of-result': 'accept' };
  expect(await askReminders([reminder('result')])).toBe('这次没有加上提醒,不影响办事。');
  expect(cloud.of(addTickets)).toEqual([]);
  expect(remindersFor(all, templateName.options)).toHaveLength(3);
});

test('a town without templates, and a browser, show nothing', () => {
  useSession.setState({ reminders: [] });
  render(<RemindMe title="有结果了提醒我" about={['result']} />);
  expect(screen.queryByText('有结果了提醒我')).toBeNull();
  const { TARO_ENV } = process.env;
  process.env.TARO_ENV = 'h5';
  expect(remindersFor(all, ['result'])).toEqual([]);
  process.env.TARO_ENV = TARO_ENV ?? '';
});

test('我的 offers it to whoever has work, not to whoever only lives here', () => {
  useSession.setState({ roles: [held('resident')] });
  const { unmount } = render(<MePage />);
  expect(screen.queryByText('有事要办时提醒我')).toBeNull();
  unmount();
  useSession.setState({ roles: [held('resident'), held('panel')] });
  render(<MePage />);
  expect(screen.getByText('有事要办时提醒我')).toBeTruthy();
});

type Full = ValueOf<typeof readRecord>;
const full = (part: Parameters<typeof recordLine>[0], offered: Full['offered'] = []): Full => ({
  ...{ record: recordLine(part), note: null, location: null, units: null, levelName: null },
  ...{
    photos: [],
    photosHidden: false,
    sameDay: 0,
    answer: null,
    schemeVersion: 1,
    standardText: '一次 3 分',
  },
  ...{ timeline: [], offered },
});

test('a deed that is under way offers it to its household, an ended one to nobody', async () => {
  phone.params = { recordId };
  cloud.answer(readRecord, full({}));
  const { unmount } = render(<DetailPage />);
  expect(await screen.findByText('有结果了提醒我')).toBeTruthy();
  unmount();
  for (const other of [{ householdNumber: 9 }, { state: 'posted' as const }]) {
    cloud.answer(readRecord, full(other));
    const page = render(<DetailPage />);
    await screen.findByText('清理草场垃圾');
    expect(screen.queryByText('有结果了提醒我')).toBeNull();
    page.unmount();
  }
});

test('whoever has objected is offered to hear the answer', async () => {
  phone.params = { recordId };
  const offered = [{ action: 'object-to-record', label: '提出异议' }];
  cloud.answer(readRecord, full({ householdNumber: 9, state: 'on-notice' }, offered as never));
  cloud.answer(objectToRecord, { recordId, state: 'objected' });
  render(<DetailPage />);
  fireEvent.click(await screen.findByText('提出异议'));
  fireEvent.click(await screen.findByText('没有这件事'));
  expect(screen.queryByText('有答复了提醒我')).toBeNull();
  fireEvent.click(within(screen.getByRole('dialog')).getByText('提出异议'));
  expect(await screen.findByText('有答复了提醒我')).toBeTruthy();
});

test('whoever waits to be let in, and whoever has recorded, are offered it', async () => {
  render(<RecordedCard recorded={{ label: 'x', sent: { state: 'in', recordId } }} />);
  expect(screen.getByText('没通过就提醒我')).toBeTruthy();
  const waiting = { villageName: '示例三嘎查', householdNumber: 3, askedAtMs: 0 };
  const value = { me: null, roles: [], waitingJoin: waiting, reminders: all, proxy: null };
  cloud.answer(whoAmIContract, value as unknown as ValueOf<typeof whoAmI>);
  useSession.setState({ me: null, waitingJoin: waiting as never });
  render(<JoinPage />);
  await waitFor(() => expect(screen.getByText('有结果了提醒我')).toBeTruthy());
  await act(async () => {});
});
