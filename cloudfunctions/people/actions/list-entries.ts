import { people } from '../../../src/contracts';
import { namesPerPage } from '../../../src/contracts/limits';
import { mayConfirm } from '../../../src/domain/people/confirm-members';
import { isSameName } from '../../../src/domain/people/names';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { EntryCheck, Household, Member } from '../../../src/domain/people/types';
import { queues } from '../../../src/domain/tasks/queues';
import { rolesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { readWaiting } from '../../runtime/read-waiting';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Stored } from '../../runtime/store/store';
import { readEntries } from '../save-entry-check';

/** What is compared with the people one knows, and with the paper: whole, to whoever may decide. */
function shown(member: Stored<Member>, households: readonly Household[]) {
  const household = households.find((each) => each.householdId === member.householdId);
  const { memberId, name, relation, birthYear, phone, entered } = member;
  const { number: householdNumber = 0, headName = '' } = household ?? {};
  const enteredAtMs = entered?.atMs ?? 0;
  return {
    ...{ memberId, householdNumber, headName, name, relation, birthYear, phone },
    ...{ enteredAtMs, enteredAs: entered?.as ?? 'town-admin' },
  };
}

type Shown = Pick<ReturnType<typeof shown>, 'householdNumber' | 'name' | 'headName'>;

/** As the paper has them: by number, the head first. */
function byHousehold(left: Shown, right: Shown): number {
  const isHead = ({ name, headName }: Shown) => Number(isSameName(name, headName));
  return left.householdNumber - right.householdNumber || isHead(right) - isHead(left);
}

export const listEntries = defineQuery({
  contract: people.listEntries,
  allow: [{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async ({ input: { after }, read, caller }) => {
    const { person, personId } = caller;
    const nothing = { villageId: null, villageName: '', entries: [], more: false, next: null };
    if (!person || !personId) return nothing;
    const { steps, keysOf } = queues.entries;
    const [villageIdAfter, memberIdAfter] = after?.split('.') ?? [];
    const asked = { keys: keysOf(person), steps, reader: person, perPage: 1 };
    const { tasks } = await readWaiting(read, asked);
    const [task] = tasks;
    if (!task) return nothing;
    const { subjectId: villageId } = task;
    // The village before is done: this one is read from its beginning.
    const goesOn = villageIdAfter === villageId && memberIdAfter !== undefined;
    const [check, page] = await Promise.all([
      read.get<EntryCheck>('entry-checks', villageId),
      readEntries(read, villageId, {
        ...(goesOn && { after: memberIdAfter }),
        limit: namesPerPage,
      }),
    ]);
    const as = deciderOf(rolesOf(caller), villageId);
    const by = { personId, as };
    const theirs = page.filter((member) => mayConfirm(member, by));
    const ids = [...new Set(theirs.map(({ householdId }) => householdId))];
    const households = await readByIds<Household>(read, 'households', ids);
    const entries = theirs.map((member) => shown(member, households)).sort(byHousehold);
    const more = page.length === namesPerPage;
    const next = more ? `${villageId}.${page.at(-1)?.memberId}` : null;
    return { villageId, villageName: check?.villageName ?? '', entries, more, next };
  },
});
