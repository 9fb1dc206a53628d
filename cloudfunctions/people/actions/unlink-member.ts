import { people } from '../../../src/contracts';
import { refuseUnknownMember } from '../../../src/domain/people/erase';
import { cut, newLink } from '../../../src/domain/people/links/link';
import type { Link } from '../../../src/domain/people/links/types';
import * as unlinking from '../../../src/domain/people/unlink';
import { defineCommand } from '../../runtime/define-action';
import { idIsFree } from '../../runtime/id-is-free';
import { loadPerson } from '../../runtime/persons';
import { getKnown } from '../../runtime/store/get-known';
import { findMember } from '../find-member';
import { endDispute } from '../links/dispute';
import { saveLink } from '../links/save-link';
import { takeOut } from '../links/take-out';

/** At once, on the rightful one's demand; its household reads it, and a second person looks. */
export const unlinkMember = defineCommand({
  contract: people.unlinkMember,
  allow: [{ who: 'town-admin' }],
  run: async (context) => {
    const { input, caller, personId, commandId, tx, read, nowMs } = context;
    const found = await findMember(input, { tx, read });
    if (!found) refuseUnknownMember();
    const { household, member } = found;
    unlinking.mustBeAnothersHousehold(household, caller.person?.householdId ?? null);
    const person = await loadPerson(tx, member.personId);
    if (!person) unlinking.refuseNobodyLinked();
    await takeOut({ ...found, person }, context);
    const known = await getKnown<Link>(tx, 'links', person.linkId);
    if (!known) await idIsFree(tx, 'links', commandId);
    const came = { how: 'number' as const, two: [] };
    const link = known ?? newLink(commandId, { person, member }, came, person.joinedAtMs);
    const by = { personId, as: 'town-admin' as const, atMs: nowMs };
    await endDispute(household.householdId, link.linkId, tx);
    saveLink(context, cut(link, member, by), household);
    return { memberId: member.memberId };
  },
});
