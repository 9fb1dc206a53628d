import { people } from '../../../src/contracts';
import { maskName } from '../../../src/domain/kernel/names';
import { isUnanswered } from '../../../src/domain/people/answer-join';
import { seenByAsker } from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import { joinedLately } from '../../../src/domain/people/links/link';
import { leftMs } from '../../../src/domain/people/proxy';
import type { Household, JoinRequest, Person, Village } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import type { Reader } from '../../runtime/store/store';
import { remindersOf } from '../reminders';

async function readMe(person: Person | null, read: Reader, nowMs: number) {
  if (!person?.householdId || !person.villageId) return null;
  const [household, village] = await Promise.all([
    read.get<Household>('households', person.householdId),
    read.get<Village>('villages', person.villageId),
  ]);
  if (!household || !village) return null;
  const lately = joinedLately(household, person.personId, nowMs);
  return {
    name: person.name ?? '',
    householdId: household.householdId,
    householdNumber: household.number,
    householdName: maskName(household.headName),
    villageId: village.villageId,
    villageName: village.name,
    namesShown: household.namesShown,
    roles: person.roles,
    ...(lately && { joinedLately: lately }),
  };
}

/** What they asked to be entered by, until they are. */
async function readWaitingEntry(person: Person | null, read: Reader) {
  const { entryRequestId } = person ?? {};
  return seenByAsker(await getKnown<EntryRequest>(read, 'entry-requests', entryRequestId));
}

async function readWaiting(person: Person | null, read: Reader) {
  if (!person?.joinRequestId) return null;
  const request = await read.get<JoinRequest>('join-requests', person.joinRequestId);
  return request && isUnanswered(request) ? request : null;
}

/** Also one whose time is over: it is the helper who says that it has ended. */
async function readProxyOf(person: Person | null, read: Reader, nowMs: number) {
  if (!person?.proxy) return null;
  const { proxyId, householdId, householdNumber, villageId } = person.proxy;
  const village = await read.get<Village>('villages', villageId);
  const villageName = village?.name ?? '';
  const left = leftMs(person.proxy, nowMs);
  return { proxyId, householdId, householdNumber, villageId, villageName, leftMs: left };
}

export const whoAmI = defineQuery({
  contract: people.whoAmI,
  allow: [{ who: 'anyone' }],
  run: async ({ caller: { person }, read, templates, nowMs }) => {
    const [me, waitingJoin, waitingEntry, proxy] = await Promise.all([
      readMe(person, read, nowMs),
      readWaiting(person, read),
      readWaitingEntry(person, read),
      readProxyOf(person, read, nowMs),
    ]);
    const reminders = remindersOf(person, templates);
    const waits = { waitingJoin, ...(waitingEntry && { waitingEntry }) };
    const name = me === null && person?.name ? { name: person.name } : {};
    const who = { ...name, me, roles: person?.roles ?? [], ...waits, reminders, proxy };
    return { ...who, atMs: nowMs };
  },
});
