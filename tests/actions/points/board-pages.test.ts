import { longestAnswerBytes } from '../../../cloudfunctions/runtime/answer-size';
import type { Fields } from '../../../local-cloud/engine';
import { points } from '../../../src/contracts';
import type { InputOf, ValueOf } from '../../../src/contracts/contract';
import { mostOnANotice, noticeLinesPerPage, noticesPerPage } from '../../../src/contracts/limits';
import type { Notice } from '../../../src/domain/records/types';
import { openPointsTown, type PointsTown } from './points-town';

type Board = ValueOf<typeof points.readBoard>;
type Asked = InputOf<typeof points.readBoard>;

const villageId = 'v01';
const dayMs = 86_400_000;
let town: PointsTown;
let like: Notice;
beforeEach(async () => {
  town = await openPointsTown();
  const recordId = await town.onNotice(13);
  like = town.engine.get('notices', town.record(recordId).noticeId ?? '') as unknown as Notice;
});

const idOf = (number: number) => `01JDNT${String(number).padStart(20, '0')}`;
const read = (asked: Omit<Asked, 'villageId'> = {}, as = town.head(9)) =>
  as.must(points.readBoard, { villageId, ...asked });

/** Notices of so many lines each, the later ones closing a day later with each `perDay`. */
async function open(count: number, lines: number, perDay: number): Promise<string[]> {
  const [line] = like.lines;
  const notices = Array.from({ length: count }, (_, index) => {
    // Written in no order: the order of the board is not that of the shelf.
    const number = (index * 7) % count;
    const noticeId = idOf(number);
    const closesAtMs = like.closesAtMs + Math.floor(number / perDay) * dayMs;
    const many = Array.from({ length: lines }, (_, at) => ({ ...line, recordId: idOf(at) }));
    return { ...like, _id: noticeId, noticeId, closesAtMs, lines: many };
  });
  await town.engine.insert('notices', notices as unknown as Fields[]);
  return notices.map(({ noticeId }) => noticeId).sort();
}

/** Page by page, as the phone asks. */
async function pagesOf(): Promise<Board[]> {
  const pages = [await read()];
  for (;;) {
    const page = pages[pages.length - 1];
    const last = page?.notices[page.notices.length - 1];
    if (!page?.more || !last) return pages;
    pages.push(await read({ after: { noticeId: last.noticeId, closesAtMs: last.closesAtMs } }));
  }
}

test('a hundred full notices come page by page, each once, none too large', async () => {
  const all = await open(100, mostOnANotice, 40);
  const pages = await pagesOf();
  const seen = pages.flatMap(({ notices }) => notices);
  expect(seen.map(({ noticeId }) => noticeId).sort()).toEqual([like.noticeId, ...all].sort());
  const closing = seen.map(({ closesAtMs }) => closesAtMs);
  expect(closing).toEqual([...closing].sort((left, right) => left - right));
  for (const page of pages) {
    const lines = page.notices.reduce((sum, notice) => sum + notice.lines.length, 0);
    expect(lines).toBeLessThanOrEqual(noticeLinesPerPage);
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(longestAnswerBytes / 4);
  }
});

test('a village of many small notices has them by the page, an ordinary one at once', async () => {
  expect((await read()).more).toBe(false);
  const all = await open(noticesPerPage, 1, 40);
  expect(all).toHaveLength(noticesPerPage);
  const [first, second, ...rest] = await pagesOf();
  expect([first?.notices.length, first?.more]).toEqual([noticesPerPage, true]);
  expect([second?.notices.length, second?.more, rest]).toEqual([1, false, []]);
});

test('going on behind a notice that has closed meanwhile shows what still runs', async () => {
  await open(60, 1, 30);
  const last = (await read()).notices.at(-1);
  const after = { noticeId: last?.noticeId ?? '', closesAtMs: last?.closesAtMs ?? 0 };
  town.clock.advanceMs(like.closesAtMs - town.clock.nowMs());
  const { notices } = await read({ after });
  expect(notices.map(({ noticeId }) => noticeId)).toEqual(
    Array.from({ length: noticesPerPage }, (_, index) => idOf(30 + index)),
  );
});

test('one notice is read alone, wherever it stands, on its own village’s board', async () => {
  await open(60, 1, 60);
  const noticeId = idOf(59);
  expect((await read({ noticeId })).notices.map((notice) => notice.noticeId)).toEqual([noticeId]);
  const elsewhere = await town.head(9).must(points.readBoard, { villageId: 'v02', noticeId });
  expect(elsewhere.notices).toEqual([]);
  expect((await read({ noticeId: idOf(99) })).notices).toEqual([]);
  town.clock.advanceDays(6);
  expect((await read({ noticeId })).notices).toEqual([]);
});
