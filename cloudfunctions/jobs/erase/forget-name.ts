import type { Order } from '../../../src/domain/exchange/types';
import { saysTheSame } from '../../../src/domain/kernel/same';
import { longerNames, nameErased, withoutName } from '../../../src/domain/people/forget-name';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Link } from '../../../src/domain/people/links/types';
import { isSameName } from '../../../src/domain/people/names';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import type { Roll, RollPage } from '../../../src/domain/people/rolls/types';
import type { Erasure, Member } from '../../../src/domain/people/types';
import { withoutTraces } from '../../../src/domain/records/blank-record';
import type { Activity, DeedRecord } from '../../../src/domain/records/types';
import { readAll } from '../../runtime/store/read-all';
import type { Reader, Store } from '../../runtime/store/store';

/** What one call may look through, all who asked together; the timer comes again soon. */
export type Reading = {
  pagesLeft: number;
  documentsPerPage: number;
  /** Of all who asked: some may stand in no register any more. */
  namesAsked: readonly string[];
  hasTime(): boolean;
};

type Place = NonNullable<Erasure['reached']>;
type Named = { name: string; longerNames: readonly string[]; askedAtMs: number };
type Wanted = Omit<Named, 'longerNames'> & { villageId: string; longer(): Promise<string[]> };
type Kind = { idField: string; unnamed(document: object, of: Named): object };

/** Where people write about others: each kind of document with a mark where texts name somebody. */
const kinds: Readonly<Record<Place['collection'], Kind>> = {
  records: {
    idField: 'recordId',
    unnamed: (record, of) => withoutTraces(record as DeedRecord, { personId: null, ...of }),
  },
  activities: {
    idField: 'activityId',
    unnamed(activity, { name, longerNames, askedAtMs }) {
      const { note, recordedAtMs } = activity as Activity;
      if (recordedAtMs > askedAtMs || note === null) return activity;
      return { ...activity, note: withoutName(note, name, longerNames) };
    },
  },
  orders: {
    idField: 'orderId',
    unnamed(order, { name, longerNames, askedAtMs }) {
      const { endReason, placedAtMs } = order as Order;
      if (placedAtMs > askedAtMs || !endReason) return order;
      return { ...order, endReason: withoutName(endReason, name, longerNames) };
    },
  },
  'office-acts': {
    idField: 'officeActId',
    unnamed(act, { name, longerNames, askedAtMs }) {
      const { cites, reason, proposed } = act as OfficeAct;
      if (proposed.atMs > askedAtMs) return act;
      const without = (text: string) => withoutName(text, name, longerNames);
      return { ...act, cites: without(cites), reason: reason && without(reason) };
    },
  },
  'life-events': {
    idField: 'lifeEventId',
    unnamed(event, { name, longerNames, askedAtMs }) {
      const { reason, settled } = event as LifeEvent;
      if (!reason || !settled || settled.atMs > askedAtMs) return event;
      return { ...event, reason: withoutName(reason, name, longerNames) };
    },
  },
  links: {
    idField: 'linkId',
    unnamed(link, { name, longerNames, askedAtMs }) {
      const { objection, opinion, linkedAtMs } = link as Link;
      if (linkedAtMs > askedAtMs) return link;
      const without = <Of extends { reason: string }>(said: Of | null) =>
        said && { ...said, reason: withoutName(said.reason, name, longerNames) };
      return { ...link, objection: without(objection), opinion: without(opinion) };
    },
  },
  rolls: {
    idField: 'rollId',
    unnamed(roll, { name, longerNames, askedAtMs }) {
      const { cites, reason, proposed } = roll as Roll;
      if (proposed.atMs > askedAtMs) return roll;
      const without = (text: string) => withoutName(text, name, longerNames);
      return { ...roll, cites: without(cites), reason: reason && without(reason) };
    },
  },
  // A line is a name and nothing else: longer ones are somebody else's.
  'roll-pages': {
    idField: 'pageId',
    unnamed(page, { name, askedAtMs }) {
      const { lines, atMs } = page as RollPage;
      if (atMs > askedAtMs) return page;
      const isTheirs = (line: string | null) => line !== null && isSameName(line, name);
      const unnamedLines = lines.map((line) =>
        isTheirs(line.name) ? { ...line, name: nameErased } : line,
      );
      return { ...page, lines: unnamedLines };
    },
  },
};

/** One kind after the other. */
const order: readonly Place['collection'][] = [
  'records',
  'activities',
  'orders',
  'office-acts',
  'life-events',
  'links',
  'rolls',
  'roll-pages',
];

/** Names that hold this one, of people there and of others who asked: they are somebody else's. */
export async function longerNamesOf(
  villageId: string,
  name: string,
  { namesAsked }: Pick<Reading, 'namesAsked'>,
  reader: Reader,
): Promise<string[]> {
  const members = await readAll<Member>(reader, 'members', { villageId }, 'memberId');
  return longerNames(name, [...members.map((member) => member.name), ...namesAsked]);
}

/** Goes through one page; gives where to go on, null behind the last. */
async function forgetOnPage(
  { collection, after }: Place,
  { villageId, longer, ...named }: Wanted,
  documentsPerPage: number,
  store: Store,
): Promise<Place | null> {
  const { idField, unnamed } = kinds[collection];
  const page = await store.query<Record<string, unknown>>(collection, {
    // Of the town's own acts any may name somebody of a village.
    where: { villageId: collection === 'office-acts' ? [villageId, 'town'] : villageId },
    order: { field: idField, direction: 'asc' },
    limit: documentsPerPage,
    ...(after !== null && { after }),
  });
  const isNamed = (document: object, of: Named) => !saysTheSame(unnamed(document, of), document);
  const mayBeNamed = page.filter((each) => isNamed(each, { ...named, longerNames: [] }));
  const of = { ...named, longerNames: mayBeNamed.length > 0 ? await longer() : [] };
  for (const { _id } of mayBeNamed.filter((each) => isNamed(each, of))) {
    await store.transact(async (tx) => {
      const now = await tx.get<object>(collection, _id);
      if (now && isNamed(now, of)) tx.set(collection, _id, unnamed(now, of));
    });
  }
  const last = page.at(-1)?._id;
  if (last && page.length === documentsPerPage) return { collection, after: last };
  const next = order[order.indexOf(collection) + 1];
  return next ? { collection: next, after: null } : null;
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
  // Read where a text may name them: most villages' texts name nobody.
  let found: Promise<string[]> | null = null;
  const longer = () => {
    found ??= longerNamesOf(villageId, name, reading, store);
    return found;
  };
  const wanted = { villageId, name, askedAtMs, longer };
  let place: Place | null = reached ?? { collection: 'records', after: null };
  while (place) {
    if (reading.pagesLeft === 0 || !reading.hasTime()) return false;
    reading.pagesLeft -= 1;
    place = await forgetOnPage(place, wanted, reading.documentsPerPage, store);
    if (place) await keepPlace(erasureId, place, store);
  }
  return true;
}
