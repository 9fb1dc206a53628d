import { people } from '../../../../src/contracts';
import { has } from '../model/rule';
import type { Scene } from './move';

type Shown = { invitations: { officeActId: string; code: string | null; phone: string }[] };

/** Somebody of the town looks at the codes that nobody has used; whoever sees one may keep it. */
export async function showCodes({ world, model, openids }: Scene): Promise<void> {
  const openid = openids.find((each) =>
    has(model.persons.get(world.personIdOf(each)) ?? null, 'town-admin'),
  );
  if (openid === undefined) return;
  const answer = await world.ask(people.listInvitations, {}, openid);
  if (!answer.ok) return;
  for (const { officeActId, code, phone } of (answer.value as Shown).invitations) {
    const hash = model.acts.get(officeActId)?.invited?.hash;
    if (code && hash) model.inviteCodes.set(code, { hash, phone });
  }
}
