import { people } from '../../../src/contracts';
import { mostLinesOfAHousehold, mostPastLinks } from '../../../src/contracts/limits';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf } from '../../../src/domain/kernel/time';
import { isRunning } from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import type { Link } from '../../../src/domain/people/links/types';
import { isSurelyAdult } from '../../../src/domain/people/roles';
import type { Household, Member, Person } from '../../../src/domain/people/types';
import { loadHousehold, placeOfHousehold } from '../../points/load';
import { defineQuery, type QueryContext } from '../../runtime/define-action';
import type { Reader } from '../../runtime/store/store';
import { showLink } from '../links/show-link';

const isOut = ({ state }: Link) => state === 'ended' || state === 'cut';

/** The household's lines, how each came in, and who asks to come. */
async function readAbout(householdId: string, read: Reader) {
  const by = { where: { householdId } };
  const [members, links, asked] = await Promise.all([
    read.query<Member>('members', {
      ...by,
      ...{ order: { field: 'memberId', direction: 'asc' }, limit: mostLinesOfAHousehold },
    }),
    read.query<Link>('links', {
      ...by,
      ...{ order: { field: 'linkedAtMs', direction: 'desc' }, limit: mostLinesOfAHousehold },
    }),
    read.query<EntryRequest>('entry-requests', {
      ...by,
      ...{ order: { field: 'askedAtMs', direction: 'desc' }, limit: mostPastLinks },
    }),
  ]);
  return { members: members.filter(({ name }) => name !== ''), links, asked };
}

function linesOf(
  { members, links }: { members: readonly Member[]; links: readonly Link[] },
  reader: Person | null,
  nowMs: number,
) {
  const own = members.find(({ memberId }) => memberId === reader?.memberId);
  const isAdult = own !== undefined && isSurelyAdult(own, dayOf(nowMs));
  return members.map((member) => {
    const { memberId, name, relation, personId } = member;
    const link = links.find(
      (each) => each.memberId === memberId && each.personId === personId && !isOut(each),
    );
    const isOwn = memberId === own?.memberId;
    return {
      ...{ memberId, name, relation, hasJoined: personId !== null, isOwn },
      mayObject: isAdult && !isOwn && link?.state === 'linked',
      link: personId !== null && link ? showLink(link) : null,
    };
  });
}

/** Of one's own household without an id; of another for who watches over it. */
function householdOf({ input, caller, read }: QueryContext<{ householdId?: string }>) {
  const householdId = input.householdId ?? caller.person?.householdId;
  if (!householdId) refuse('join-first', commonRefusals['join-first']);
  return loadHousehold(read, householdId);
}

export const listLinks = defineQuery({
  contract: people.listLinks,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input, ...context }) => {
    const householdId = input.householdId ?? context.caller.person?.householdId;
    return householdId ? placeOfHousehold({ ...context, input: { householdId } }) : {};
  },
  run: async (context) => {
    const { read, caller, nowMs } = context;
    const household: Household = await householdOf(context);
    const { householdId, number } = household;
    const { members, links, asked } = await readAbout(householdId, read);
    const nameOf = (link: Link) =>
      members.find(({ memberId }) => memberId === link.memberId)?.name ?? '';
    const past = links.filter(isOut).slice(0, mostPastLinks);
    return {
      ...{ householdId, householdNumber: number },
      people: linesOf({ members, links }, caller.person, nowMs),
      past: past.map((link) => ({ name: nameOf(link), link: showLink(link) })),
      asking: asked
        .filter(isRunning)
        .map(({ name, askedAtMs }) => ({ name, askedDay: dayOf(askedAtMs) })),
    };
  },
});
