import { people } from '../../src/contracts';
import type { Actor } from './cloud-client';

/** A second person looks through all that one person alone entered into registers. */
export async function confirmEntries(second: Pick<Actor, 'must'>): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const page = await second.must(people.listEntries, after === undefined ? {} : { after });
    const { villageId, entries, next } = page;
    if (villageId === null) return;
    if (entries.length > 0) {
      const lines = entries.map(({ memberId, enteredAtMs }) => ({ memberId, enteredAtMs }));
      await second.must(people.confirmEntries, { villageId, lines });
    }
    after = next ?? undefined;
  }
}
