import { people } from '../../../src/contracts';
import { assert } from '../../../src/domain/kernel/refusal';
import { numberCountsAgain, refuseLink, settle } from '../../../src/domain/people/links/link';
import type { Link } from '../../../src/domain/people/links/types';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Household, Member } from '../../../src/domain/people/types';
import { knownHousehold, moverFor } from '../../points/load';
import { rolesOf } from '../../runtime/caller';
import { type CommandContext, defineCommand } from '../../runtime/define-action';
import { loadPerson } from '../../runtime/persons';
import { endDispute } from '../links/dispute';
import { saveLink } from '../links/save-link';
import { takeOut } from '../links/take-out';

type Context = Pick<CommandContext<unknown>, 'tx' | 'read' | 'nowMs'>;

/** Who was objected to and is found not to be of the household is out at once. */
async function out(link: Link, household: Household, context: Context): Promise<void> {
  const { tx } = context;
  const member = await tx.get<Member>('members', link.memberId);
  // Gone since, or somebody else stands there by now.
  if (!member || member.personId === null || member.personId !== link.personId) return;
  const person = await loadPerson(tx, member.personId);
  if (person) await takeOut({ household, member, person }, context);
}

/** The town was wrong to take somebody out. */
async function back(link: Link, { tx }: Context): Promise<void> {
  const member = await tx.get<Member>('members', link.memberId);
  if (member) tx.set('members', member.memberId, numberCountsAgain(member, link));
}

export const settleLink = defineCommand({
  contract: people.settleLink,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: async ({ input, read }) => {
    const link = await read.get<Link>('links', input.linkId);
    return link ? { villageId: link.villageId } : {};
  },
  run: async (context) => {
    const { input, caller, tx, nowMs } = context;
    const { linkId, reason = null } = input;
    const link = await tx.get<Link>('links', linkId);
    if (!link) refuseLink();
    const household = await knownHousehold(tx, link.householdId);
    const as = deciderOf(rolesOf(caller), link.villageId);
    const mover = await moverFor(tx, caller, household);
    const settled = settle(link, { out: input.out, reason }, { ...mover, as }, nowMs);
    const { state } = settled;
    assert(state === 'proposed' || state === 'stays' || state === 'ended', 'it leads on');
    if (state !== 'proposed') await endDispute(link.householdId, linkId, tx);
    if (state === 'ended' && link.state === 'proposed') await out(link, household, context);
    if (state === 'stays' && link.state === 'cut') await back(link, context);
    saveLink(context, settled, household);
    return { linkId, state };
  },
});
