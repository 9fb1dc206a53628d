import { jobs } from '../../../src/contracts';
import type { Person } from '../../../src/domain/people/types';
import { lookUpsOf } from '../../runtime/caller';
import { defineRun } from '../../runtime/define-action';
import { eachForItself } from '../../runtime/in-parallel';
import { movePerson } from '../../runtime/persons';
import type { Secret } from '../../runtime/secret';
import type { Store } from '../../runtime/store/store';

/** People one call moves; the timer comes again soon. */
const batchSize = 190;
const atOnce = 5;

/** Nobody is looked for where there is no older key. */
async function underOlderKeys(store: Store, secret: Secret): Promise<Person[]> {
  const [, ...older] = secret.keyIds('person');
  const found: Person[] = [];
  for (const keyId of older) {
    const order = { field: 'personId', direction: 'asc' } as const;
    const limit = batchSize + 1;
    found.push(...(await store.query<Person>('persons', { where: { keyId }, order, limit })));
  }
  return found;
}

async function move(store: Store, secret: Secret, { lookUp }: Person): Promise<void> {
  await store.transact(async (tx) => {
    const person = await tx.get<Person>('persons', lookUp);
    const [newest] = lookUpsOf(secret, person?.openid ?? '');
    if (person && newest && newest !== person.lookUp) movePerson(tx, person, newest);
  });
}

/** After a key was replaced: each person moves under the newest, in a transaction of their own. */
export const movePersons = defineRun({
  contract: jobs.movePersons,
  allow: [{ who: 'timer' }],
  async run({ store, secret, hasTime }) {
    const all = await underOlderKeys(store, secret);
    const batch = all.slice(0, batchSize);
    const one = (person: Person) => move(store, secret, person);
    const { errors, left } = await eachForItself(batch, atOnce, one, hasTime);
    if (errors.length > 0) throw errors[0];
    return { done: batch.length - left, left: left + all.length - batch.length };
  },
});
