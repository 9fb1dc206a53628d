import { useEffect, useRef } from 'react';
import { draftOwner } from '../../../client/drafts';
import { useSession } from '../../../client/session';
import { type DraftOffer, useDraft } from '../../../client/use-draft';
import type { PointItem } from '../../../contracts/scheme';
import { type DeedDraft, isWorked } from './deed';
import type { DeedForm } from './use-deed';
import type { Mending } from './use-mending';

/** A deed as it was filled in, without its photos, and what the page knows beside it. */
export type LeftDeed<Beside> = {
  item: PointItem | null;
  draft: Omit<DeedDraft, 'photos'>;
  beside: Beside;
};

type Options<Beside> = {
  key: string;
  /** As `draftOwner` takes it. */
  as: Parameters<typeof draftOwner>[1];
  deed: DeedForm;
  beside: Beside;
  /** Enough is chosen to be worth coming back to. */
  begun: boolean;
  mending: Mending | null;
  onRestore?: (beside: Beside) => void;
};

export type DeedDraftOffer<Beside> = DraftOffer<LeftDeed<Beside>> & {
  /** What the form holds now. */
  filled: LeftDeed<Beside>;
};

/** Keeps the form of a deed for a day, and fills it with what is to be mended. */
export function useDeedDraft<Beside>(options: Options<Beside>): DeedDraftOffer<Beside> {
  const { as, deed, beside, begun, mending, onRestore } = options;
  const owner = useSession((session) => draftOwner(session, as));
  const { photos, ...draft } = deed.draft;
  const filled = { item: deed.item, draft, beside };
  const restore = (left: LeftDeed<Beside>, addresses: string[]) => {
    deed.fill(left.item, { ...left.draft, photos: addresses });
    onRestore?.(left.beside);
  };
  const offer = useDraft<LeftDeed<Beside>>({
    ...{ owner, photos, restore },
    key: mending ? `mend ${mending.openedId}` : options.key,
    value: begun || isWorked(deed.draft) ? filled : null,
  });
  const open = useRef(() => {});
  open.current = () => {
    if (!mending?.item.form) return;
    const left = mending.item.form.filled as LeftDeed<Beside>;
    // What was changed already and not sent goes on.
    if (offer.found) offer.found.goOn();
    else mending.openPhotos().then((addresses) => restore(left, addresses));
  };
  useEffect(() => open.current(), []);
  return { ...offer, filled };
}
