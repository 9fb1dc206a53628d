import { people } from '../../../src/contracts';
import { countTry } from '../../../src/domain/people/attempts';
import * as joining from '../../../src/domain/people/join';
import { readPhoneToken } from '../../../src/domain/people/phone-token';
import type { Attempts, JoinRequest, Person, Village } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import type { Transaction } from '../../runtime/store/store';
import { findMember } from '../find-member';
import { saveJoinRequest } from '../save-join-request';

const afterTooMany = '或请村干部帮您加入';

function write(
  tx: Transaction,
  joined: joining.Joined,
  request: JoinRequest | null,
  nowMs: number,
): void {
  const { person, member, household } = joined;
  tx.set('persons', person.personId, person);
  tx.set('members', member.memberId, member);
  tx.set('households', household.householdId, household);
  // They proved it themselves while they waited: nobody has to answer any more.
  if (request?.state !== 'waiting') return;
  const answered = { state: 'joined', answeredAtMs: nowMs } as const;
  saveJoinRequest(tx, { ...request, ...answered }, nowMs);
}

export const join = defineCommand({
  contract: people.join,
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  leavesNothing: ['village-not-found', 'phone-token-stale', 'too-many-tries'],
  run: async ({ input, caller, personId, tx, read, keep, nowMs, secret }) => {
    const { villageId, householdNumber, name, namesShown } = input;
    const village = await tx.get<Village>('villages', villageId);
    if (!village) joining.refuseVillage();
    const person = await tx.get<Person>('persons', personId);
    joining.mustNotJoinTwice(person);
    const matches = (text: string, mac: string) => secret.matches('phone', text, mac);
    const provenPhone =
      input.phoneToken === undefined
        ? null
        : readPhoneToken(input.phoneToken, personId, nowMs, matches);
    const triesId = `join.${personId}`;
    const before = await tx.get<Attempts>('attempts', triesId);
    const { attempts, triesLeft } = countTry(before, nowMs, afterTooMany);
    keep('attempts', triesId, attempts);
    const found = await findMember({ villageId, householdNumber, name }, { tx, read });
    if (!found) joining.refuseNotInRegister(triesLeft);
    joining.mustNotBeJoinedYet(found.member, personId);
    const openid = caller.identity.kind === 'wechat' ? caller.identity.openid : '';
    const asker = { personId, openid, person };
    const place = { village, ...found };
    if (joining.phoneProvesIt(found.member, provenPhone)) {
      const waitingId = person?.joinRequestId;
      const request = waitingId ? await tx.get<JoinRequest>('join-requests', waitingId) : null;
      write(tx, joining.joinAsMember(asker, place, namesShown, nowMs), request, nowMs);
      return { state: 'joined' as const };
    }
    const asked = joining.askToJoin(asker, place, namesShown, nowMs);
    tx.set('persons', personId, asked.person);
    saveJoinRequest(tx, asked.request, nowMs);
    // So that it collides with erasing the member, who has only read the requests that stood: one
    // more would keep the name that was to go.
    tx.set('members', found.member.memberId, found.member);
    return { state: 'waiting' as const };
  },
});
