import { act, fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { confirmEntries, listEntries } from '../../../src/contracts/people';
import EntriesPage from '../../../src/packages/work/entries/index';
import { cloud } from '../set-up';

const line = {
  ...{ memberId: '01HZZZZZZZZZZZZZZZZZZZZZZ1', householdNumber: 9, headName: '张三', name: '张三' },
  ...{ relation: '户主', birthYear: 1978, phone: '10010000009', enteredAtMs: 5 },
  enteredAs: 'town-admin' as const,
};
const other = { ...line, memberId: '01HZZZZZZZZZZZZZZZZZZZZZZ2', name: '李四', phone: null };
const village = { villageId: 'v03', villageName: '示例三嘎查' };
const noMore = { more: false, next: null };
const nothing = { villageId: null, villageName: '', entries: [], ...noMore };
const as = (role: 'supervisor' | 'resident') =>
  useSession.setState({ roles: [{ role, place: 'v03', placeName: '示例三嘎查' }] });
const tap = (element: HTMLElement) => act(async () => void fireEvent.click(element));

test('what is right is confirmed by one tap, what is crossed out is left', async () => {
  as('supervisor');
  cloud.answer(listEntries, { ...village, entries: [line, other], ...noMore });
  cloud.answer(confirmEntries, () => {
    cloud.answer(listEntries, nothing);
    return { villageId: 'v03', confirmed: 1, left: 0 };
  });
  render(<EntriesPage />);
  expect(await screen.findByText('1978 年生 · 户主 · 10010000009')).toBeTruthy();
  await tap(screen.getByRole('checkbox', { name: '9号户 李四' }));
  await tap(screen.getByRole('button', { name: '这 1 个人都对' }));
  expect(await screen.findByText('没有等您核对的人。')).toBeTruthy();
  expect(cloud.of(confirmEntries).map(({ input }) => input)).toEqual([
    { villageId: 'v03', lines: [{ memberId: line.memberId, enteredAtMs: 5 }] },
  ]);
});

test('a page with nothing of theirs leads on', async () => {
  as('supervisor');
  cloud.answer(listEntries, (input) =>
    input.after === undefined
      ? { ...village, entries: [], more: true, next: 'v03.x' }
      : { ...village, entries: [line], ...noMore },
  );
  render(<EntriesPage />);
  await tap(await screen.findByRole('button', { name: '看后面的' }));
  expect(await screen.findByRole('button', { name: '这 1 个人都对' })).toBeTruthy();
  expect(cloud.of(confirmEntries)).toEqual([]);
});

test('where all are crossed out and nothing is behind, nothing is to be tapped', async () => {
  as('supervisor');
  cloud.answer(listEntries, { ...village, entries: [line], ...noMore });
  render(<EntriesPage />);
  await tap(await screen.findByRole('checkbox', { name: '9号户 张三' }));
  expect(screen.queryByRole('button', { name: /都对|看后面/ })).toBeNull();
});

test('who may not confirm is told who does, and nothing is asked', () => {
  as('resident');
  render(<EntriesPage />);
  expect(screen.getByText('户册由村干部、监委会和镇里来核对。')).toBeTruthy();
  expect(cloud.of(listEntries)).toEqual([]);
});
