import { people } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import type { ProofTown } from '../town';

type Invitation = InputOf<typeof people.invitePerson>;

export const invitedPhone = '13900000001';

/** A banner department sends somebody for two years. */
export const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  ...{ role: 'observer', place: 'town', name: '试派驻', organisation: '试验旗农牧局' },
  ...{ phone: invitedPhone, day: '2026-11-01', cites: '派驻函', untilDay: '2028-11-01' },
  ...change,
});

/** Decided by the two administrators, and not taken up yet; the id of its act. */
export async function openInvitation(
  town: ProofTown,
  change: Partial<Invitation> = {},
): Promise<string> {
  const { administrator, secondAdministrator } = town;
  const { officeActId } = await administrator.must(people.invitePerson, invitation(change));
  await secondAdministrator.must(people.answerOfficeAct, { officeActId, accept: true });
  return officeActId;
}

/** The code as an administrator is shown it. */
export async function codeOfInvitation(town: ProofTown, officeActId: string): Promise<string> {
  const { invitations } = await town.administrator.must(people.listInvitations, {});
  const code = invitations.find((each) => each.officeActId === officeActId)?.code;
  if (!code) throw new Error('no code is shown');
  return code;
}
