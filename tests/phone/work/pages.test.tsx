import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type HeldRole, useSession } from '../../../src/client/session';
import type { Role } from '../../../src/contracts/people';
import { answerJoin, listJoinRequests } from '../../../src/contracts/people';
import {
  answerObjection,
  checkRecord,
  listRecords,
  openNotice,
  readRecord,
} from '../../../src/contracts/records';
import { recordWorkflow } from '../../../src/domain/records/record-workflow';
import DetailPage from '../../../src/packages/record/detail/index';
import { decisionFor, movesFor } from '../../../src/packages/record/detail/moves';
import JoinsPage from '../../../src/packages/work/joins/index';
import WorkPage from '../../../src/packages/work/queue/index';
import { isOff } from '../is-off';
import { me, recordId, recordLine } from '../samples';
import { cloud, phone } from '../set-up';

const held = (role: Role): HeldRole => ({ role, place: 'v03', placeName: '示例三嘎查' });
const asRoles = (...roles: Role[]) => useSession.setState({ roles: roles.map(held) });
const other = '01JDBX0000000000000000000B';
const button = (name: string) => screen.getByRole('button', { name });
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

function queues(waiting: Record<string, ReturnType<typeof recordLine>[]>) {
  cloud.answer(listRecords, ({ view }) => ({
    records: waiting[view] ?? [],
    ...{ more: false, next: null },
  }));
}

const noMore = { more: false, next: null };

function full(offered: string[], part = {}) {
  return {
    record: recordLine(part),
    note: null,
    location: null,
    units: null,
    levelName: null,
    photos: [],
    photosHidden: false,
    sameDay: 0,
    answer: null,
    schemeVersion: 1,
    standardText: '清理草场垃圾:每次 3 分',
    timeline: [{ label: '申报', by: '本户', atMs: Date.UTC(2026, 10, 20), reason: null }],
    offered: offered.map((action) => ({ action, label: action })),
  };
}

beforeEach(() => {
  useSession.setState({ state: 'ready', error: null, me, roles: [], village: null });
});

describe('work', () => {
  test.each<[Role[], string[]]>([
    [['cadre'], ['to-check', 'review-late', 'to-notice', 'reversals']],
    [['supervisor'], ['to-cosign', 'objections', 'reversals', 'to-recheck']],
    [['town-admin'], ['objections', 'reversals', 'to-recheck']],
    [['panel', 'resident'], ['to-review']],
  ])('%s is asked only for what that role decides', async (roles, views) => {
    asRoles(...roles);
    queues({});
    render(<WorkPage />);
    await waitFor(() => expect(cloud.of(listRecords)).toHaveLength(views.length));
    const asked = cloud.of(listRecords).map((event) => event.input);
    expect(asked).toEqual(views.map((view) => ({ view })));
  });

  test('one lands where something waits, and a line opens with its queue', async () => {
    asRoles('supervisor');
    queues({ objections: [recordLine({ state: 'objected', stateLabel: '有异议' })] });
    render(<WorkPage />);
    fireEvent.click(await screen.findByText('清理草场垃圾'));
    const url = `/packages/record/detail/index?recordId=${recordId}&queue=objections`;
    expect(phone.log).toEqual([`navigateTo ${url}`]);
  });

  test('the list that was asked for is shown, whatever waits before it', async () => {
    asRoles('cadre');
    phone.params = { view: 'to-notice' };
    const toNotice = recordLine({ recordId: other, itemName: '植树' });
    queues({ 'to-check': [recordLine()], 'to-notice': [toNotice] });
    render(<WorkPage />);
    expect(await screen.findByRole('checkbox', { name: '17号户 张* 植树' })).toBeTruthy();
    expect(screen.queryByText('清理草场垃圾')).toBeNull();
  });

  test('where what was asked for is done, what still waits is shown', async () => {
    asRoles('cadre');
    phone.params = { view: 'to-notice' };
    queues({ 'to-check': [recordLine()] });
    render(<WorkPage />);
    expect(await screen.findByText('清理草场垃圾')).toBeTruthy();
  });

  test('what was picked goes on notice, and nothing is picked beforehand', async () => {
    asRoles('cadre');
    queues({ 'to-notice': [recordLine(), recordLine({ recordId: other, itemName: '植树' })] });
    cloud.answer(openNotice, { noticeId: other, closesAtMs: 1, count: 1 });
    render(<WorkPage />);
    expect(isOff(await screen.findByRole('button', { name: '先选要公示的' }))).toBe(true);
    expect(screen.getByText(/^选好的一起公示到 /)).toBeTruthy();
    fireEvent.click(button('全选 2 条'));
    fireEvent.click(screen.getByRole('checkbox', { name: '17号户 张* 植树' }));
    fireEvent.click(button('公示 1 条'));
    fireEvent.click(inSheet('公示 1 条'));
    await waitFor(() => expect(phone.log).toHaveLength(1));
    expect(cloud.of(openNotice)[0]?.input).toEqual({
      villageId: 'v03',
      recordIds: [recordId],
    });
    expect(phone.log[0]).toContain(`noticeId=${other}`);
  });

  test('what many did together is one line, and opens as one', async () => {
    asRoles('cadre');
    const activityId = '01JDBX0000000000000000000C';
    const many = [recordId, other].map((id) => recordLine({ recordId: id, activityId }));
    queues({ 'to-check': many });
    render(<WorkPage />);
    fireEvent.click(await screen.findByText('很多户一起记的 · 2 户'));
    expect(phone.log).toEqual([
      `navigateTo /packages/record/activity/index?activityId=${activityId}`,
    ]);
    expect(screen.getAllByText('清理草场垃圾')).toHaveLength(1);
  });

  test('without a role it is said whose work this is', () => {
    render(<WorkPage />);
    expect(screen.getByText(/评议小组和监督委员会来办/)).toBeTruthy();
  });
});

describe('one record', () => {
  beforeEach(() => {
    phone.params = { recordId, queue: 'to-check' };
    cloud.answer(readRecord, full(['check-record']));
    cloud.answer(checkRecord, { recordId, state: 'waiting-review' });
  });

  test('refusing needs a reason', async () => {
    render(<DetailPage />);
    fireEvent.click(await screen.findByRole('button', { name: '不同意' }));
    expect(isOff(inSheet('不同意'))).toBe(true);
    fireEvent.click(screen.getByText('照片看不清'));
    fireEvent.click(inSheet('不同意'));
    await waitFor(() => expect(cloud.of(checkRecord)).toHaveLength(1));
    expect(cloud.of(checkRecord)[0]?.input).toEqual({
      recordId,
      accept: false,
      reason: '照片看不清',
    });
  });

  test('after a decision the next one that waits is at hand', async () => {
    queues({ 'to-check': [recordLine(), recordLine({ recordId: other })] });
    render(<DetailPage />);
    fireEvent.click(await screen.findByRole('button', { name: '同意' }));
    fireEvent.click(inSheet('同意'));
    fireEvent.click(await screen.findByRole('button', { name: '看下一条(还有 1 条)' }));
    expect(phone.log[0]).toContain(`recordId=${other}&queue=to-check`);
  });

  test('a decision without an answer is sent again under the same id', async () => {
    render(<DetailPage />);
    fireEvent.click(await screen.findByRole('button', { name: '同意' }));
    cloud.refuse(checkRecord, 'busy', '现在用的人多。');
    fireEvent.click(inSheet('同意'));
    await screen.findByText('现在用的人多。');
    cloud.answer(checkRecord, { recordId, state: 'waiting-review' });
    fireEvent.click(inSheet('同意'));
    await waitFor(() => expect(cloud.of(checkRecord)).toHaveLength(2));
    const [first, second] = cloud.of(checkRecord);
    expect(first?.commandId).toBe(second?.commandId);
  });

  test('only what the server offers can be done', async () => {
    cloud.answer(readRecord, full([], { state: 'posted', stateLabel: '已入账' }));
    render(<DetailPage />);
    await screen.findByText('已入账');
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull();
    expect(screen.queryByRole('button', { name: '撤回' })).toBeNull();
  });

  test('whoever decides after half a year is told why nothing shows the deed', async () => {
    const atMs = Date.now() - 181 * 86_400_000;
    const timeline = [{ label: '申报', by: '本户', atMs, reason: null }];
    cloud.answer(readRecord, { ...full(['check-record']), timeline });
    render(<DetailPage />);
    expect(await screen.findByText('照片、说明和位置只留 180 天,现在已经没有了')).toBeTruthy();
  });

  test('two equal answers are buttons alike, below what was found out', async () => {
    phone.params = { recordId, queue: 'objections' };
    cloud.answer(readRecord, full(['answer-objection'], { state: 'objected' }));
    cloud.answer(answerObjection, { recordId, state: 'on-notice' });
    queues({});
    render(<DetailPage />);
    const ways = await Promise.all(
      ['异议成立', '异议不成立'].map((name) => screen.findByRole('button', { name })),
    );
    expect(ways.map(isOff)).toEqual([true, true]);
    expect(new Set(ways.map(({ className }) => className)).size).toBe(1);
    expect(ways[0]?.className).not.toContain('primary');
    fireEvent.input(screen.getByRole('textbox', { name: '查到了什么' }), {
      target: { value: '问过三户' },
    });
    fireEvent.click(button('异议不成立'));
    await waitFor(() => expect(cloud.of(answerObjection)).toHaveLength(1));
    const input = { recordId, uphold: false, reason: '问过三户' };
    expect(cloud.of(answerObjection)[0]?.input).toEqual(input);
  });

  test('every step a person takes with one record has its buttons', () => {
    const byPeople = recordWorkflow.filter(
      (row) => !(row.by as readonly string[]).includes('timer'),
    );
    const alone = byPeople.filter(({ action }) => action !== 'open-notice');
    for (const { action } of alone)
      expect([action, decisionFor([{ action }]) ?? movesFor([{ action }])]).not.toEqual([
        action,
        [],
      ]);
    expect(movesFor([{ action: 'post-record' }])).toEqual([]);
  });
});

test('a request to join is answered once asked about, with what it means', async () => {
  asRoles('cadre');
  const joinRequestId = `v03.${'A'.repeat(26)}`;
  const village = { villageName: '示例三嘎查' };
  const request = {
    joinRequestId,
    ...village,
    householdNumber: 9,
    name: '王五',
    askedAtMs: 1,
    agreedAs: null,
  };
  cloud.answer(listJoinRequests, { requests: [request], ...noMore });
  cloud.answer(answerJoin, () => {
    cloud.answer(listJoinRequests, { requests: [], ...noMore });
    return { joinRequestId, state: 'joined' as const };
  });
  render(<JoinsPage />);
  fireEvent.click(await screen.findByText('同意加入'));
  expect(cloud.of(answerJoin)).toEqual([]);
  fireEvent.click(inSheet('同意加入'));
  expect(await screen.findByText('没有等同意的申请。')).toBeTruthy();
  const seen = { joinRequestId, householdNumber: 9, name: '王五' };
  expect(cloud.of(answerJoin)[0]?.input).toEqual({ ...seen, accept: true });
});

test('a request that was changed is not answered, and the list is read again', async () => {
  asRoles('cadre');
  const request = {
    ...{ joinRequestId: `v03.${'A'.repeat(26)}`, householdNumber: 9, askedAtMs: 1, agreedAs: null },
    villageName: '示例三嘎查',
  };
  cloud.answer(listJoinRequests, { requests: [{ ...request, name: '王五' }], ...noMore });
  cloud.refuse(answerJoin, 'join-request-changed', '和您看到的不一样了。请刷新名单。');
  render(<JoinsPage />);
  fireEvent.click(await screen.findByText('同意加入'));
  fireEvent.click(inSheet('同意加入'));
  expect(await screen.findByText(/和您看到的不一样了/)).toBeTruthy();
  cloud.answer(listJoinRequests, { requests: [{ ...request, name: '赵六' }], ...noMore });
  fireEvent.click(inSheet('先不'));
  expect(await screen.findByText(/赵六/)).toBeTruthy();
  expect(screen.queryByText(/王五/)).toBeNull();
});
