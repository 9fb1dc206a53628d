import { draftOwner } from './drafts';
import { useSession } from './session';
import { type DraftOffer, type DraftOptions, useDraft } from './use-draft';

type Options<Value> = Omit<DraftOptions<Value>, 'owner' | 'photos'>;

/** The draft of a form that one fills in as oneself, also by an office. It has no photos. */
export function useOwnDraft<Value>(options: Options<Value>): DraftOffer<Value> {
  const owner = useSession((session) => draftOwner(session, 'self'));
  return useDraft<Value>({ ...options, owner });
}
