import { entryRequestMessage } from '../../src/domain/messages/moved';
import { isRunning } from '../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../src/domain/people/entry/types';
import type { Household, Person } from '../../src/domain/people/types';
import { entryRequestTask } from '../../src/domain/tasks/entry-request-task';
import { getKnown } from '../runtime/store/get-known';
import { readAll } from '../runtime/store/read-all';
import type { Reader, Transaction } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/**
 * Writes an entry request's next state with whom it waits for and what its move tells. Entered, it
 * is gone: the line of the register says the rest. Taken back, nothing of it stays.
 * @param household where they say they live; null for one to come
 */
export function saveEntryRequest(
  moving: Moving,
  request: EntryRequest,
  household: Household | null,
): void {
  const { tx, nowMs } = moving;
  const { entryRequestId, state } = request;
  const isGone = state === 'entered' || state === 'withdrawn';
  const task = entryRequestTask(request, household, nowMs);
  if (isGone) tx.remove('entry-requests', entryRequestId);
  else tx.set('entry-requests', entryRequestId, request);
  writeTask(tx, 'entry-request', entryRequestId, task);
  writeMessage(moving, entryRequestMessage(request, task));
}

/** Takes an entry request away, with whom it waits for. */
export function removeEntryRequest(tx: Transaction, entryRequestId: string): void {
  tx.remove('entry-requests', entryRequestId);
  writeTask(tx, 'entry-request', entryRequestId, null);
}

/** Whoever asks to join, or has joined, waits for that alone; a last no stays. */
export async function endEntryRequest(person: Person | null, tx: Transaction): Promise<void> {
  const asked = await getKnown<EntryRequest>(tx, 'entry-requests', person?.entryRequestId);
  if (asked && isRunning(asked)) removeEntryRequest(tx, asked.entryRequestId);
}

/** All that somebody ever asked to be entered by, as long as it is kept. */
export function entryRequestsOf(personId: string, read: Reader): Promise<EntryRequest[]> {
  return readAll<EntryRequest>(read, 'entry-requests', { personId }, 'entryRequestId');
}
