import { people } from '../../../src/contracts';
import { object, refuseLink } from '../../../src/domain/people/links/link';
import type { Link } from '../../../src/domain/people/links/types';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { beginDispute } from '../links/dispute';
import { saveLink } from '../links/save-link';

export const objectToLink = defineCommand({
  contract: people.objectToLink,
  allow: [{ who: 'resident' }],
  run: async (context) => {
    const { input, caller, personId, tx, nowMs } = context;
    const { linkId, reason } = input;
    const { householdId, memberId } = caller.person ?? {};
    const [link, household, member] = await Promise.all([
      tx.get<Link>('links', linkId),
      getKnown<Household>(tx, 'households', householdId),
      getKnown<Member>(tx, 'members', memberId),
    ]);
    // Of another household nothing is told.
    if (!link || !household || !member || link.householdId !== householdId) refuseLink();
    const objected = object(link, member, { personId, reason }, nowMs);
    await beginDispute(link.householdId, linkId, context);
    saveLink(context, objected, household);
    return { linkId, state: 'objected' as const };
  },
});
