import { waitingMessage } from '../../src/domain/messages/moved';
import type { EntryCheck, Member, Village } from '../../src/domain/people/types';
import { entriesTask } from '../../src/domain/tasks/entries-task';
import type { RunContext } from '../runtime/define-action';
import type { Reader } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/** Lines of a village's register that nobody but who entered them has seen, in their order. */
export function readEntries(
  read: Reader,
  villageId: string,
  { after, limit }: { after?: string; limit: number },
) {
  return read.query<Member>('members', {
    where: { villageId, unconfirmed: true },
    order: { field: 'memberId', direction: 'asc' },
    ...(after !== undefined && { after }),
    limit,
  });
}

type Writing = Moving & { read: Reader };

/**
 * Whether a village's register waits for a second person, as of what stands there now. Written
 * whatever it says: of two who change it at once, one reads again.
 */
async function writeCheck(
  { villageId, name }: Pick<Village, 'villageId' | 'name'>,
  { tx, read, nowMs, templates }: Writing,
  without?: string,
): Promise<void> {
  const before = await tx.get<EntryCheck>('entry-checks', villageId);
  const found = await readEntries(read, villageId, { limit: 2 });
  const next = found.find(({ memberId }) => memberId !== without);
  if (next?.entered) {
    const check: EntryCheck = { villageId, villageName: name, entered: next.entered };
    tx.set('entry-checks', villageId, check);
    const task = entriesTask(check, nowMs);
    writeTask(tx, 'entries', villageId, task);
    // What waits as it did was told when it began to.
    const waitsAnew = before?.entered.atMs !== check.entered.atMs;
    if (waitsAnew) writeMessage({ tx, templates }, waitingMessage(task));
  } else if (before) {
    tx.remove('entry-checks', villageId);
    writeTask(tx, 'entries', villageId, null);
  }
}

/** A line that waited to be confirmed goes, or two people let somebody in as it. */
export async function withoutEntry(member: Member, writing: Writing): Promise<void> {
  if (!member.unconfirmed) return;
  const { villageId, memberId } = member;
  const before = await writing.tx.get<EntryCheck>('entry-checks', villageId);
  if (before) await writeCheck({ villageId, name: before.villageName }, writing, memberId);
}

/** After lines of a village's register were entered or confirmed. */
export async function checkEntries(
  { store, ...moving }: Pick<RunContext<unknown>, 'store' | 'nowMs' | 'templates'>,
  village: Pick<Village, 'villageId' | 'name'>,
): Promise<void> {
  await store.transact((tx) => writeCheck(village, { ...moving, tx, read: store }));
}
