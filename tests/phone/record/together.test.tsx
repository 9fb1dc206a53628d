import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import {
  checkActivity,
  openActivityNotice,
  readActivity,
  recordActivity,
  withdrawActivity,
} from '../../../src/contracts/activities';
import type { ValueOf } from '../../../src/contracts/contract';
import { findPrinted } from '../../../src/contracts/documents';
import { listHouseholdNames } from '../../../src/contracts/people';
import { listItems, listUses } from '../../../src/contracts/scheme';
import ActivityPage from '../../../src/packages/record/activity/index';
import type { FullActivity } from '../../../src/packages/record/activity/together-step';
import TogetherPage from '../../../src/packages/record/together/index';
import { madeHouseholdId } from '../../support/household-ids';
import { isOff } from '../is-off';
import { me, scheme } from '../samples';
import { cloud, phone } from '../set-up';

const activityId = '01JDBX0000000000000000000C';
const cadre = { role: 'cadre' as const, place: 'v03', placeName: '示例三嘎查' };
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.findByRole('checkbox', { name });
const recordOf = (number: number) => `01JDBX00000000000000000${number + 100}`;
const names = ['张三', '李四', '王五', '赵六'];
const households = names.map((headName, index) => ({
  householdId: madeHouseholdId('v03', 15 + index),
  householdNumber: 15 + index,
  headName,
  memberCount: 3,
}));

const line = (number: number, offered: string[] = ['check-record']) => ({
  recordId: recordOf(number),
  state: 'waiting-check' as const,
  stateLabel: '等核对',
  householdNumber: number,
  householdName: '张*',
  points: 3,
  spendable: 3,
  sameDay: 0,
  offered,
});

const full = (part: Partial<FullActivity> = {}): FullActivity => ({
  activityId,
  villageId: 'v03',
  itemName: '集中整治',
  day: '2026-11-20',
  note: null,
  photos: [],
  evidenceHidden: false,
  recordedAtMs: Date.UTC(2026, 10, 20),
  standardText: '集中整治:每次 2 分',
  leftOut: 0,
  lines: [line(15), line(16), line(18)],
  next: '等嘎查村核对,最晚 11月27日。',
  offered: [{ action: 'check-activity', label: '核对' }],
  ...part,
});

const foundSheet = (sheet: ValueOf<typeof findPrinted>['sheet']) => ({
  ...{ checkCode: '12345671', document: 'deed-sheet' as const, villageName: '示例三嘎查' },
  ...{ day: '2026-11-30', state: 'newest' as const, of: null, sheet },
});

beforeEach(() => {
  cloud.answer(listItems, scheme);
  cloud.answer(listHouseholdNames, { households, members: [], next: null });
  cloud.answer(listUses, { uses: [], next: null });
  cloud.answer(readActivity, full());
  useSession.setState({ state: 'ready', error: null, me, roles: [cadre], village: null });
});

describe('recording', () => {
  test('item, tiles, one button; then what was recorded, what was left out and why', async () => {
    const left = [
      { householdId: households[1]?.householdId ?? '', code: 'same-deed', message: '已经有了。' },
    ];
    cloud.answer(recordActivity, { activityId, recorded: 1, points: 3, left });
    render(<TogetherPage />);
    fireEvent.click(await screen.findByText('生态宜居美丽乡村'));
    fireEvent.click(await screen.findByText('参加会议'));
    expect(isOff(button('记 0 户,每户 3 分'))).toBe(true);
    fireEvent.click(await box('15号户 张三'));
    fireEvent.click(await box('16号户 李四'));
    // One's own household stands not among them.
    expect(screen.queryByText('17号户 王五')).toBeNull();
    fireEvent.click(button('记 2 户,每户 3 分'));
    expect(await screen.findByText('参加会议:记了 1 户,每户 3 分')).toBeTruthy();
    expect(screen.getByText('16号户 李四')).toBeTruthy();
    expect(screen.getByText('已经有了。')).toBeTruthy();
    expect(await screen.findByText('等嘎查村核对,最晚 11月27日。')).toBeTruthy();
    expect(cloud.of(recordActivity)[0]?.input).toMatchObject({
      villageId: 'v03',
      itemId: 'meeting',
      householdIds: [households[0]?.householdId, households[1]?.householdId],
      photos: [],
    });
    fireEvent.click(button('再记一件'));
    expect(await screen.findByText('生态宜居美丽乡村')).toBeTruthy();
  });

  test('from a sheet: its items and its households in its order, and what cannot be', async () => {
    const ids = households.map(({ householdId }) => householdId);
    const [first = '', second = '', own = ''] = ids;
    const sheet = { villageId: 'v03', itemIds: ['meeting'], householdIds: [second, own, first] };
    phone.params = { villageId: 'v03', checkCode: '12345671' };
    cloud.answer(findPrinted, foundSheet(sheet));
    cloud.answer(recordActivity, { activityId, recorded: 1, points: 3, left: [] });
    render(<TogetherPage />);
    fireEvent.click(await screen.findByText('生态宜居美丽乡村'));
    fireEvent.click(await screen.findByText('参加会议'));
    await box('16号户 李四');
    await screen.findByText(/单子上有 1 户不能记/);
    const shown = screen.getAllByRole('checkbox').map((each) => each.getAttribute('aria-label'));
    expect(shown).toEqual(['16号户 李四', '15号户 张三']);
    fireEvent.click(await box('15号户 张三'));
    fireEvent.click(button('记 1 户,每户 3 分'));
    await screen.findByText('参加会议:记了 1 户,每户 3 分');
    expect(cloud.of(recordActivity)[0]?.input).toMatchObject({ householdIds: [first] });
  });

  test('a sheet of last year or of another village says so, and records nothing', async () => {
    phone.params = { villageId: 'v03', checkCode: '12345671' };
    cloud.answer(findPrinted, foundSheet(null));
    render(<TogetherPage />);
    await screen.findByText(/这张单子不能照着记/);
    expect(screen.queryByText('生态宜居美丽乡村')).toBeNull();
  });

  test('all, none, and those that a search shows', async () => {
    render(<TogetherPage />);
    fireEvent.click(await screen.findByText('生态宜居美丽乡村'));
    fireEvent.click(await screen.findByText('参加会议'));
    fireEvent.click(await screen.findByRole('button', { name: '全选' }));
    expect(screen.getByText('选了 3 户')).toBeTruthy();
    fireEvent.click(button('清空'));
    fireEvent.change(screen.getByLabelText('找户号、姓名'), { target: { value: '赵' } });
    fireEvent.click(button('选上这些'));
    expect(screen.getByText('选了 1 户')).toBeTruthy();
  });

  test('a photo is sent once, and the same again after a lost answer', async () => {
    render(<TogetherPage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    fireEvent.click(screen.getByLabelText('拍照'));
    fireEvent.click(await box('15号户 张三'));
    cloud.refuse(recordActivity, 'unclear', '不知道交上没有。');
    await waitFor(() => expect(isOff(button('记 1 户,每户 3 分'))).toBe(false));
    fireEvent.click(button('记 1 户,每户 3 分'));
    expect(await screen.findByText('不知道交上没有。')).toBeTruthy();
    cloud.answer(recordActivity, { activityId, recorded: 1, points: 3, left: [] });
    fireEvent.click(button('记 1 户,每户 3 分'));
    expect(await screen.findByText('清理草场垃圾:记了 1 户,每户 3 分')).toBeTruthy();
    const [first, second] = cloud.of(recordActivity);
    expect(second?.commandId).toBe(first?.commandId);
    expect(second?.input).toEqual(first?.input);
  });
});

describe('deciding', () => {
  beforeEach(() => {
    phone.params = { activityId };
  });

  test('one tap agrees to all, and says what is left for others', async () => {
    const left = [{ recordId: recordOf(18), code: 'near-relative', message: '您要回避。' }];
    cloud.answer(checkActivity, { activityId, agreed: 2, refused: 0, left });
    render(<ActivityPage />);
    fireEvent.click(await screen.findByRole('button', { name: '全部同意 3 户' }));
    expect(await screen.findByText('同意了 2 户')).toBeTruthy();
    expect(screen.getByText('您要回避。')).toBeTruthy();
    const input = { activityId, accept: true, except: [] };
    expect(cloud.of(checkActivity)[0]?.input).toEqual(input);
  });

  test('a household that has the same twice that day says so before the tap', async () => {
    cloud.answer(readActivity, full({ lines: [{ ...line(15), sameDay: 1 }, line(16)] }));
    render(<ActivityPage />);
    expect(await screen.findByText(/同一天另有 1 条/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '挑出几户' }));
    expect(await screen.findByText('同一天另有 1 条')).toBeTruthy();
  });

  test('some are taken out, the reason first', async () => {
    cloud.answer(checkActivity, { activityId, agreed: 2, refused: 1, left: [] });
    render(<ActivityPage />);
    fireEvent.click(await screen.findByRole('button', { name: '挑出几户' }));
    fireEvent.click(await box('16号户 张*'));
    expect(isOff(button('1 户不同意,其余同意'))).toBe(true);
    fireEvent.click(screen.getByText('没有来'));
    fireEvent.click(button('1 户不同意,其余同意'));
    expect(await screen.findByText('同意了 2 户,没同意 1 户')).toBeTruthy();
    expect(cloud.of(checkActivity)[0]?.input).toEqual({
      ...{ activityId, accept: true, except: [recordOf(16)] },
      reason: '没有来',
    });
  });

  test('who recorded it takes all of it back, asked once, and reads what was left', async () => {
    const lines = [line(15, ['withdraw-record']), line(16, ['withdraw-record']), line(18, [])];
    const offered = [{ action: 'withdraw-activity', label: '撤回' }];
    cloud.answer(readActivity, full({ lines, offered }));
    const left = [{ recordId: recordOf(16), code: 'wrong-state', message: '已经核对了。' }];
    cloud.answer(withdrawActivity, { activityId, withdrawn: 1, left });
    render(<ActivityPage />);
    fireEvent.click(await screen.findByRole('button', { name: '撤回这 2 户' }));
    expect(cloud.of(withdrawActivity)).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: '撤回 2 户' }));
    expect(await screen.findByText('撤回了 1 户')).toBeTruthy();
    expect(screen.getByText('已经核对了。')).toBeTruthy();
    expect(cloud.of(withdrawActivity)[0]?.input).toEqual({ activityId });
  });

  test('what passed goes on notice together, with its last day on the button', async () => {
    const offered = ['open-notice'];
    const lines = [line(15, offered), line(16, offered), line(18, [])];
    cloud.answer(
      readActivity,
      full({ lines, offered: [{ action: 'open-activity-notice', label: '公示' }] }),
    );
    cloud.answer(openActivityNotice, { noticeId: activityId, closesAtMs: 1, count: 2, left: [] });
    render(<ActivityPage />);
    fireEvent.click(await screen.findByRole('button', { name: /^公示 2 户,到 / }));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(cloud.of(openActivityNotice)[0]?.input).toEqual({ activityId });
  });
});
