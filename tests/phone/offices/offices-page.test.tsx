import { fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listOffices } from '../../../src/contracts/offices';
import OfficesPage from '../../../src/packages/offices/list/index';
import { me } from '../samples';
import { cloud, phone } from '../set-up';

const village = { villageId: 'v03', name: '示例三嘎查' };
const officeId = '01JDBX0000000000000000000A';
const held = {
  ...{ officeId, role: 'panel' as const, place: 'v03', placeName: '示例三嘎查', name: '张*' },
  ...{ sinceDay: '2021-11-02', basis: 'elected' as const, untilDay: '2026-11-02' },
  ...{ isOver: true, byOne: false, isOwn: false, organisation: null },
};
const gift = {
  ...{ ...held, officeId: '01JDBX0000000000000000000B', role: 'town-admin' as const },
  ...{ basis: 'appointed' as const, place: 'town', untilDay: null, isOver: false, byOne: true },
};

beforeEach(() => {
  phone.path = '/packages/offices/list/index';
  useSession.setState({ state: 'ready', me: null, roles: [], waitingJoin: null, village });
  cloud.answer(listOffices, { villageName: village.name, offices: [gift, held] });
});

test('everybody reads who holds what, until when, and what one person gave alone', async () => {
  render(<OfficesPage />);
  expect(await screen.findByText(/任期已满,等换届,换届前照常履职/)).toBeTruthy();
  expect(screen.getByText(/^聘任,2021年11月2日起。建镇时由一个人定的$/)).toBeTruthy();
  expect(screen.queryByText('登记任职')).toBeNull();
  fireEvent.click(screen.getAllByText('张*')[0] as HTMLElement);
  expect(phone.log).toEqual([]);
});

test('a supervisor of the village enters acts from here; of another one nobody does', async () => {
  const role = { role: 'supervisor' as const, place: 'v03', placeName: village.name };
  useSession.setState({ me, roles: [role] });
  render(<OfficesPage />);
  fireEvent.click((await screen.findAllByText('张*'))[0] as HTMLElement);
  expect(phone.log.at(-1)).toContain(`end/index?villageId=v03&officeId=${officeId}`);
  fireEvent.click(screen.getByText('登记任职'));
  expect(phone.log.at(-1)).toContain('packages/offices/give/index?villageId=v03');
});

test('whoever holds an office resigns from their own line', async () => {
  useSession.setState({ me });
  cloud.answer(listOffices, { villageName: '村', offices: [{ ...held, isOwn: true }] });
  render(<OfficesPage />);
  fireEvent.click(await screen.findByText('张*'));
  expect(phone.log.at(-1)).toContain('packages/offices/end/index');
});
