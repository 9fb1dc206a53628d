import type { Model, ModelMember } from './state';
import type { ModelLink } from './state-of-people';

type Came = { linkId: string; personId: string; member: ModelMember; two: string[] };

/** How somebody came to a household stays written. */
export function linkUp(model: Model, { linkId, personId, member, two }: Came): void {
  const { memberId, householdId, villageId } = member;
  model.links.set(linkId, {
    ...{ state: 'linked', householdId, villageId, memberId, personId, two },
    ...{ objector: null, opinion: null, cutBy: null, cutPhone: null },
  });
}

/** Its household may spend again, as far as nothing else stops it. */
export function endDispute(model: Model, householdId: string, linkId: string): void {
  const account = model.accounts.get(householdId);
  if (account) account.disputed = account.disputed.filter((each) => each !== linkId);
}

/** Whoever is erased is named no more, and what waited because of them is over. */
export function forgetLinks(model: Model, isTheirs: (link: ModelLink) => boolean): void {
  for (const [linkId, link] of model.links) {
    if (!isTheirs(link)) continue;
    Object.assign(link, { state: 'ended', personId: null, cutPhone: null });
    endDispute(model, link.householdId, linkId);
  }
}
