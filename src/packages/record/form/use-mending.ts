import { useRef, useState } from 'react';
import { type OutboxItem, useOutbox } from '../../../client/outbox';
import { openPhoto } from '../../../client/photos';
import { type Session, useSession } from '../../../client/session';
import type { Mended } from './send-deed';
import type { LeftDeed, Start } from './use-deed-draft';

/** A refused item of the outbox whose form is open again. */
export type Mending = Mended & {
  item: OutboxItem;
  /** The id it was opened by: it may be refused again under others. */
  openedId: string;
  /** What its form held. */
  start: Start<never>;
  /** It was refused again, and waits in the outbox under another id. */
  follow: (refusedId: string | undefined) => void;
  /** It was sent, and the page goes on with something else. */
  over: () => void;
};

/** What was told for others is mended while one acts for them, and one's own while one does not. */
export function isForWhomOneActs(item: OutboxItem, proxy: Session['proxy']): boolean {
  return item.kind !== 'declare' || item.input.proxyId === proxy?.proxyId;
}

/** Why it cannot be mended just now, as the next thing to do; null where it can. */
export function useWhyNotMend(mending: Mending | null): string | null {
  const proxy = useSession((session) => session.proxy);
  if (mending === null || isForWhomOneActs(mending.item, proxy)) return null;
  return proxy
    ? '这一条不是替这一户报的。代办结束以后再改。'
    : '这一条是替别户报的。要改,先替那一户代办;不改就回去点“不要了”。';
}

/** @returns null where the address names none, or one that is not on this phone any more */
export function useMending(openedId: string | undefined): Mending | null {
  const [refusedId, follow] = useState(openedId);
  const [shown] = useState(() => new Map<string, string>());
  const found = useOutbox(({ items }) => items.find((item) => item.commandId === refusedId));
  // While it is being sent it is in the list no more as what it was.
  const last = useRef(found);
  if (found) last.current = found;
  const item = refusedId === undefined ? undefined : last.current;
  if (!item?.form || refusedId === undefined || openedId === undefined) return null;
  const openPhotos = async () => {
    for (const { kept } of item.photos) {
      const address = await openPhoto(kept).catch(() => null);
      if (address !== null) shown.set(address, kept);
    }
    return [...shown.keys()];
  };
  const goOn = (anotherId: string | undefined) => follow(anotherId ?? refusedId);
  const over = () => follow(undefined);
  const start = { left: item.form.filled as LeftDeed<never>, openPhotos };
  return { item, openedId, refusedId, shown, start, follow: goOn, over };
}
