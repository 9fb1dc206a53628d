import { fireEvent, render, screen, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listFreezes, settleFreeze } from '../../../src/contracts/people';
import FreezesPage from '../../../src/packages/work/freezes/index';
import { me } from '../samples';
import { cloud } from '../set-up';

const frozen = {
  ...{ householdId: me.householdId, householdNumber: 9, villageName: '示例三嘎查' },
  ...{ frozenAtMs: 1, agreedAs: 'cadre' as const },
};
const noMore = { more: false, next: null };
const as = (role: 'supervisor' | 'resident') =>
  useSession.setState({ roles: [{ role, place: 'v03', placeName: '示例三嘎查' }] });
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

test('the second of two lets a household spend again after one question', async () => {
  as('supervisor');
  cloud.answer(listFreezes, { freezes: [frozen], ...noMore });
  cloud.answer(settleFreeze, ({ householdId }) => {
    cloud.answer(listFreezes, { freezes: [], ...noMore });
    return { householdId, state: 'free' as const };
  });
  render(<FreezesPage />);
  expect(await screen.findByText('村干部已经同意,等第二个人')).toBeTruthy();
  fireEvent.click(screen.getByText('查清了,让这户接着用'));
  expect(screen.getByText(/^您是第二个人/)).toBeTruthy();
  expect(cloud.of(settleFreeze)).toEqual([]);
  fireEvent.click(inSheet('同意接着用'));
  expect(await screen.findByText('没有停用积分的户。')).toBeTruthy();
  expect(cloud.of(settleFreeze)[0]?.input).toEqual({ householdId: me.householdId });
});

test('who may not settle is told who does, and nothing is asked', () => {
  as('resident');
  render(<FreezesPage />);
  expect(screen.getByText('停用的积分由村干部、监委会和镇里来查清。')).toBeTruthy();
  expect(cloud.of(listFreezes)).toEqual([]);
});
