import { dropDrafts } from './drafts';
import { dropPack } from './kept-pack';
import { removeFromOutbox, useOutbox } from './outbox';
import { dropPdfs } from './printing/pdf-file';
import { useSession } from './session';
import { forget } from './storage';

/** What this phone remembers of a person; villages, schemes and the choice of type are nobody's. */
const personalKeys = ['me', 'household-card', 'register-import', 'drafts'];

/** This phone as if nobody had ever joined on it. What was not sent goes too. */
export async function forgetMe(): Promise<void> {
  for (const { commandId } of useOutbox.getState().items) await removeFromOutbox(commandId);
  await dropDrafts(() => true);
  for (const key of personalKeys) forget(key);
  await dropPack();
  await dropPdfs();
  const nobody = { me: null, roles: [], waitingJoin: null, waitingEntry: undefined };
  useSession.setState({ ...nobody, reminders: [] });
}
