import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useDrafts } from '../../../src/client/drafts';
import { useSession } from '../../../src/client/session';
import { readAccount, readStatement } from '../../../src/contracts/ledger';
import { listOffices } from '../../../src/contracts/offices';
import { declareDeed, listRecords, readRecord } from '../../../src/contracts/records';
import { listItems, readAllowance } from '../../../src/contracts/scheme';
import DeclarePage from '../../../src/packages/record/declare/index';
import SupervisorsPage from '../../../src/packages/record/supervisors/index';
import PointsPage from '../../../src/pages/points/index';
import { account, me, recordId, recordLine, scheme, takenIn } from '../samples';
import { cloud, phone } from '../set-up';

const recordedAtMs = Date.now();
const reason = '核对没通过,没有记分。原因:照片看不清。不明白可以问村务监督委员会。';
const refused = recordLine({
  ...{ state: 'refused-at-check', stateLabel: '核对没通过', next: reason, recordedAtMs },
  ...{ itemId: 'public-work', itemName: '无偿出工' },
});
const office = {
  ...{ officeId: recordId, place: 'v03', placeName: '示例三嘎查', sinceDay: '2021-11-02' },
  ...{ basis: 'elected' as const, untilDay: null, organisation: null },
  ...{ isOver: false, byOne: false, isOwn: false },
};

beforeEach(() => {
  useDrafts.setState({ drafts: [] });
  cloud.answer(readAccount, account());
  cloud.answer(readStatement, { lines: [], more: false });
  cloud.answer(listRecords, { records: [refused], more: false, next: null });
  cloud.answer(listOffices, {
    villageName: '示例三嘎查',
    offices: [
      { ...office, role: 'cadre', name: '王主任' },
      { ...office, role: 'supervisor', name: '李监督' },
    ],
  });
  useSession.setState({ state: 'ready', error: null, me, roles: [], proxy: null, village: null });
});

test('what was not agreed to stays in sight with its reason, and says whom to ask', async () => {
  const page = render(<PointsPage />);
  expect(await screen.findByText('没通过的')).toBeTruthy();
  expect(screen.getByText(reason)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '找监委会' }));
  const there = '/packages/record/supervisors/index';
  await waitFor(() => expect(phone.log).toEqual([`navigateTo ${there}`]));
  page.unmount();
  render(<SupervisorsPage />);
  expect(await screen.findByText('李监督')).toBeTruthy();
  expect(screen.queryByText(/王主任/)).toBeNull();
});

test('it is told again as it was told, photos anew, as a declaration of its own', async () => {
  const page = render(<PointsPage />);
  fireEvent.click(await screen.findByRole('button', { name: '改好再报' }));
  const url = `/packages/record/declare/index?recordId=${recordId}`;
  await waitFor(() => expect(phone.log).toEqual([`navigateTo ${url}`]));
  page.unmount();
  phone.params = { recordId };
  cloud.answer(listItems, scheme);
  cloud.answer(readAllowance, { pointsLeft: 40, because: '一季最多 40 分。', sameDay: 0 });
  cloud.answer(declareDeed, takenIn);
  cloud.answer(readRecord, {
    ...{ record: refused, note: '北滩', location: null, units: 3, levelName: null },
    ...{
      photos: ['https://one'],
      photosHidden: false,
      sameDay: 0,
      answer: null,
      schemeVersion: 1,
      standardText: '',
    },
    ...{ timeline: [], offered: [] },
  });
  render(<DeclarePage />);
  expect(await screen.findByText(/原因:照片看不清.*照片要重新拍/)).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '申报 30 分' }));
  await waitFor(() => expect(cloud.of(declareDeed)).toHaveLength(1));
  const [event] = cloud.of(declareDeed);
  expect(event?.commandId).not.toBe(recordId);
  expect(event?.input).toEqual({
    ...{ itemId: 'public-work', day: refused.day, units: 3, note: '北滩', photos: [] },
  });
});

test.each([
  ['one’s own', { state: 'withdrawn' as const }],
  ['an old one', { recordedAtMs: Date.now() - 31 * 86_400_000 }],
])('%s is not shown there: taken back, or long ago', async (_what, part) => {
  cloud.answer(listRecords, { records: [{ ...refused, ...part }], more: false, next: null });
  render(<PointsPage />);
  await screen.findByText('没有在等的。');
  await waitFor(() => expect(cloud.of(listRecords)).toHaveLength(1));
  expect(screen.queryByText('没通过的')).toBeNull();
});

test('a record of a committee member is theirs to mend', async () => {
  const byCadre = { ...refused, byCadre: true };
  cloud.answer(listRecords, { records: [byCadre], more: false, next: null });
  render(<PointsPage />);
  expect(await screen.findByText('没通过的')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '改好再报' })).toBeNull();
});
