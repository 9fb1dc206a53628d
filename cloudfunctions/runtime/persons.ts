import type { Person, PersonPlace } from '../../src/domain/people/types';
import { keyIdOf } from './secret';
import { getKnown } from './store/get-known';
import type { Reader, Stored, Transaction } from './store/store';

/** The person with an id, or null where there is none, or no more. */
export async function loadPerson(
  from: Pick<Reader, 'get'>,
  personId: string | null | undefined,
): Promise<Stored<Person> | null> {
  const place = await getKnown<PersonPlace>(from, 'person-places', personId);
  return getKnown<Person>(from, 'persons', place?.lookUp);
}

/** As they are from now on. */
export function savePerson(tx: Transaction, person: Person): void {
  tx.set('persons', person.lookUp, { ...person, keyId: keyIdOf(person.lookUp) });
}

/** Somebody who was not known before. */
export function addPerson(tx: Transaction, person: Person): void {
  const { personId, lookUp } = person;
  savePerson(tx, person);
  tx.create('person-places', personId, { personId, lookUp });
}

/** @param isKnown whether they were known before */
export function keepPerson(tx: Transaction, person: Person, isKnown: boolean): void {
  if (isKnown) savePerson(tx, person);
  else addPerson(tx, person);
}

/** The same person under another look-up: nobody who knows their id notices. */
export function movePerson(tx: Transaction, person: Person, lookUp: string): void {
  const { personId } = person;
  tx.remove('persons', person.lookUp);
  tx.create('persons', lookUp, { ...person, lookUp, keyId: keyIdOf(lookUp) });
  tx.set('person-places', personId, { personId, lookUp });
}

export function forgetPerson(tx: Transaction, { personId, lookUp }: Person): void {
  tx.remove('persons', lookUp);
  tx.remove('person-places', personId);
}
