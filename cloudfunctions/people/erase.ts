import { mostOfficesAtAPlace, mostRolesGranted } from '../../src/contracts/limits';
import { mustKeepAnAdministrator } from '../../src/domain/people/erase';
import type { HeldOffice } from '../../src/domain/people/offices/types';
import { holdsRole } from '../../src/domain/people/roles';
import type { JoinRequest, Person, Town } from '../../src/domain/people/types';
import { forgetPerson } from '../runtime/persons';
import { readAll } from '../runtime/store/read-all';
import type { Reader, Transaction } from '../runtime/store/store';
import { entryRequestsOf, removeEntryRequest } from './save-entry-request';
import { removeJoinRequest } from './save-join-request';

type Reach = { tx: Transaction; read: Reader };

/** Everybody who stands as administrator, also whose term is over and the night has yet to end. */
export function readAdministrators(read: Reader): Promise<Person[]> {
  return read.query<Person>('persons', {
    ...{ where: { 'roles.role': 'town-admin' }, limit: mostOfficesAtAPlace },
    order: { field: 'personId', direction: 'asc' },
  });
}

/** An invited administrator's term ends by itself: they are not counted on to stay. */
const staysOn = ({ roles }: Person) =>
  roles.some(({ role, untilDay }) => role === 'town-admin' && untilDay === undefined);

/**
 * The town is set to what it is, so that two administrators who go at once collide: each has only
 * counted the other, and none would be left.
 * @throws Refusal `last-administrator`
 */
export async function townIsLeftInHands(person: Person | null, reach: Reach): Promise<void> {
  if (!person || !holdsRole(person.roles, 'town-admin', 'town')) return;
  const town = await reach.tx.get<Town>('towns', 'town');
  const administrators = (await readAdministrators(reach.read)).filter(staysOn);
  // The office of the one who goes may have ended since: the others are who counts.
  mustKeepAnAdministrator(
    administrators.filter(({ personId }) => personId !== person.personId).length,
  );
  if (town) reach.tx.set('towns', 'town', town);
}

/** Join requests that name a person or a member. */
export function requestsBy(
  field: 'personId' | 'memberId',
  id: string,
  read: Reader,
): Promise<JoinRequest[]> {
  return readAll<JoinRequest>(read, 'join-requests', { [field]: id }, 'joinRequestId');
}

/**
 * The WeChat user as if they had never come. Their guesses of today stay until the night: erasing
 * must not be a way to guess on.
 */
export async function removePerson(person: Person, { tx, read }: Reach): Promise<void> {
  const requests = await requestsBy('personId', person.personId, read);
  for (const { joinRequestId } of requests) removeJoinRequest(tx, joinRequestId);
  const offices = await read.query<HeldOffice>('offices', {
    ...{ where: { personId: person.personId }, limit: mostRolesGranted },
    order: { field: 'officeId', direction: 'asc' },
  });
  for (const { officeId } of offices) tx.remove('offices', officeId);
  // The newest may have been written since the query saw the others.
  if (person.joinRequestId) removeJoinRequest(tx, person.joinRequestId);
  for (const { entryRequestId } of await entryRequestsOf(person.personId, read)) {
    removeEntryRequest(tx, entryRequestId);
  }
  if (person.entryRequestId) removeEntryRequest(tx, person.entryRequestId);
  forgetPerson(tx, person);
}
