import type { Order } from '../../../src/domain/exchange/types';
import { mentionsName } from '../../../src/domain/kernel/names';
import { saysTheSame } from '../../../src/domain/kernel/same';
import type { Erasure } from '../../../src/domain/people/types';
import { withoutTraces } from '../../../src/domain/records/blank-record';
import type { DeedRecord } from '../../../src/domain/records/types';
import type { Store } from '../../runtime/store/store';

/** What one call may look through, all who asked together; the timer comes again soon. */
export type Reading = { pagesLeft: number; documentsPerPage: number; hasTime(): boolean };

type Place = NonNullable<Erasure['reached']>;
type Named = { name: string; askedAtMs: number };
type Kind = { idField: string; unnamed(document: object, of: Named): object };

/** Where people write about others: each kind of document without the texts that name somebody. */
const kinds: Readonly<Record<Place['collection'], Kind>> = {
  records: {
    idField: 'recordId',
    unnamed: (record, of) => withoutTraces(record as DeedRecord, { personId: null, ...of }),
  },
  orders: {
    idField: 'orderId',
    unnamed(order, { name, askedAtMs }) {
      const { endReason, placedAtMs } = order as Order;
      const isMeant = placedAtMs <= askedAtMs && endReason && mentionsName(endReason, name);
      return isMeant ? { ...order, endReason: null } : order;
    },
  },
};

/** Goes through one page; gives where to go on, null behind the last. */
async function forgetOnPage(
  { collection, after }: Place,
  of: Named & { villageId: string },
  documentsPerPage: number,
  store: Store,
): Promise<Place | null> {
  const { idField, unnamed } = kinds[collection];
  const page = await store.query<Record<string, unknown>>(collection, {
    where: { villageId: of.villageId },
    order: { field: idField, direction: 'asc' },
    limit: documentsPerPage,
    ...(after !== null && { after }),
  });
  const isNamed = (document: object) => !saysTheSame(unnamed(document, of), document);
  for (const { _id } of page.filter(isNamed)) {
    await store.transact(async (tx) => {
      const now = await tx.get<object>(collection, _id);
      if (now && isNamed(now)) tx.set(collection, _id, unnamed(now, of));
    });
  }
  const last = page.at(-1)?._id;
  if (last && page.length === documentsPerPage) return { collection, after: last };
  return collection === 'records' ? { collection: 'orders', after: null } : null;
}

async function keepPlace(erasureId: string, reached: Place, store: Store): Promise<void> {
  await store.transact(async (tx) => {
    const erasure = await tx.get<Erasure>('erasures', erasureId);
    // Another call may have come to the end meanwhile.
    if (erasure?.state === 'waiting') tx.set('erasures', erasureId, { ...erasure, reached });
  });
}

/**
 * Takes a name out of what anybody wrote in the person's village, whichever household it is about.
 * How far it came is kept, so that the next call goes on there.
 * @returns whether it came to the end
 */
export async function forgetName(
  { erasureId, villageId, name, askedAtMs, reached }: Erasure,
  reading: Reading,
  store: Store,
): Promise<boolean> {
  if (!villageId || !name) return true;
  let place: Place | null = reached ?? { collection: 'records', after: null };
  while (place) {
    if (reading.pagesLeft === 0 || !reading.hasTime()) return false;
    reading.pagesLeft -= 1;
    const of = { villageId, name, askedAtMs };
    place = await forgetOnPage(place, of, reading.documentsPerPage, store);
    if (place) await keepPlace(erasureId, place, store);
  }
  return true;
}
