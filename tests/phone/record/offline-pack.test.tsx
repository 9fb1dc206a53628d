import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { forgetMe } from '../../../src/client/forget-me';
import * as held from '../../../src/client/kept-pack';
import * as pack from '../../../src/client/offline-pack';
import { useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import { findHouseholds, listHouseholdNames } from '../../../src/contracts/people';
import { listItems, listUses, readAllowance } from '../../../src/contracts/scheme';
import RecordPage from '../../../src/packages/record/record/index';
import { madeHouseholdId } from '../../support/household-ids';
import { isOff } from '../is-off';
import { me, scheme } from '../samples';
import { cloud, phone, texts } from '../set-up';

const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const householdId = madeHouseholdId('v03', 9);
const ninth = { householdId, householdNumber: 9, headName: '王五', memberCount: 2 };
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const use = { householdId, itemId: 'public-work', day, points: 10 };
const about = () => held.useOfflinePack.getState().about;
const dayMs = 86_400_000;

beforeEach(async () => {
  await held.dropPack();
  cloud.answer(listHouseholdNames, { households: [ninth], members: [], next: null });
  cloud.answer(listUses, { uses: [use], next: null });
  cloud.answer(listItems, scheme);
  useOutbox.setState({ items: [] });
  useSession.setState({ state: 'ready', me, roles: [cadre], proxy: null, village: null });
});

afterEach(() => jest.restoreAllMocks());

const later = (ms: number) => {
  const nowMs = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(nowMs + ms);
};

async function chooseWork(): Promise<void> {
  fireEvent.change(screen.getByLabelText('或输户号、姓名'), { target: { value: '9' } });
  fireEvent.click(screen.getByText('找'));
  fireEvent.click(await screen.findByText('9号户 王五'));
  fireEvent.click(await screen.findByText('乡村产业发展'));
  fireEvent.click(await screen.findByText('无偿出工'));
}

test('it says how much it is and how old, and is had anew by a tap', async () => {
  render(<RecordPage />);
  expect(await screen.findByText(/^1 户 · 1 KB · 今天 \d\d:\d\d 存的。存 7 天。$/)).toBeTruthy();
  cloud.answer(listHouseholdNames, {
    households: [ninth, { ...ninth, householdId: madeHouseholdId('v03', 10) }],
    members: [],
    next: null,
  });
  fireEvent.click(screen.getByText('没网时用的户册'));
  expect(await screen.findByText(/^2 户 · /)).toBeTruthy();
  cloud.online = false;
  fireEvent.click(screen.getByText('没网时用的户册'));
  expect(await screen.findByText('现在连不上网。请到信号好的地方再试。')).toBeTruthy();
  expect(screen.getByText(/^2 户 · /)).toBeTruthy();
});

test('without network the caps are counted as in the cloud, with what waits here', async () => {
  const { unmount } = render(<RecordPage />);
  await screen.findByText(/存的。存 7 天/);
  unmount();
  cloud.online = false;
  const page = render(<RecordPage />);
  await chooseWork();
  expect(await screen.findByText('10 分:荣誉分 10,兑换分 2')).toBeTruthy();
  expect(
    screen.getByText(/按本机.*存的算,交上去时再算一遍:.*最多 12 分兑换分,已有 10 分/),
  ).toBeTruthy();
  // It may be old: the cloud decides, and a deed is not lost for it.
  const send = screen.getByRole('button', { name: '记 10 分' });
  expect(isOff(send)).toBe(false);
  fireEvent.click(send);
  await waitFor(() => expect(useOutbox.getState().items).toHaveLength(1));
  page.unmount();
  render(<RecordPage />);
  await chooseWork();
  expect(await screen.findByText('10 分:只加荣誉分 10')).toBeTruthy();
});

test('with network the cloud is asked', async () => {
  cloud.answer(readAllowance, { pointsLeft: 7, because: '一季最多 12 分。', sameDay: 0 });
  cloud.answer(findHouseholds, {
    households: [
      { householdId, householdNumber: 9, householdName: '王五', matchedName: null, memberCount: 2 },
    ],
    more: false,
  });
  render(<RecordPage />);
  await screen.findByText(/存的。存 7 天/);
  await chooseWork();
  expect(await screen.findByText('10 分:荣誉分 10,兑换分 7')).toBeTruthy();
  expect(screen.queryByText(/按本机/)).toBeNull();
});

test('it is asked for anew after half a day, and comes in pages', async () => {
  cloud.answer(listUses, ({ after }) => ({ uses: [use], next: after ? null : '9' }));
  await pack.keepPack('v03');
  await pack.keepPack('v03');
  expect(cloud.of(listUses).map(({ input }) => input.after)).toEqual([undefined, '9']);
  expect((await pack.readPack('v03'))?.uses).toEqual([use, use]);
  expect(await pack.readPack('v04')).toBeNull();
  later(13 * 3_600_000);
  await pack.keepPack('v03');
  expect(cloud.of(listUses)).toHaveLength(4);
});

test('it goes after a week, with the office, and with whoever is erased', async () => {
  const isGone = () => about() === null && texts.kept.size === 0;
  await pack.updatePack('v03');
  await held.dropPackUnlessOfCommittee([cadre]);
  await held.dropOldPack();
  expect(isGone()).toBe(false);
  await held.dropPackUnlessOfCommittee([{ ...cadre, place: 'v04' }]);
  expect(isGone()).toBe(true);
  await pack.updatePack('v03');
  await forgetMe();
  expect(isGone()).toBe(true);
  await pack.updatePack('v03');
  later(6 * dayMs);
  await held.dropOldPack();
  expect(isGone()).toBe(false);
  later(2 * dayMs);
  expect(await pack.readPack('v03')).toBeNull();
  await held.dropOldPack();
  expect(isGone()).toBe(true);
});

test('at most a megabyte: first the caps are left out, then it says so', async () => {
  const many = Array.from({ length: 2000 }, () => ({ ...use, householdId }));
  const nexts = ['1', '2', '3', '4', '5', null];
  cloud.answer(listUses, ({ after }) => ({ uses: many, next: nexts[Number(after ?? 0)] ?? null }));
  render(<RecordPage />);
  expect(await screen.findByText(/没网时看不到兑换分还剩多少/)).toBeTruthy();
  expect((await pack.readPack('v03'))?.uses).toBeNull();
  expect(texts.kept.get('offline-pack.json')?.length).toBeLessThan(1_000_000);
  const longNames = Array.from({ length: 200 }, (_, at) => ({
    ...ninth,
    householdId: madeHouseholdId('v03', at + 1),
    headName: '长'.repeat(2000),
  }));
  cloud.answer(listHouseholdNames, { households: longNames, members: [], next: null });
  expect(await act(() => pack.updatePack('v03'))).toMatchObject({ code: 'pack-too-large' });
});

test('a full phone says that nothing was kept, and half of it is not', async () => {
  texts.full = true;
  expect(await pack.updatePack('v03')).toMatchObject({ code: 'phone-full' });
  expect(about()).toBeNull();
  texts.full = false;
  phone.full = true;
  expect(await pack.updatePack('v03')).toMatchObject({ code: 'phone-full' });
  expect(texts.kept.size).toBe(0);
});
