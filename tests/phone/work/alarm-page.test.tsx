import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type HeldRole, useSession } from '../../../src/client/session';
import { MoreLines } from '../../../src/components/board/more-lines';
import { listShops } from '../../../src/contracts/exchange';
import { listMatters } from '../../../src/contracts/lists';
import type { Role } from '../../../src/contracts/people';
import { listSealAlarms, settleSealAlarm } from '../../../src/contracts/seals';
import type { Alarm } from '../../../src/packages/work/alarm/alarm-words';
import AlarmPage from '../../../src/packages/work/alarm/index';
import { LargeJobs, OtherJobs } from '../../../src/pages/me/jobs';
import { purseNotes } from '../../../src/pages/points/purses';
import { account } from '../samples';
import { cloud, phone } from '../set-up';

const held = (role: Role, place: string): HeldRole => ({ role, place, placeName: '示例三嘎查' });
const asRoles = (...roles: HeldRole[]) => useSession.setState({ roles });
const supervisor = held('supervisor', 'v03');
const ofTheTown = held('town-admin', 'town');
const page = 'navigateTo /packages/work/alarm/index';

const open = { number: 2, day: '2026-11-26', households: 2, signedBy: [] };
const alarm = (part: Partial<Alarm> = {}): Alarm => ({
  ...open,
  ...{ villageId: 'v03', villageName: '示例三嘎查', householdNumbers: [13, 105] },
  ...{ badSealDay: null, outcome: null, signedByMe: false },
  ...part,
});
const stands = (...alarms: Alarm[]) => cloud.answer(listSealAlarms, { alarms });
const button = (name: string) => screen.findByRole('button', { name });
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

beforeEach(() => {
  useSession.setState({ state: 'ready', error: null, me: null, roles: [], village: null });
});

describe('the page', () => {
  beforeEach(() => asRoles(supervisor));

  test('says what was found, about whom, and who is still to sign', async () => {
    stands(alarm(), alarm({ villageId: 'v04', householdNumbers: [], badSealDay: '2026-11-25' }));
    render(<AlarmPage />);
    await screen.findByText('这几户的账,和上次留的底接不上:13号户、105号户。');
    expect(screen.getByText('11月25日 的留底被改过,或者少了。')).toBeTruthy();
    expect(screen.getAllByText('11月26日起账本没有留底')).toHaveLength(2);
    expect(screen.getAllByText('还没签')).toHaveLength(4);
    expect(screen.getAllByText(/积分照常记、照常换/)).toHaveLength(2);
  });

  test('one household is spoken of as one', async () => {
    stands(alarm({ households: 1, householdNumbers: [13] }));
    render(<AlarmPage />);
    await screen.findByText('这户的账,和上次留的底接不上:13号户。');
  });

  test('what is signed is said before, once, and then who comes next', async () => {
    stands(alarm());
    render(<AlarmPage />);
    cloud.answer(settleSealAlarm, { villageId: 'v03', number: 2, settled: false });
    fireEvent.click(await button('查清了,按现在的账往下记'));
    expect(screen.getByText(/往后按现在的账记/)).toBeTruthy();
    expect(cloud.of(settleSealAlarm)).toEqual([]);
    stands(alarm({ signedBy: ['supervisor'], outcome: 'kept', signedByMe: true }));
    fireEvent.click(inSheet('签字'));
    await screen.findByText('您签了“查清了,按现在的账往下记”');
    expect(screen.getByText('还等镇里的人签字。您要改,可以再选一次。')).toBeTruthy();
    expect(cloud.of(settleSealAlarm).map(({ input }) => input)).toEqual([
      { villageId: 'v03', number: 2, outcome: 'kept' },
    ]);
  });

  test('the second one reads what the first one signed; with both it is over', async () => {
    stands(alarm({ signedBy: ['town'], outcome: 'restored' }));
    render(<AlarmPage />);
    await screen.findByText(/^镇里签的是“账已经改回来”/);
    cloud.answer(settleSealAlarm, { villageId: 'v03', number: 2, settled: true });
    fireEvent.click(await button('账已经改回来'));
    stands();
    fireEvent.click(inSheet('签字'));
    await screen.findByText(/今天夜里接着给账本留底/);
    await waitFor(() => expect(screen.queryByText('示例三嘎查')).toBeNull());
  });

  test('a refusal stays in sight, and closing it reads again what stands', async () => {
    stands(alarm());
    render(<AlarmPage />);
    const message = '这里面有您自己家的账,请换一个人来查、来签。';
    cloud.refuse(settleSealAlarm, 'own-household', message);
    fireEvent.click(await button('账已经改回来'));
    fireEvent.click(inSheet('签字'));
    await screen.findByText(message);
    fireEvent.click(inSheet('先不'));
    await waitFor(() => expect(cloud.of(listSealAlarms)).toHaveLength(2));
  });

  test('with nothing to look into, and for whoever has no such job, it says so', async () => {
    stands();
    const { unmount } = render(<AlarmPage />);
    await screen.findByText('现在没有要查的账。');
    unmount();
    asRoles(held('cadre', 'v03'));
    cloud.asked = [];
    render(<AlarmPage />);
    expect(screen.getByText(/由村务监督委员会和镇里的人一起查/)).toBeTruthy();
    expect(cloud.asked).toEqual([]);
  });
});

describe('the ways to it', () => {
  test.each([
    ['a supervisor of the village', [supervisor], [page]],
    ['the town', [ofTheTown], [page]],
    ['a supervisor of another village', [held('supervisor', 'v04')], []],
    ['a villager', [held('resident', 'v03')], []],
  ])('the board’s line opens it for %s', async (_name, roles, log) => {
    cloud.answer(listMatters, { counts: [], wallVersion: 1, matters: [] });
    cloud.answer(listShops, { shops: [] });
    asRoles(...roles);
    const alarm = { ...open, householdNumbers: [] };
    render(<MoreLines villageId="v03" seal={null} checked={null} alarm={alarm} />);
    fireEvent.click(await screen.findByText('11月26日起账本没有留底'));
    expect(phone.log).toEqual(log);
  });

  test.each([[[supervisor]], [[ofTheTown]]])('the work of %j has a line', (roles) => {
    render(<LargeJobs roles={roles} />);
    fireEvent.click(screen.getByText('查账签字'));
    expect(phone.log).toEqual([page]);
  });

  test('nobody else has it among their work', () => {
    const roles = [held('cadre', 'v03'), held('panel', 'v03')];
    render(<LargeJobs roles={roles} />);
    render(<OtherJobs roles={roles} />);
    expect(screen.queryByText('查账签字')).toBeNull();
  });
});

test('a household reads calmly that the books are looked into, and that its points go on', () => {
  const notes = (booksCheckedSince: string | null) =>
    purseNotes(account({ spendable: 3, honour: 3, booksCheckedSince }), '2026-11-27');
  expect(notes(null)).toEqual([]);
  expect(notes('2026-11-20')).toEqual(['11月20日起村里在核对账本,您家的积分照常记、照常换。']);
});
