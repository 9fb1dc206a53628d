import { mostLinesOfAPhone } from '../../src/contracts/limits';
import * as inviting from '../../src/domain/people/offices/invitation';
import { isByOne } from '../../src/domain/people/offices/office-act';
import type {
  HeldOffice,
  Invitation,
  Invited,
  OfficeAct,
} from '../../src/domain/people/offices/types';
import type { Household, Member, Person } from '../../src/domain/people/types';
import type { CommandContext } from '../runtime/define-action';
import type { Secret } from '../runtime/secret';
import { readByIds } from '../runtime/store/read-by-ids';
import type { Reader, Transaction } from '../runtime/store/store';
import { giftGivenBack } from './offices/founders-gift';

type Reach = { tx: Transaction; read: Reader };
type Coding = Pick<CommandContext<unknown>, 'tx' | 'nowMs' | 'secret'>;
export type Invitee = OfficeAct & { invited: Invited };

const hashDigits = 32;

export const isInvitation = (act: OfficeAct): act is Invitee => act.invited !== undefined;

/** Under which ids a code may lie: by each key there is. */
export const hashesOf = (code: string, secret: Secret) =>
  secret.signEach('invite', inviting.hashText(code), hashDigits);

/** The code of an act as it would be made now. */
function codeNow(act: Invitee, codes: number, secret: Secret): string {
  return inviting.codeOf(secret.sign('invite', inviting.codeText(act, codes)));
}

/** The code that stands; null once its key was replaced, since it is kept nowhere. */
export function standingCode(act: Invitee, secret: Secret): string | null {
  const { codes, codeHash } = act.invited;
  const code = codeNow(act, codes, secret);
  return codeHash !== null && hashesOf(code, secret).includes(codeHash) ? code : null;
}

/** Whose register lines have the number that an invitation names: their people stay out of it. */
export async function householdsOfPhone(phone: string, read: Reader): Promise<Household[]> {
  const members = await read.query<Member>('members', {
    where: { phone },
    order: { field: 'memberId', direction: 'asc' },
    limit: mostLinesOfAPhone,
  });
  const ids = [...new Set(members.map(({ householdId }) => householdId))];
  return ids.length === 0 ? [] : readByIds<Household>(read, 'households', ids);
}

/** Invitations that two people decided and nobody has taken up, the oldest first. */
export function openInvitations(read: Reader, limit: number): Promise<OfficeAct[]> {
  return read.query<OfficeAct>('office-acts', {
    where: { state: 'invited' },
    order: { field: 'officeActId', direction: 'asc' },
    limit,
  });
}

async function setInvitation(
  { invited }: Invitee,
  state: Invitation['state'],
  tx: Transaction,
): Promise<void> {
  if (invited.codeHash === null) return;
  const invitation = await tx.get<Invitation>('invitations', invited.codeHash);
  if (invitation) tx.set('invitations', invitation.codeHash, { ...invitation, state });
}

/** The act with its next code; the one before is dead. */
export async function withNewCode(act: Invitee, { tx, nowMs, secret }: Coding): Promise<Invitee> {
  await setInvitation(act, 'replaced', tx);
  const code = codeNow(act, act.invited.codes + 1, secret);
  const hash = secret.sign('invite', inviting.hashText(code), hashDigits);
  const { invited, invitation } = inviting.withCode(act, hash, nowMs);
  tx.create('invitations', hash, invitation);
  return { ...act, invited };
}

/** Nobody will take it up: code and number are gone, and the founder's gift can be given anew. */
export async function closeInvitation(act: OfficeAct, tx: Transaction): Promise<OfficeAct> {
  if (!isInvitation(act)) return act;
  await setInvitation(act, 'withdrawn', tx);
  if (isByOne(act)) await giftGivenBack({ tx });
  return inviting.closed(act);
}

/** Taken up: the code is used, whose number it was is forgotten. */
export async function useUp(act: Invitee, personId: string, tx: Transaction): Promise<OfficeAct> {
  await setInvitation(act, 'used', tx);
  return { ...inviting.closed(act), state: 'in-force', personId };
}

/** The office that somebody who stands in no register holds there. */
export async function heldByPerson(
  { personId }: Person,
  { role, place }: OfficeAct,
  { read }: Pick<Reach, 'read'>,
): Promise<HeldOffice | null> {
  const held = await read.query<HeldOffice>('offices', {
    where: { personId },
    order: { field: 'officeId', direction: 'asc' },
    limit: 100,
  });
  return held.find((each) => each.role === role && each.place === place) ?? null;
}
