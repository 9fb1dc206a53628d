import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { readRecheck, recheckRecord } from '../../../src/contracts/rechecks';
import { readRecord } from '../../../src/contracts/records';
import { nightHashOf } from '../../../src/domain/records/night';
import { recheckSeedHash } from '../../../src/domain/records/recheck';
import type { PublishedRecheck } from '../../../src/domain/records/redo-recheck';
import DetailPage from '../../../src/packages/record/detail/index';
import RecheckPage from '../../../src/packages/record/recheck/index';
import { me, recordId, recordLine } from '../samples';
import { cloud, phone } from '../set-up';

const seals = [{ villageId: 'v03', hash: 'a'.repeat(64) }];
const night = '2026-12-02';
const mark = '000000000001';
const published: PublishedRecheck = {
  ...{ month: '2026-11', seedHash: recheckSeedHash('e'.repeat(64)), drawDay: night },
  ...{ frozenAtMs: Date.parse('2026-12-01T06:00:00+08:00'), marks: [mark], seals },
  draw: { seed: 'e'.repeat(64), night, nightHash: nightHashOf(night, seals) },
  lines: [
    {
      ...{ mark, itemName: '清理草场垃圾', day: '2026-11-20', householdNumber: 17 },
      ...{ result: 'wrong', reversed: true },
    },
  ],
};

beforeEach(() => {
  phone.params = { villageId: 'v03' };
});

test('everybody reads the results by number, and draws again on the phone', async () => {
  cloud.answer(readRecheck, published);
  render(<RecheckPage />);
  expect(await screen.findByText('17号户 清理草场垃圾')).toBeTruthy();
  expect(screen.getByText(/不属实,已经更正/)).toBeTruthy();
  fireEvent.click(screen.getByText('在这台手机上重抽一遍'));
  expect(await screen.findByText(/^和公布的一样/)).toBeTruthy();
});

test('a record left out of what was published shows', async () => {
  cloud.answer(readRecheck, { ...published, lines: [] });
  render(<RecheckPage />);
  fireEvent.click(await screen.findByText('在这台手机上重抽一遍'));
  expect(await screen.findByText(/^对不上:抽出来的/)).toBeTruthy();
});

test('before its morning it says when, and offers nothing to draw', async () => {
  cloud.answer(readRecheck, { ...published, draw: null, lines: [], seals: [] });
  render(<RecheckPage />);
  expect(await screen.findByText(/12月2日早上抽/)).toBeTruthy();
  expect(screen.queryByText('在这台手机上重抽一遍')).toBeNull();
});

test('a supervisor writes, then chooses; what is wrong goes on to a reversal', async () => {
  phone.params = { recordId, queue: 'to-recheck' };
  const supervisor = { role: 'supervisor' as const, place: 'v03', placeName: '示例三嘎查' };
  useSession.setState({ state: 'ready', me, roles: [supervisor], proxy: null, village: null });
  const posted = recordLine({ state: 'posted', stateLabel: '已入账' });
  const reversal = { action: 'propose-reversal', label: '提出更正' };
  const full = {
    ...{ record: posted, note: null, answer: null, location: null, units: null, levelName: null },
    ...{ photos: [], photosHidden: false, sameDay: 0, schemeVersion: 1 },
    ...{ standardText: '每次 3 分', timeline: [] },
  };
  const offered = [{ action: 'recheck-record', label: '抽查' }, reversal];
  cloud.answer(readRecord, { ...full, offered });
  render(<DetailPage />);
  const wrong = await screen.findByRole('button', { name: '不属实' });
  fireEvent.click(wrong);
  expect(cloud.of(recheckRecord)).toEqual([]);
  fireEvent.input(screen.getByPlaceholderText('先写一句,再选下面的一个'), {
    detail: { value: '那天没有人去' },
    target: { value: '那天没有人去' },
  });
  cloud.answer(recheckRecord, { recordId, state: 'posted', outcome: 'wrong' });
  cloud.answer(readRecord, { ...full, offered: [reversal] });
  fireEvent.click(screen.getByRole('button', { name: '不属实' }));
  await waitFor(() =>
    expect(cloud.of(recheckRecord).map(({ input }) => input)).toEqual([
      { recordId, outcome: 'wrong', reason: '那天没有人去' },
    ]),
  );
  expect(await screen.findByText('记错了,提出更正')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: '属实' })).toBeNull());
});
