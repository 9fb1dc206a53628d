import { people } from '../../../src/contracts';
import { entryRequestsPerPage } from '../../../src/contracts/limits';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import { isSameName } from '../../../src/domain/people/names';
import type { Household, Member } from '../../../src/domain/people/types';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { inOrderOf, readWaiting } from '../../runtime/read-waiting';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';

/** More people than live in any household. */
const mostMembers = 100;

/** What of it stands in the register already: both who decide see what does and does not fit. */
async function standsAlready(request: EntryRequest, read: Reader) {
  const { householdId, name, phone, villageId } = request;
  const order = { field: 'memberId', direction: 'asc' } as const;
  const [there, byNumber] = await Promise.all([
    householdId
      ? read.query<Member>('members', { where: { householdId }, order, limit: mostMembers })
      : [],
    phone ? read.query<Member>('members', { where: { phone }, order, limit: 1 }) : [],
  ]);
  const [other] = byNumber.filter((member) => member.villageId === villageId);
  const household = other && (await read.get<Household>('households', other.householdId));
  return {
    nameStandsThere: there.some((member) => isSameName(member.name, name)),
    numberStandsAt: household?.number ?? null,
  };
}

async function shown(request: EntryRequest, read: Reader) {
  const { phone, state, agreed, noes, ...rest } = request;
  return {
    ...rest,
    ...(await standsAlready(request, read)),
    phoneProven: phone !== null,
    appealed: state === 'appealed' || state === 'backed',
    agreedAs: agreed?.as ?? null,
    refusedBecause: noes.at(-1)?.reason ?? null,
  };
}

/** Names stand in full: whoever answers must know whom they enter. */
export const listEntryRequests = defineQuery({
  contract: people.listEntryRequests,
  allow: [{ who: 'cadre' }, { who: 'supervisor' }, { who: 'town-admin' }],
  run: async ({ input, read, caller: { person } }) => {
    if (!person) return { requests: [], more: false, next: null };
    const { steps, keysOf } = queues['entry-requests'];
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: keysOf(person), steps, reader: person },
      ...{ after: input.after, perPage: entryRequestsPerPage },
    });
    const ids = tasks.map(({ subjectId }) => subjectId);
    const found = inOrderOf(tasks, await readByIds<EntryRequest>(read, 'entry-requests', ids));
    const requests = await Promise.all(found.map((request) => shown(request, read)));
    return { requests, more, next };
  },
});
