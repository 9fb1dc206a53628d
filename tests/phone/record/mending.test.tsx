import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useDrafts } from '../../../src/client/drafts';
import { mendOutboxItem } from '../../../src/client/mend-outbox';
import { sendOutbox, useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import { findHouseholds, listHouseholdNames } from '../../../src/contracts/people';
import { declareDeed, recordDeed } from '../../../src/contracts/records';
import { listItems, readAllowance } from '../../../src/contracts/scheme';
import DeclarePage from '../../../src/packages/record/declare/index';
import OutboxPage from '../../../src/packages/record/outbox/index';
import RecordPage from '../../../src/packages/record/record/index';
import { madeHouseholdId } from '../../support/household-ids';
import { me, recordId, scheme, takenIn } from '../samples';
import { cloud, phone, photos } from '../set-up';

const button = (name: string) => screen.getByRole('button', { name });
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const items = () => useOutbox.getState().items;
const only = () => {
  const [item, ...others] = items();
  if (!item || others.length > 0) throw new Error(`${items().length} items`);
  return item;
};
const household = (number: number, householdName: string) => ({
  ...{ householdId: madeHouseholdId('v03', number), householdNumber: number, householdName },
  ...{ matchedName: null, memberCount: 2 },
});

beforeEach(() => {
  cloud.answer(listItems, scheme);
  cloud.answer(readAllowance, { pointsLeft: 12, because: '一季最多 12 分。', sameDay: 0 });
  cloud.answer(listHouseholdNames, { households: [], members: [], next: null });
  useOutbox.setState({ items: [] });
  useDrafts.setState({ drafts: [] });
  useSession.setState({ state: 'ready', me, roles: [cadre], proxy: null, village: null });
});

const refuse = (message: string) => cloud.refuse(declareDeed, 'photo-needed', message);
/** Declared without network; once it is back, the cloud does not take it in. */
async function declareAndBeRefused(): Promise<void> {
  cloud.answer(declareDeed, takenIn);
  const page = render(<DeclarePage />);
  fireEvent.click(await screen.findByText('清理草场垃圾'));
  fireEvent.click(screen.getByLabelText('拍照'));
  await screen.findByLabelText('去掉第1张照片');
  cloud.online = false;
  fireEvent.click(button('申报 3 分'));
  await waitFor(() => expect(phone.log).toHaveLength(1));
  page.unmount();
  await waitFor(() => expect(useDrafts.getState().drafts).toEqual([]));
  phone.log.length = 0;
  cloud.online = true;
  refuse('照片看不清。');
  await act(() => sendOutbox());
  expect(only().state).toBe('refused');
}

/** From the list into the form it was made in. */
async function openToMend(): Promise<void> {
  const list = render(<OutboxPage />);
  fireEvent.click(await screen.findByRole('button', { name: '改一改' }));
  const { commandId } = only();
  await waitFor(() => expect(phone.log).toHaveLength(1));
  expect(phone.log[0]).toMatch(new RegExp(`^navigateTo .*[?&]commandId=${commandId}$`));
  list.unmount();
  phone.params = { commandId };
}

test('a refused declaration is filled in again with its reason, mended and sent anew', async () => {
  await declareAndBeRefused();
  const before = only();
  await openToMend();
  render(<DeclarePage />);
  expect(await screen.findByText('上次没收下:照片看不清。改好再交。')).toBeTruthy();
  await screen.findByLabelText('去掉第1张照片');
  expect(screen.queryByText('上次没填完')).toBeNull();
  fireEvent.click(screen.getByText('昨天'));
  cloud.answer(declareDeed, takenIn);
  fireEvent.click(button('申报 3 分'));
  await waitFor(() => expect(cloud.of(declareDeed)).toHaveLength(2));
  const [first, second] = cloud.of(declareDeed);
  expect(second?.commandId).not.toBe(first?.commandId);
  expect(second?.input).toMatchObject({ itemId: 'clean-pasture' });
  expect(second?.input.day).not.toBe(first?.input.day);
  // The photo lies in the cloud already: it is handed in, not sent a second time.
  expect(second?.input.photos).toEqual([before.photos[0]?.fileId]);
  await waitFor(() => expect(items().filter(({ state }) => state !== 'done')).toEqual([]));
  await waitFor(() => expect(photos.kept.size).toBe(0));
  expect(useDrafts.getState().drafts).toEqual([]);
});

test('refused once more it waits once, with the new reason, and can be mended again', async () => {
  await declareAndBeRefused();
  await openToMend();
  render(<DeclarePage />);
  await screen.findByLabelText('去掉第1张照片');
  refuse('日子不对。');
  fireEvent.click(button('申报 3 分'));
  expect(await screen.findByText('上次没收下:日子不对。改好再交。')).toBeTruthy();
  expect(only()).toMatchObject({ state: 'refused', error: { message: '日子不对。' } });
  expect(photos.kept.has(only().photos[0]?.kept ?? '')).toBe(true);
  cloud.answer(declareDeed, takenIn);
  fireEvent.click(button('申报 3 分'));
  await waitFor(() => expect(items().filter(({ state }) => state !== 'done')).toEqual([]));
  expect(cloud.of(declareDeed)).toHaveLength(3);
});

test('what was changed and not sent goes on where it was left', async () => {
  await declareAndBeRefused();
  await openToMend();
  const page = render(<DeclarePage />);
  await screen.findByLabelText('去掉第1张照片');
  fireEvent.change(screen.getByLabelText('说明'), { target: { value: '北滩' } });
  page.unmount();
  await waitFor(() => expect(useDrafts.getState().drafts).toHaveLength(1));
  render(<DeclarePage />);
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLTextAreaElement>('说明').value).toBe('北滩');
  });
  expect(screen.getByText('上次没收下:照片看不清。改好再交。')).toBeTruthy();
});

test('a record goes to another household', async () => {
  cloud.answer(findHouseholds, { households: [household(9, '王五')], more: false });
  cloud.answer(recordDeed, takenIn);
  const find = async (number: string) => {
    fireEvent.change(screen.getByLabelText('或输户号、姓名'), { target: { value: number } });
    fireEvent.click(screen.getByText('找'));
  };
  const page = render(<RecordPage />);
  await find('9');
  fireEvent.click(await screen.findByText('9号户 王五'));
  fireEvent.click(await screen.findByText('乡村产业发展'));
  fireEvent.click(await screen.findByText('无偿出工'));
  cloud.online = false;
  fireEvent.click(await screen.findByRole('button', { name: '记 10 分' }));
  await waitFor(() => expect(items()).toHaveLength(1));
  await waitFor(() => expect(only().error).not.toBeNull());
  page.unmount();
  cloud.online = true;
  cloud.refuse(recordDeed, 'near-relative', '这一户是您的近亲。');
  await act(() => sendOutbox());
  await openToMend();
  expect(phone.log[0]).toContain('/packages/record/record/index?villageId=v03&');
  render(<RecordPage />);
  expect(await screen.findByText('上次没收下:这一户是您的近亲。改好再交。')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '9号户 王五,换一户' }));
  cloud.answer(findHouseholds, { households: [household(12, '赵六')], more: false });
  await find('12');
  fireEvent.click(await screen.findByText('12号户 赵六'));
  cloud.answer(recordDeed, takenIn);
  fireEvent.click(await screen.findByRole('button', { name: '记 10 分' }));
  expect(await screen.findByText('12号户 赵六 无偿出工 +10')).toBeTruthy();
  expect(cloud.of(recordDeed).map(({ input }) => input.householdId)).toEqual([
    madeHouseholdId('v03', 9),
    madeHouseholdId('v03', 12),
  ]);
  expect(screen.queryByText(/上次没收下/)).toBeNull();
});

test('what is not refused is not mended: it would count twice', async () => {
  await declareAndBeRefused();
  const item = only();
  const again = { ...item, kind: 'declare' as const, input: { itemId: 'a', day: '2026-11-20' } };
  useOutbox.setState({ items: [{ ...item, state: 'waiting' }] });
  const mended = mendOutboxItem(item.commandId, { ...again, photoPaths: ['two.jpg'] }, new Map());
  await expect(mended).rejects.toMatchObject({ error: { code: 'not-to-mend' } });
  expect(only().commandId).toBe(item.commandId);
  expect([...photos.kept]).toEqual([item.photos[0]?.kept]);
});

test('what was told for others is not mended as one’s own', async () => {
  await declareAndBeRefused();
  const item = only();
  if (item.kind !== 'declare') throw new Error('not a declaration');
  useOutbox.setState({ items: [{ ...item, input: { ...item.input, proxyId: recordId } }] });
  const list = render(<OutboxPage />);
  await screen.findByText('没收下');
  expect(screen.queryByRole('button', { name: '改一改' })).toBeNull();
  list.unmount();
  phone.params = { commandId: item.commandId };
  render(<DeclarePage />);
  expect(await screen.findByText(/要改,先替那一户代办/)).toBeTruthy();
});
