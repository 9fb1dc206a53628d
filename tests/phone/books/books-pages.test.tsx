import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { listSeals, verifyAccount, verifyVillage } from '../../../src/contracts/seals';
import AccountBookPage from '../../../src/packages/books/account';
import SealCodesPage from '../../../src/packages/books/codes';
import VillageBooksPage from '../../../src/packages/books/village';
import { me, recordId } from '../samples';
import { cloud, phone } from '../set-up';

const sound = {
  ...{ sound: true, entries: 42, sealedDay: '2026-11-20', olderSeals: null },
  ...{ firstBadSequence: null, badSealDay: null, message: '42 笔都对得上。' },
};
const step = {
  ...{ households: 20, entries: 100, faults: [], next: null },
  ...{ sealedDay: '2026-11-20', badSealDay: null },
};
const supervisor = { role: 'supervisor', place: 'v03', placeName: '示例三嘎查' } as const;

beforeEach(() => {
  useSession.setState({ state: 'ready', error: null, me, roles: [], village: null });
});

test('one’s own book is looked through at once, back to the first seal', async () => {
  cloud.answer(verifyAccount, ({ sealsUpTo }) => ({
    ...sound,
    olderSeals: sealsUpTo ? null : '2026-09-01',
  }));
  render(<AccountBookPage />);
  expect(await screen.findByText('42 笔,笔笔对得上')).toBeTruthy();
  const asked = cloud.of(verifyAccount).map(({ input }) => input);
  const { householdId } = me;
  expect(asked).toEqual([{ householdId }, { householdId, sealsUpTo: '2026-09-01' }]);
});

test('what does not fit is said with whom to tell, also where an old seal shows it', async () => {
  const message = '第 7 笔和留底时的不一样,账被改过。请马上告诉镇里。';
  cloud.answer(verifyAccount, ({ sealsUpTo }) =>
    sealsUpTo
      ? { ...sound, sound: false, firstBadSequence: 7, message }
      : { ...sound, olderSeals: '2026-09-01' },
  );
  render(<AccountBookPage />);
  expect(await screen.findByText(message)).toBeTruthy();
  expect(screen.queryByText(/笔笔对得上/)).toBeNull();
});

test('a supervisor looks through the village; cut off, it goes on where it was', async () => {
  useSession.setState({ roles: [supervisor] });
  const [next, later] = [`${recordId.slice(0, -1)}B`, `${recordId.slice(0, -1)}C`];
  cloud.answer(verifyVillage, { ...step, next });
  render(<VillageBooksPage />);
  cloud.answer(verifyVillage, ({ after }) => {
    if (!after) return { ...step, next };
    cloud.refuse(verifyVillage, 'not-available', '现在连不上。');
    return { ...step, next: later };
  });
  fireEvent.click(screen.getByText('开始查'));
  expect(await screen.findByText('现在连不上。')).toBeTruthy();
  cloud.answer(verifyVillage, { ...step, households: 3 });
  fireEvent.click(screen.getByText('接着查'));
  expect(await screen.findByText('43 户、300 笔,笔笔对得上')).toBeTruthy();
  const asked = cloud.of(verifyVillage).map(({ input }) => input);
  expect(asked.slice(-2)).toEqual([
    { villageId: 'v03', after: later },
    { villageId: 'v03', after: later },
  ]);
});

test('households whose book is wrong are named with the entry', async () => {
  useSession.setState({ roles: [supervisor] });
  const faults = [{ householdNumber: 12, firstBadSequence: 5 }];
  cloud.answer(verifyVillage, { ...step, faults });
  render(<VillageBooksPage />);
  fireEvent.click(screen.getByText('开始查'));
  expect(await screen.findByText('12号户')).toBeTruthy();
  expect(screen.getByText('从第 5 笔起对不上')).toBeTruthy();
  expect(screen.queryByText(/笔笔对得上/)).toBeNull();
});

test('somebody else is told who looks through a village, and where their own book is', () => {
  cloud.asked = [];
  render(<VillageBooksPage />);
  expect(screen.getByText(/由村务监督委员会和镇里来查/)).toBeTruthy();
  expect(cloud.asked).toEqual([]);
});

test('the codes of the nights, to be compared with what stands on paper', async () => {
  phone.params = { villageId: 'v03' };
  const code = '0123 4567 8901';
  cloud.answer(listSeals, { seals: [{ day: '2026-11-20', code, households: 20 }], more: false });
  render(<SealCodesPage />);
  expect(await screen.findByText(code)).toBeTruthy();
  await waitFor(() => expect(cloud.of(listSeals)[0]?.input).toEqual({ villageId: 'v03' }));
});
