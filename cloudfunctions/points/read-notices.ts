import { noticesPerPage } from '../../src/contracts/limits';
import { pageOfNotices } from '../../src/domain/records/board';
import type { Notice } from '../../src/domain/records/types';
import type { Reader } from '../runtime/store/store';

/** Behind whatever closes then; with a notice, behind that one of them. */
export type NoticesAfter = { closesAtMs: number; noticeId?: string };

const isOpen = (villageId: string) => ({ villageId, state: 'open' });

/** One more than a page holds: whether there are more. */
const limit = noticesPerPage + 1;

/** Those that close after an instant, the next to close first. */
function closingLater(read: Reader, villageId: string, closesAtMs: number): Promise<Notice[]> {
  return read.query<Notice>('notices', {
    where: isOpen(villageId),
    order: { field: 'closesAtMs', direction: 'asc', within: 'noticeId' },
    after: closesAtMs,
    limit,
  });
}

/** All of one day close at once: the rest of those that close with the last one shown. */
function closingWithIt(
  read: Reader,
  villageId: string,
  { closesAtMs, noticeId }: Required<NoticesAfter>,
): Promise<Notice[]> {
  return read.query<Notice>('notices', {
    where: { ...isOpen(villageId), closesAtMs },
    order: { field: 'noticeId', direction: 'asc' },
    after: noticeId,
    limit,
  });
}

/**
 * A page of the notices that run. What has closed is not read: an objection nobody answers keeps a
 * notice open for as long as it waits.
 */
export async function readNotices(
  read: Reader,
  villageId: string,
  after: NoticesAfter,
): Promise<{ notices: Notice[]; more: boolean }> {
  const { closesAtMs, noticeId } = after;
  const parts = await Promise.all([
    ...(noticeId === undefined ? [] : [closingWithIt(read, villageId, { closesAtMs, noticeId })]),
    closingLater(read, villageId, closesAtMs),
  ]);
  return pageOfNotices(parts.flat());
}

/** One notice of a village, as long as it runs. */
export async function readNotice(
  read: Reader,
  villageId: string,
  noticeId: string,
  nowMs: number,
): Promise<{ notices: Notice[]; more: boolean }> {
  const notice = await read.get<Notice>('notices', noticeId);
  const runs =
    notice?.villageId === villageId && notice.state === 'open' && notice.closesAtMs > nowMs;
  return { notices: runs ? [notice] : [], more: false };
}
