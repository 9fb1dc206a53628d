import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useDrafts } from '../../../src/client/drafts';
import { useOutbox } from '../../../src/client/outbox';
import { compareClocks, todayByServer, useServerClock } from '../../../src/client/server-clock';
import { useSession } from '../../../src/client/session';
import { findHouseholds, whoAmI } from '../../../src/contracts/people';
import { declareDeed, readRecord, recordDeed } from '../../../src/contracts/records';
import { listItems, readAllowance } from '../../../src/contracts/scheme';
import { addDays, dayInWords, dayOf } from '../../../src/domain/kernel/time';
import DeclarePage from '../../../src/packages/record/declare/index';
import { clockInWords } from '../../../src/packages/record/form/clock-note';
import RecordPage from '../../../src/packages/record/record/index';
import { madeHouseholdId } from '../../support/household-ids';
import { me, recordId, recordLine, scheme, takenIn } from '../samples';
import { cloud } from '../set-up';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nowMs = Date.UTC(2026, 10, 30, 4);
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };

beforeEach(() => {
  useServerClock.setState({ aheadMs: null });
  useDrafts.setState({ drafts: [] });
  useOutbox.setState({ items: [] });
  cloud.answer(listItems, scheme);
  cloud.answer(readAllowance, { pointsLeft: 40, because: '一季最多 40 分。', sameDay: 0 });
  cloud.answer(declareDeed, takenIn);
  cloud.answer(recordDeed, takenIn);
  useSession.setState({ state: 'ready', me, roles: [cadre], proxy: null, village: null });
});

test.each([
  ['right', 0, 300, 100, 0],
  ['a few minutes ahead', 5 * 60_000, 300, 100, 0],
  ['two days ahead', 2 * dayMs, 300, 100, 2 * dayMs - 100],
  ['an hour behind', -hourMs, 300, 100, 200 - hourMs],
  ['right, and the answer took an hour', 0, hourMs, 100, 0],
])('a clock that is %s', (_what, aheadMs, tookMs, saidAfterMs, known) => {
  const asked = nowMs + aheadMs;
  compareClocks(asked, asked + tookMs, nowMs + saidAfterMs);
  expect(useServerClock.getState().aheadMs).toBe(known);
});

test('what is wrong is said in days, hours or minutes, with the day it is', () => {
  expect(clockInWords(null, nowMs)).toBeNull();
  expect(clockInWords(0, nowMs)).toBeNull();
  expect(clockInWords(2 * dayMs, nowMs)).toMatch(/^这部手机的钟快了 2 天,今天是 11月28日。/);
  expect(clockInWords(-2 * hourMs, nowMs)).toMatch(/^这部手机的钟慢了 2 小时。日子按准的算/);
  expect(clockInWords(15 * 60_000, nowMs)).toMatch(/快了 15 分钟。/);
});

const known = { me, roles: [], waitingJoin: null, reminders: [], proxy: null };

test('the day that is offered is the cloud’s, also where it is known only later', async () => {
  const wrong = dayOf(Date.now());
  const right = addDays(wrong, -2);
  render(<DeclarePage />);
  fireEvent.click(await screen.findByText('乡村产业发展'));
  fireEvent.click(await screen.findByText('无偿出工'));
  cloud.answer(whoAmI, () => ({ ...known, atMs: Date.now() - 2 * dayMs }));
  await act(() => useSession.getState().refresh());
  const words = `今天是 ${dayInWords(right)}。`;
  expect(await screen.findByText(new RegExp(`钟快了 2 天,${words}`))).toBeTruthy();
  expect(todayByServer()).toBe(right);
  fireEvent.click(screen.getByRole('button', { name: '申报 10 分' }));
  await waitFor(() => expect(cloud.of(declareDeed)).toHaveLength(1));
  expect(cloud.of(declareDeed)[0]?.input.day).toBe(right);
});

test('a day that somebody chose stays chosen', async () => {
  render(<DeclarePage />);
  fireEvent.click(await screen.findByText('乡村产业发展'));
  fireEvent.click(await screen.findByText('无偿出工'));
  fireEvent.click(screen.getByText('前天'));
  const chosen = addDays(dayOf(Date.now()), -2);
  cloud.answer(whoAmI, () => ({ ...known, atMs: Date.now() - dayMs }));
  await act(() => useSession.getState().refresh());
  await screen.findByText(/钟快了 24 小时/);
  fireEvent.click(screen.getByRole('button', { name: '申报 10 分' }));
  await waitFor(() => expect(cloud.of(declareDeed)).toHaveLength(1));
  expect(cloud.of(declareDeed)[0]?.input.day).toBe(chosen);
});

test('to the next household go item and day alone, and it says so', async () => {
  const household = (number: number) => ({
    ...{ householdId: madeHouseholdId('v03', number), householdNumber: number },
    ...{ householdName: '王五', matchedName: null, memberCount: 2 },
  });
  cloud.answer(findHouseholds, ({ search }) => ({
    households: [household(Number(search))],
    more: false,
  }));
  cloud.answer(readRecord, {
    ...{ record: recordLine({ recordId }), note: null, location: null, units: null, photos: [] },
    ...{
      levelName: null,
      photosHidden: false,
      sameDay: 0,
      answer: null,
      schemeVersion: 1,
      standardText: '',
      timeline: [],
    },
    offered: [],
  });
  const choose = async (number: number) => {
    fireEvent.change(screen.getByLabelText('或输户号、姓名'), { target: { value: `${number}` } });
    fireEvent.click(screen.getByText('找'));
    fireEvent.click(await screen.findByText(`${number}号户 王五`));
  };
  render(<RecordPage />);
  await choose(9);
  fireEvent.click(await screen.findByText('乡村产业发展'));
  fireEvent.click(await screen.findByText('无偿出工'));
  fireEvent.click(screen.getByLabelText('多一点'));
  fireEvent.click(screen.getByText('昨天'));
  fireEvent.change(screen.getByLabelText('说明'), { target: { value: '北滩' } });
  fireEvent.click(await screen.findByRole('button', { name: '记 20 分' }));
  const same = '照上一户:无偿出工,昨天。数量、照片、说明另填。';
  expect(await screen.findByText(`${same}选下一户。`)).toBeTruthy();
  await choose(12);
  expect(screen.getByText(same)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('说明').value).toBe('');
  fireEvent.click(await screen.findByRole('button', { name: '记 10 分' }));
  await waitFor(() => expect(cloud.of(recordDeed)).toHaveLength(2));
  const [first, second] = cloud.of(recordDeed);
  expect(second?.input).toMatchObject({ units: 1, day: first?.input.day, itemId: 'public-work' });
});
