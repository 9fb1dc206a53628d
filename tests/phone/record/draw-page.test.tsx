import { fireEvent, render, screen } from '@testing-library/react';
import { readDraw } from '../../../src/contracts/draws';
import { nightHashOf } from '../../../src/domain/records/night';
import { drawsOf, fallOf, freezePool, seedHashOf } from '../../../src/domain/records/panel';
import type { PublishedDraw } from '../../../src/domain/records/redo-draw';
import DrawPage from '../../../src/packages/record/draw';
import { cloud, phone } from '../set-up';

const recordId = '01HZX0000000000000000000AA';
const night = '2026-11-20';
const seals = [{ villageId: 'v01', hash: 'a'.repeat(64) }];
const people = Array.from({ length: 8 }, (_, index) => ({
  ...{ personId: `p${index}`, householdId: `h${index}`, mark: `00000000000${index}` },
}));
const excluded = { nearIds: ['h1'], involvedIds: [], personIds: ['p2'], awayIds: [] };
const frozen = freezePool(people, excluded, Date.parse('2026-11-19T12:00:00+08:00'));
const drawn = fallOf(
  frozen,
  { seed: 'e'.repeat(64), nightHash: nightHashOf(night, seals) },
  night,
  1,
);
const { pool, leftOut, frozenAtMs } = frozen;
const published: PublishedDraw = {
  ...{
    seedHash: seedHashOf('e'.repeat(64)),
    drawDay: null,
    frozenAtMs,
    leftOut,
    seals,
    mine: null,
  },
  pool: pool.map(({ mark, near }) => ({ mark, near })),
  draws: drawsOf(drawn) as PublishedDraw['draws'],
};

beforeEach(() => {
  phone.params = { recordId };
});

test('a draw is made again on the phone, from what is published alone', async () => {
  cloud.answer(readDraw, published);
  render(<DrawPage />);
  expect(await screen.findByText('可以抽的 7 人')).toBeTruthy();
  expect(screen.getAllByText('抽到了').length).toBeGreaterThan(2);
  expect(screen.getByText('记的人、核对的人,不抽')).toBeTruthy();
  fireEvent.click(screen.getByText('在这台手机上重抽一遍'));
  expect(await screen.findByText(/^和公布的一样/)).toBeTruthy();
});

test('what does not fit is said, with whom to go to', async () => {
  cloud.answer(readDraw, { ...published, seals: [{ villageId: 'v01', hash: 'b'.repeat(64) }] });
  render(<DrawPage />);
  fireEvent.click(await screen.findByText('在这台手机上重抽一遍'));
  expect(await screen.findByText(/找村务监督委员会/)).toBeTruthy();
});

test('before the seed is out it says when, and offers nothing to make again', async () => {
  const mine = { mark: '000000000003', agreed: null };
  cloud.answer(readDraw, { ...published, drawDay: '2026-11-20', draws: [], seals: [], mine });
  render(<DrawPage />);
  expect(await screen.findByText(/早上抽$/)).toBeTruthy();
  expect(screen.queryByText('在这台手机上重抽一遍')).toBeNull();
  expect(screen.getByText('您的记号 000000000003')).toBeTruthy();
});
