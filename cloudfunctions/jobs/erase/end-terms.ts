import { addDays, dayOf } from '../../../src/domain/kernel/time';
import { withoutOffice } from '../../../src/domain/people/offices/appoint';
import { withdraw } from '../../../src/domain/people/offices/office-act';
import type { HeldOffice, Invitation, OfficeAct } from '../../../src/domain/people/offices/types';
import { keptSinceMs } from '../../../src/domain/people/retention';
import { removePerson } from '../../people/erase';
import { closeInvitation } from '../../people/invitations';
import { loadPerson, savePerson } from '../../runtime/persons';
import { type ErasePorts, eraseEach, type Part } from './part';

const perCall = 100;

/** Invited for a term: it gave no right any more since that day, and now nobody is listed by it. */
async function endTerm({ officeId }: HeldOffice, { store }: ErasePorts): Promise<void> {
  await store.transact(async (tx) => {
    const held = await tx.get<HeldOffice>('offices', officeId);
    if (!held) return;
    tx.remove('offices', officeId);
    const person = await loadPerson(tx, held.personId);
    if (!person) return;
    const left = withoutOffice(person, held);
    const isNobody = left.roles.length === 0 && !left.householdId && !left.joinRequestId;
    if (isNobody) await removePerson(person, { tx, read: store });
    else savePerson(tx, left);
  });
}

/** Whose name and number it holds has long been asked otherwise. */
async function endInvitation({ codeHash, officeActId }: Invitation, { store }: ErasePorts) {
  await store.transact(async (tx) => {
    const act = await tx.get<OfficeAct>('office-acts', officeActId);
    const isOpen = act?.state === 'invited' && act.invited?.codeHash === codeHash;
    if (act && isOpen) {
      const ended = await closeInvitation(withdraw(act, act.proposed.personId), tx);
      tx.set('office-acts', officeActId, ended);
    }
    tx.remove('invitations', codeHash);
  });
}

/** Offices of invited people whose term is over, and codes that nobody used. */
export async function endTerms(ports: ErasePorts): Promise<Part> {
  const { store, nowMs } = ports;
  const [offices, invitations] = await Promise.all([
    store.query<HeldOffice>('offices', {
      where: { basis: 'invited' },
      order: { field: 'untilDay', direction: 'desc' },
      after: addDays(dayOf(nowMs), 1),
      limit: perCall * 2,
    }),
    store.query<Invitation>('invitations', {
      where: { townId: 'town' },
      order: { field: 'codeUntilMs', direction: 'desc' },
      after: keptSinceMs('invitation', nowMs),
      limit: perCall * 2,
    }),
  ]);
  const due = [
    ...offices.map((office) => () => endTerm(office, ports)),
    ...invitations.map((invitation) => () => endInvitation(invitation, ports)),
  ];
  return eraseEach(ports, due, perCall, (end) => end());
}
