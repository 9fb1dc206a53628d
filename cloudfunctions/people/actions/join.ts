import { people } from '../../../src/contracts';
import { isUnanswered } from '../../../src/domain/people/answer-join';
import { countTry } from '../../../src/domain/people/attempts';
import * as joining from '../../../src/domain/people/join';
import { readPhoneToken } from '../../../src/domain/people/phone-token';
import type { Attempts, JoinRequest, Member, Village } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { keepPerson } from '../../runtime/persons';
import type { Moving } from '../../runtime/write-message';
import { findInHousehold } from '../find-member';
import { linkUp } from '../links/save-link';
import { endEntryRequest } from '../save-entry-request';
import { saveJoinRequest } from '../save-join-request';

const afterTooMany = '或请村干部帮您加入';

function write(moving: Moving, joined: joining.Joined, request: JoinRequest | null): void {
  const { member, household } = joined;
  const { tx, nowMs } = moving;
  tx.set('members', member.memberId, member);
  tx.set('households', household.householdId, household);
  // They proved it themselves while they waited: nobody has to answer any more.
  if (!request || !isUnanswered(request)) return;
  const answered = { state: 'joined', answeredAtMs: nowMs } as const;
  // Answered, it waits for nobody.
  saveJoinRequest(moving, { ...request, ...answered }, household);
}

export const join = defineCommand({
  contract: people.join,
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  leavesNothing: ['village-not-found', 'name-needed', 'phone-token-stale', 'too-many-tries'],
  run: async (context) => {
    const { input, caller, lookUp, tx, read, keep, nowMs, secret, newId } = context;
    const { villageId, householdNumber, name, namesShown } = input;
    const village = await tx.get<Village>('villages', villageId);
    if (!village) joining.refuseVillage();
    const { person } = caller;
    joining.mustNotJoinTwice(person);
    joining.mustSayWho(name, input.phoneToken);
    const matches = (text: string, mac: string) => secret.matches('phone', text, mac);
    const provenPhone =
      input.phoneToken === undefined
        ? null
        : readPhoneToken(input.phoneToken, lookUp, nowMs, matches);
    const triesId = `join.${lookUp}`;
    const before = await tx.get<Attempts>('attempts', triesId);
    const { attempts, triesLeft } = countTry(before, nowMs, afterTooMany);
    keep('attempts', triesId, attempts);
    const meant = (members: readonly Member[]) => joining.memberMeant(members, name, provenPhone);
    const found = await findInHousehold({ villageId, householdNumber }, meant, { tx, read });
    const isProven = found !== null && joining.phoneProvesIt(found.member, provenPhone);
    // Whoever says no name is who has the number, also where it was just taken out of the line.
    if (!found || (name === undefined && !isProven)) joining.refuseNotInRegister(triesLeft);
    const openid = caller.identity.kind === 'wechat' ? caller.identity.openid : '';
    const asker = { personId: person?.personId ?? newId(), lookUp, openid, person };
    joining.mustNotBeJoinedYet(found.member, asker.personId);
    const place = { village, ...found };
    await endEntryRequest(person, tx);
    if (isProven) {
      const waitingId = person?.joinRequestId;
      const request = waitingId ? await tx.get<JoinRequest>('join-requests', waitingId) : null;
      const made = joining.joinAsMember(asker, place, namesShown, nowMs);
      const joined = await linkUp(context, made, { how: 'number', two: [] });
      keepPerson(tx, joined.person, person !== null);
      write(context, joined, request);
      return { state: 'joined' as const };
    }
    const asked = joining.askToJoin(asker, place, namesShown, nowMs);
    keepPerson(tx, asked.person, person !== null);
    saveJoinRequest(context, asked.request, found.household);
    // So that it collides with erasing the member, who has only read the requests that stood: one
    // more would keep the name that was to go.
    tx.set('members', found.member.memberId, found.member);
    return { state: 'waiting' as const };
  },
});
