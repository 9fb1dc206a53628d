import { people } from '../../../src/contracts';
import { mostOfficesAtAPlace } from '../../../src/contracts/limits';
import { invitedOffice } from '../../../src/contracts/offices';
import { dayOf } from '../../../src/domain/kernel/time';
import { countTry } from '../../../src/domain/people/attempts';
import * as appointing from '../../../src/domain/people/offices/appoint';
import * as inviting from '../../../src/domain/people/offices/invitation';
import { isByOne, refuseUnknownAct } from '../../../src/domain/people/offices/office-act';
import type { Invitation, OfficeAct } from '../../../src/domain/people/offices/types';
import { readPhoneToken } from '../../../src/domain/people/phone-token';
import type { Attempts } from '../../../src/domain/people/types';
import { type CommandContext, defineCommand } from '../../runtime/define-action';
import { addPerson, savePerson } from '../../runtime/persons';
import { hashesOf, heldByPerson, isInvitation, useUp } from '../invitations';
import { readPlace } from '../offices/load-place';
import { saveOfficeAct } from '../save-office-act';

type Context = CommandContext<{ invitationCode: string; phoneToken: string }>;

/** One more guess of today, and what it found. */
async function findInvitation({ input, tx, lookUp, keep, nowMs, secret }: Context) {
  const triesId = `invite.${lookUp}`;
  const before = await tx.get<Attempts>('attempts', triesId);
  const { attempts, triesLeft } = countTry(before, nowMs, '或请镇里再给您看一次邀请码');
  keep('attempts', triesId, attempts);
  for (const hash of hashesOf(input.invitationCode, secret)) {
    const invitation = await tx.get<Invitation>('invitations', hash);
    if (invitation) return invitation;
  }
  return inviting.refuseUnknownCode(triesLeft);
}

/** As it stands on the day it is taken up: the shop may be gone, the list full. */
async function mustHavePlace(act: OfficeAct, { tx, read }: Context): Promise<void> {
  if (!(await readPlace(act, tx))) appointing.refuseUnknownPlace();
  const limit = mostOfficesAtAPlace;
  const there = await read.query('offices', { where: { place: act.place }, limit });
  appointing.mustBeRoomAt(there.length);
}

export const acceptInvitation = defineCommand({
  contract: people.acceptInvitation,
  allow: [{ who: 'wechat-user' }],
  keepsOnRefusal: ['attempts'],
  leavesNothing: ['phone-token-stale', 'too-many-tries'],
  run: async (context) => {
    const { input, caller, lookUp, tx, nowMs, secret, newId } = context;
    const matches = (text: string, mac: string) => secret.matches('phone', text, mac);
    const phone = readPhoneToken(input.phoneToken, lookUp, nowMs, matches);
    const invitation = await findInvitation(context);
    const act = await tx.get<OfficeAct>('office-acts', invitation.officeActId);
    if (!act || !isInvitation(act)) refuseUnknownAct();
    const { person } = caller;
    const openid = caller.identity.kind === 'wechat' ? caller.identity.openid : '';
    const user = { personId: person?.personId ?? newId(), lookUp, openid, person };
    inviting.mustBeTakeable(invitation, act, { personId: user.personId, phone }, nowMs);
    const held = person && (await heldByPerson(person, act, context));
    if (person) inviting.mustNotHoldOtherwise(person, act, held);
    const { role, place, placeName } = act;
    appointing.mustHaveRoom({ role, place, placeName }, person?.roles ?? []);
    if (!held) await mustHavePlace(act, context);
    const taken = inviting.takenUpBy(user, act, nowMs);
    if (person) savePerson(tx, taken);
    else addPerson(tx, taken);
    if (held) tx.remove('offices', held.officeId);
    const inForce = await useUp(act, taken.personId, tx);
    const sinceDay = dayOf(nowMs);
    const office = { ...appointing.officeBy(inForce, isByOne(inForce)), sinceDay };
    tx.create('offices', office.officeId, office);
    saveOfficeAct(context, inForce, null);
    return { role: invitedOffice.parse(role), untilDay: act.untilDay ?? '' };
  },
});
