import { people } from '../../../src/contracts';
import {
  confirmLines,
  refuseOwnEntries,
  type SeenLine,
} from '../../../src/domain/people/confirm-members';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Member, Village } from '../../../src/domain/people/types';
import { refuseUnknownVillage } from '../../../src/domain/town/open';
import { rolesOf } from '../../runtime/caller';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { partsOf } from '../../runtime/parts-of';
import { checkEntries } from '../save-entry-check';

/** As many as a transaction can well read and write. */
const linesAtOnce = 20;

type Confirming = Pick<RunContext<unknown>, 'store' | 'caller'> & { villageId: string };

async function confirmSome(
  { store, caller, villageId }: Confirming,
  seen: readonly SeenLine[],
): Promise<{ confirmed: number; notTheirs: number; left: number }> {
  const by = { personId: caller.personId ?? '', as: deciderOf(rolesOf(caller), villageId) };
  return store.transact(async (tx) => {
    const found = await Promise.all(
      seen.map(({ memberId }) => tx.get<Member>('members', memberId)),
    );
    const members = found.filter((member) => member?.villageId === villageId);
    const { confirmed, ...rest } = confirmLines(members as Member[], seen, by);
    for (const member of confirmed) tx.set('members', member.memberId, member);
    return { confirmed: confirmed.length, ...rest };
  });
}

export const confirmEntries = defineRun({
  contract: people.confirmEntries,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input: { villageId } }) => ({ villageId }),
  run: async ({ input: { villageId, lines }, ...context }) => {
    const { store, caller } = context;
    const village = await store.get<Village>('villages', villageId);
    if (!village) refuseUnknownVillage();
    let [confirmed, notTheirs, left] = [0, 0, 0];
    for (const part of partsOf(lines, linesAtOnce)) {
      const done = await confirmSome({ store, caller, villageId }, part);
      confirmed += done.confirmed;
      notTheirs += done.notTheirs;
      left += done.left;
    }
    if (confirmed === 0 && notTheirs > 0) refuseOwnEntries();
    await checkEntries(context, village);
    // As of all of them, so that one that goes on answers what it would have answered at once.
    return { villageId, confirmed: lines.length - left, left };
  },
});
