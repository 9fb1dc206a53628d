import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { dropDraftsOfOthers, dropOldDrafts, useDrafts } from '../../../src/client/drafts';
import { forgetMe } from '../../../src/client/forget-me';
import { useOutbox } from '../../../src/client/outbox';
import { useSession } from '../../../src/client/session';
import { findHouseholds, listHouseholdNames, whoAmI } from '../../../src/contracts/people';
import {
  declareDeed,
  objectToRecord,
  readRecord,
  recordDeed,
} from '../../../src/contracts/records';
import { listItems, readAllowance } from '../../../src/contracts/scheme';
import DeclarePage from '../../../src/packages/record/declare/index';
import DetailPage from '../../../src/packages/record/detail/index';
import RecordPage from '../../../src/packages/record/record/index';
import { madeHouseholdId } from '../../support/household-ids';
import { me, recordId, recordLine, scheme, takenIn } from '../samples';
import { cloud, phone, photos } from '../set-up';

const button = (name: string) => screen.getByRole('button', { name });
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const kept = () => useDrafts.getState().drafts;
const note = () => screen.getByLabelText<HTMLTextAreaElement>('说明');
const hourMs = 3_600_000;

beforeEach(() => {
  cloud.answer(listItems, scheme);
  cloud.answer(readAllowance, { pointsLeft: 12, because: '一季最多 12 分。', sameDay: 0 });
  cloud.answer(declareDeed, takenIn);
  cloud.answer(recordDeed, takenIn);
  useOutbox.setState({ items: [] });
  useDrafts.setState({ drafts: [] });
  useSession.setState({ state: 'ready', me, roles: [cadre], proxy: null, village: null });
});

afterEach(() => jest.restoreAllMocks());

/** Fills in a declaration with a photo and a note, and leaves it before anything is sent. */
async function leaveADeclaration(words = '北滩'): Promise<void> {
  const page = render(<DeclarePage />);
  fireEvent.click(await screen.findByText('清理草场垃圾'));
  fireEvent.click(screen.getByLabelText('拍照'));
  await screen.findByLabelText('去掉第1张照片');
  fireEvent.change(note(), { target: { value: words } });
  page.unmount();
  await waitFor(() => expect(photos.kept.size).toBeGreaterThan(0));
  await waitFor(() => expect(kept()).toHaveLength(1));
}

describe('a declaration that was left', () => {
  test('is offered with its time, taken up with its photo, and gone once it is sent', async () => {
    await leaveADeclaration();
    render(<DeclarePage />);
    expect(await screen.findByText(/^今天 \d\d:\d\d · 清理草场垃圾 · 照片 1 张$/)).toBeTruthy();
    fireEvent.click(button('接着填'));
    await waitFor(() => expect(note().value).toBe('北滩'));
    expect(screen.queryByText('上次没填完')).toBeNull();
    fireEvent.click(button('申报 3 分'));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(cloud.of(declareDeed)[0]?.input).toMatchObject({
      note: '北滩',
      photos: [expect.stringContaining('evidence/')],
    });
    await waitFor(() => expect(kept()).toEqual([]));
    expect(photos.kept.size).toBe(0);
  });

  test('what is thrown away is gone, with its photo', async () => {
    await leaveADeclaration();
    render(<DeclarePage />);
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }));
    await waitFor(() => expect(screen.queryByText('上次没填完')).toBeNull());
    expect(kept()).toEqual([]);
    expect(photos.kept.size).toBe(0);
    expect(phone.storage.get('drafts')).toBe('[]');
  });

  test('a refusal leaves it there', async () => {
    await leaveADeclaration();
    cloud.refuse(declareDeed, 'day-not-allowed', '日期要在 10月24日 到今天之间,请改一下日期。');
    const page = render(<DeclarePage />);
    fireEvent.click(await screen.findByRole('button', { name: '接着填' }));
    fireEvent.click(await screen.findByRole('button', { name: '申报 3 分' }));
    expect(await screen.findByText('日期要在 10月24日 到今天之间,请改一下日期。')).toBeTruthy();
    page.unmount();
    expect(kept()).toHaveLength(1);
    expect(photos.kept.size).toBe(1);
  });

  test('who fills in another one first loses neither', async () => {
    await leaveADeclaration('第一件');
    const page = render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    fireEvent.change(note(), { target: { value: '第二件' } });
    page.unmount();
    await waitFor(() => expect(kept()).toHaveLength(2));
    render(<DeclarePage />);
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }));
    fireEvent.click(await screen.findByRole('button', { name: '接着填' }));
    await waitFor(() => expect(note().value).toBe('第一件'));
  });

  test('after a day it is gone, with its photo', async () => {
    await leaveADeclaration();
    const nowMs = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(nowMs + 23 * hourMs);
    await dropOldDrafts();
    expect(kept()).toHaveLength(1);
    jest.spyOn(Date, 'now').mockReturnValue(nowMs + 25 * hourMs);
    render(<DeclarePage />);
    await screen.findByText('清理草场垃圾');
    expect(screen.queryByText('上次没填完')).toBeNull();
    await dropOldDrafts();
    expect(kept()).toEqual([]);
    expect(photos.kept.size).toBe(0);
  });

  test('a photo that is gone from the phone is said', async () => {
    await leaveADeclaration();
    photos.kept.clear();
    render(<DeclarePage />);
    fireEvent.click(await screen.findByRole('button', { name: '接着填' }));
    expect(await screen.findByText('有 1 张照片在手机里找不到了,请重新拍。')).toBeTruthy();
  });

  test('a full phone says that nothing is kept', async () => {
    render(<DeclarePage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    phone.full = true;
    fireEvent.change(note(), { target: { value: '北滩' } });
    expect(await screen.findByText(/手机空间满了,填的存不下/)).toBeTruthy();
    phone.full = false;
    fireEvent.change(note(), { target: { value: '北滩边' } });
    await waitFor(() => expect(screen.queryByText(/手机空间满了/)).toBeNull());
  });
});

describe('whose a draft is', () => {
  const another = { ...me, name: '李四', householdId: madeHouseholdId('v03', 9) };

  test('another person on this phone sees nothing of it, and it goes', async () => {
    await leaveADeclaration();
    useSession.setState({ me: another });
    render(<DeclarePage />);
    await screen.findByText('清理草场垃圾');
    expect(screen.queryByText('上次没填完')).toBeNull();
    cloud.answer(whoAmI, {
      ...{ me: another, roles: [], waitingJoin: null, reminders: [], proxy: null },
    });
    await act(() => useSession.getState().refresh());
    await waitFor(() => expect(kept()).toEqual([]));
    expect(photos.kept.size).toBe(0);
  });

  test('acting for others one is not offered what is one’s own, and it stays', async () => {
    await leaveADeclaration();
    const theirs = { householdId: another.householdId, householdNumber: 9, villageId: 'v03' };
    const proxy = { proxyId: recordId, ...theirs, villageName: '', leftMs: 9, untilMs: Infinity };
    act(() => useSession.setState({ proxy }));
    const page = render(<DeclarePage />);
    await screen.findByText('清理草场垃圾');
    expect(screen.queryByText('上次没填完')).toBeNull();
    page.unmount();
    act(() => useSession.setState({ proxy: null }));
    await dropDraftsOfOthers(useSession.getState());
    render(<DeclarePage />);
    expect(await screen.findByText('上次没填完')).toBeTruthy();
  });

  test('whoever is erased leaves none behind', async () => {
    await leaveADeclaration();
    await forgetMe();
    expect(kept()).toEqual([]);
    expect(photos.kept.size).toBe(0);
    expect(phone.storage.has('drafts')).toBe(false);
  });
});

test('a record comes back with its household, and goes with the office', async () => {
  const householdId = madeHouseholdId('v03', 9);
  const household = { householdId, householdNumber: 9, householdName: '王五', memberCount: 2 };
  cloud.answer(findHouseholds, {
    households: [{ ...household, matchedName: null }],
    more: false,
  });
  cloud.answer(listHouseholdNames, { households: [], members: [], next: null });
  const leave = async () => {
    const page = render(<RecordPage />);
    fireEvent.change(screen.getByLabelText('或输户号、姓名'), { target: { value: '9' } });
    fireEvent.click(screen.getByText('找'));
    fireEvent.click(await screen.findByText('9号户 王五'));
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    page.unmount();
    await waitFor(() => expect(kept()).toHaveLength(1));
  };
  await leave();
  const page = render(<RecordPage />);
  expect(await screen.findByText(/· 9号户 王五 清理草场垃圾$/)).toBeTruthy();
  fireEvent.click(button('接着填'));
  expect(await screen.findByText('换一户')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('拍照'));
  fireEvent.click(await screen.findByRole('button', { name: '记 3 分' }));
  expect(await screen.findByText('9号户 王五 清理草场垃圾 +3')).toBeTruthy();
  await waitFor(() => expect(kept()).toEqual([]));
  page.unmount();

  await leave();
  await dropDraftsOfOthers({ ...useSession.getState(), roles: [] });
  expect(kept()).toEqual([]);
});

test('the reason of an objection is kept when its sheet is closed, gone once sent', async () => {
  phone.params = { recordId };
  const onNotice = recordLine({ state: 'on-notice', stateLabel: '公示中' });
  cloud.answer(readRecord, {
    ...{ record: onNotice, note: null, location: null, units: null, levelName: null },
    ...{
      photos: [],
      photosHidden: false,
      sameDay: 0,
      answer: null,
      schemeVersion: 1,
      standardText: '每次 3 分',
    },
    ...{ timeline: [], offered: [{ action: 'object-to-record', label: '提出异议' }] },
  });
  cloud.answer(objectToRecord, { recordId, state: 'objected' });
  render(<DetailPage />);
  const reason = () => screen.getByLabelText<HTMLTextAreaElement>('原因');
  const open = async () => fireEvent.click(await screen.findByRole('button', { name: '提出异议' }));
  await open();
  fireEvent.change(reason(), { target: { value: '那天下雨,没人出工' } });
  fireEvent.click(button('先不'));
  await waitFor(() => expect(kept()).toHaveLength(1));
  await open();
  expect(reason().value).toBe('');
  fireEvent.click(button('接着填'));
  await waitFor(() => expect(reason().value).toBe('那天下雨,没人出工'));
  const sheet = within(screen.getByRole('dialog'));
  fireEvent.click(sheet.getByRole('button', { name: '提出异议' }));
  await waitFor(() => expect(cloud.of(objectToRecord)).toHaveLength(1));
  await waitFor(() => expect(kept()).toEqual([]));
});
