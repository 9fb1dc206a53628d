import { useEffect, useRef } from 'react';
import { draftOwner } from '../../../client/drafts';
import { useSession } from '../../../client/session';
import { type DraftOffer, useDraft } from '../../../client/use-draft';
import type { PointItem } from '../../../contracts/scheme';
import { type DeedDraft, isWorked } from './deed';
import type { DeedForm } from './use-deed';

/** A deed as it was filled in, without its photos, and what the page knows beside it. */
export type LeftDeed<Beside> = {
  item: PointItem | null;
  draft: Omit<DeedDraft, 'photos'>;
  beside: Beside;
};

/** What a form begins with: something that is to be put right. */
export type Start<Beside> = {
  left: LeftDeed<Beside>;
  /** Answers the addresses of its photos on this phone. */
  openPhotos: () => Promise<string[]>;
};

type Options<Beside> = {
  key: string;
  /** As `draftOwner` takes it. */
  as: Parameters<typeof draftOwner>[1];
  deed: DeedForm;
  beside: Beside;
  /** Enough is chosen to be worth coming back to. */
  begun: boolean;
  /** Null also while it is not known yet. */
  start: Start<Beside> | null;
  onRestore?: (beside: Beside) => void;
};

export type DeedDraftOffer<Beside> = DraftOffer<LeftDeed<Beside>> & {
  /** What the form holds now. */
  filled: LeftDeed<Beside>;
};

/** Keeps the form of a deed for a day, and fills it with what it begins with. */
export function useDeedDraft<Beside>(options: Options<Beside>): DeedDraftOffer<Beside> {
  const { as, key, deed, beside, begun, start, onRestore } = options;
  const owner = useSession((session) => draftOwner(session, as));
  const { photos, ...draft } = deed.draft;
  const filled = { item: deed.item, draft, beside };
  const restore = (left: LeftDeed<Beside>, addresses: string[]) => {
    deed.fill(left.item, { ...left.draft, photos: addresses });
    onRestore?.(left.beside);
  };
  const offer = useDraft<LeftDeed<Beside>>({
    ...{ key, owner, photos, restore },
    value: begun || isWorked(deed.draft) ? filled : null,
  });
  const started = useRef(false);
  useEffect(() => {
    if (start === null || started.current) return;
    started.current = true;
    // What was changed already and not sent goes on.
    if (offer.found) offer.found.goOn();
    else start.openPhotos().then((addresses) => restore(start.left, addresses));
  });
  return { ...offer, filled };
}
