import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useDrafts } from '../../../src/client/drafts';
import { useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import { listHouseholdNames } from '../../../src/contracts/people';
import { listRecords, readRecord, withdrawRecord } from '../../../src/contracts/records';
import { listItems } from '../../../src/contracts/scheme';
import DetailPage from '../../../src/packages/record/detail/index';
import MinePage from '../../../src/packages/record/mine/index';
import RecordPage from '../../../src/packages/record/record/index';
import { me, recordId, recordLine, scheme } from '../samples';
import { cloud, phone } from '../set-up';

const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const today = recordLine({ recordedAtMs: Date.now() });
const full = {
  ...{ record: today, note: null, location: null, units: null, levelName: null },
  ...{
    photos: [],
    photosHidden: false,
    sameDay: 0,
    answer: null,
    schemeVersion: 1,
    standardText: '每次 3 分',
    timeline: [],
  },
  offered: [{ action: 'withdraw-record', label: '撤回' }],
};

beforeEach(() => {
  useDrafts.setState({ drafts: [] });
  useOutbox.setState({ items: [] });
  cloud.answer(listItems, scheme);
  cloud.answer(listHouseholdNames, { households: [], members: [], next: null });
  cloud.answer(readRecord, full);
  useSession.setState({ state: 'ready', me, roles: [cadre], proxy: null, village: null });
});

test('what one recorded today, where it stands; what was refused is recorded anew', async () => {
  const old = { recordId: '01JDBX0000000000000000000B', recordedAtMs: Date.now() - 2 * 86_400_000 };
  const refused = recordLine({
    ...{ recordId: '01JDBX0000000000000000000C', state: 'refused-at-check' as const },
    ...{ stateLabel: '核对没通过', recordedAtMs: Date.now(), householdNumber: 9 },
  });
  const records = [today, refused, recordLine({ ...old, householdNumber: 5 })];
  cloud.answer(listRecords, { records, more: true, next: 'x' });
  const recording = render(<RecordPage />);
  fireEvent.click(await screen.findByText('今天记的'));
  const here = '/packages/record/mine/index?villageId=v03';
  await waitFor(() => expect(phone.log).toEqual([`navigateTo ${here}`]));
  recording.unmount();
  phone.params = { villageId: 'v03' };
  render(<MinePage />);
  expect(await screen.findByText('17号户 张*')).toBeTruthy();
  expect(screen.getByText('等核对')).toBeTruthy();
  expect(screen.queryByText('5号户 张*')).toBeNull();
  // An older one ends the day: there is nothing more to ask for.
  expect(screen.queryByText('看今天更早的')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '改好再记' }));
  const again = `recordId=${refused.recordId}&villageId=v03`;
  await waitFor(() => {
    expect(phone.log.at(-1)).toBe(`navigateTo /packages/record/record/index?${again}`);
  });
});

test('a record that was refused opens with its household, item and day', async () => {
  phone.params = { recordId, villageId: 'v03' };
  const next = '核对没通过,没有记分。原因:日子不对。';
  const record = { ...today, itemId: 'public-work', state: 'refused-at-check' as const, next };
  cloud.answer(readRecord, { ...full, record: { ...record, householdNumber: 9 }, units: 2 });
  render(<RecordPage />);
  expect(await screen.findByText('9号户 张*')).toBeTruthy();
  expect(screen.getByText(/原因:日子不对/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '记 20 分' })).toBeTruthy();
});

test('after sending: what happens next, another one, and a small way to take it back', async () => {
  phone.params = { recordId, sent: 'yes' };
  cloud.answer(withdrawRecord, { recordId, state: 'withdrawn' });
  render(<DetailPage />);
  expect((await screen.findAllByText('等嘎查村核对,最晚 11月27日。')).length).toBeGreaterThan(0);
  const back = screen.getByRole('button', { name: '撤回' });
  expect(back.className).not.toContain('button');
  fireEvent.click(back);
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回' }));
  await waitFor(() => expect(cloud.of(withdrawRecord)).toHaveLength(1));
  fireEvent.click(screen.getByRole('button', { name: '再报一件' }));
  await waitFor(() => expect(phone.log).toEqual(['redirectTo /packages/record/declare/index']));
});
