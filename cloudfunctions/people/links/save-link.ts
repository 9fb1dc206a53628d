import { linkedMessage, linkMessage } from '../../../src/domain/messages/moved';
import type { Joined } from '../../../src/domain/people/join';
import { endedWith, newLink } from '../../../src/domain/people/links/link';
import type { CameIn, Link } from '../../../src/domain/people/links/types';
import type { Household } from '../../../src/domain/people/types';
import { linkTask } from '../../../src/domain/tasks/link-task';
import { idIsFree } from '../../runtime/id-is-free';
import { readAll } from '../../runtime/store/read-all';
import type { Reader, Transaction } from '../../runtime/store/store';
import { type Moving, writeMessage } from '../../runtime/write-message';
import { writeTask } from '../../runtime/write-task';
import { endDispute } from './dispute';

/** Writes a link's next state with whom it waits for and what its move tells the household. */
export function saveLink(moving: Moving, link: Link, household: Household): void {
  const { tx, nowMs } = moving;
  const { linkId } = link;
  tx.set('links', linkId, link);
  const task = linkTask(link, household, nowMs);
  writeTask(tx, 'link', linkId, task);
  writeMessage(moving, linkMessage(link, task));
}

/**
 * Writes down how somebody came to a household, for its people, the supervision and the town to
 * read, and tells its people.
 * @param moving the command that let them in is the link's id: tried again it is the same one
 * @returns who joined and the household, as they are to be written
 * @throws Refusal `command-reused`
 */
export async function linkUp(
  moving: Moving & { commandId: string },
  joined: Joined,
  came: CameIn,
): Promise<Joined> {
  const { tx, nowMs, commandId: linkId } = moving;
  const { person, member, household } = joined;
  await idIsFree(tx, 'links', linkId);
  const link = newLink(linkId, joined, came, nowMs);
  tx.set('links', linkId, link);
  writeMessage(moving, linkedMessage(link));
  return {
    person: { ...person, linkId },
    member,
    household: { ...household, lastLink: { personId: person.personId, atMs: nowMs } },
  };
}

/** Whoever is erased is not named by how they came in; what waited because of them is over. */
export async function forgetLinks(
  by: { personId: string } | { memberId: string },
  { tx, read, nowMs }: { tx: Transaction; read: Reader; nowMs: number },
): Promise<void> {
  for (const { linkId, householdId } of await readAll<Link>(read, 'links', by, 'linkId')) {
    const link = await tx.get<Link>('links', linkId);
    if (!link) continue;
    tx.set('links', linkId, endedWith(link, nowMs));
    writeTask(tx, 'link', linkId, null);
    await endDispute(householdId, linkId, tx);
  }
}
