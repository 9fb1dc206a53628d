import type { Person, PersonPlace } from '../../src/domain/people/types';
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
  tx.set('persons', person.lookUp, person);
}

/** Somebody who was not known before. */
export function addPerson(tx: Transaction, person: Person): void {
  const { personId, lookUp } = person;
  tx.set('persons', lookUp, person);
  tx.create('person-places', personId, { personId, lookUp });
}

export function forgetPerson(tx: Transaction, { personId, lookUp }: Person): void {
  tx.remove('persons', lookUp);
  tx.remove('person-places', personId);
}
