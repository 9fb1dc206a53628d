import { fireEvent, render, screen, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import type { ValueOf } from '../../../src/contracts/contract';
import { answerEntryRequest, listEntryRequests } from '../../../src/contracts/entry';
import EntryRequestsPage from '../../../src/packages/work/entry-requests/index';
import { cloud } from '../set-up';

type Request = ValueOf<typeof listEntryRequests>['requests'][number];
const request: Request = {
  ...{ entryRequestId: 'v03.01JDBX0000000000000000000A', villageName: '示例三嘎查' },
  ...{ name: '新来', birthYear: 1986, residence: 'newcomer', sinceMonth: '2024-03' },
  ...{ householdNumber: null, phoneProven: true, askedAtMs: 7, appealed: false },
  ...{ agreedAs: 'cadre', refusedBecause: null, nameStandsThere: false, numberStandsAt: null },
};
const noMore = { more: false, next: null };
const as = (role: 'supervisor' | 'resident') =>
  useSession.setState({ roles: [{ role, place: 'v03', placeName: '示例三嘎查' }] });
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });
const list = (...requests: Request[]) => cloud.answer(listEntryRequests, { requests, ...noMore });

test('the second of two sees the only test, and enters somebody after one question', async () => {
  as('supervisor');
  list(request);
  cloud.answer(answerEntryRequest, ({ entryRequestId }) => {
    list();
    return { entryRequestId, state: 'entered' as const, newNumber: 23 };
  });
  render(<EntryRequestsPage />);
  expect(await screen.findByText(/2024年3月起住在这里,新开一户/)).toBeTruthy();
  expect(screen.getByText(/不看户口在哪里/)).toBeTruthy();
  fireEvent.click(screen.getByText('同意登记'));
  expect(screen.getByText(/^您是第二个人/)).toBeTruthy();
  fireEvent.click(inSheet('同意登记'));
  expect(await screen.findByText('没有等答复的登记申请。')).toBeTruthy();
  expect(cloud.of(answerEntryRequest)[0]?.input).toEqual({
    ...{ entryRequestId: request.entryRequestId, askedAtMs: 7, accept: true },
  });
});

test('a no needs a reason, said at its field', async () => {
  as('supervisor');
  list(request);
  render(<EntryRequestsPage />);
  fireEvent.click(await screen.findByText('不同意'));
  fireEvent.click(inSheet('不同意'));
  expect(screen.getByText('请写一句为什么,本人能看到。')).toBeTruthy();
  expect(cloud.of(answerEntryRequest)).toEqual([]);
});

test('what does not fit, and what was said before, stands on the card', async () => {
  as('supervisor');
  const appealed = { appealed: true, agreedAs: null, refusedBecause: '今年才来' };
  list({ ...request, ...appealed, householdNumber: 9, nameStandsThere: true, numberStandsAt: 12 });
  render(<EntryRequestsPage />);
  expect(await screen.findByText(/已经有叫这个名字的人/)).toBeTruthy();
  expect(screen.getByText(/12号户也登记了这个号/)).toBeTruthy();
  expect(screen.getByText('上次的理由:今年才来')).toBeTruthy();
  expect(screen.getByText('上次没同意,请监委会再看')).toBeTruthy();
});

test('who may not answer is told who does, and nothing is asked', () => {
  as('resident');
  render(<EntryRequestsPage />);
  expect(screen.getByText('登记申请由村干部、监委会和镇里来办。')).toBeTruthy();
  expect(cloud.of(listEntryRequests)).toEqual([]);
});
