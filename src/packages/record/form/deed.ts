import type { InputOf } from '../../../contracts/contract';
import type { declareDeed } from '../../../contracts/records';
import type { PointItem } from '../../../contracts/scheme';
import { addDays } from '../../../domain/kernel/time';
import { onlyOncePerDay } from '../../../domain/scheme/same-deed';
import { scoreDeed } from '../../../domain/scheme/score';

type DeedInput = InputOf<typeof declareDeed>;

/** What a form about one deed holds while it is being filled in. */
export type DeedDraft = {
  day: string;
  units: number;
  levelId: string | null;
  note: string;
  /** Addresses of photos on this phone. */
  photos: string[];
  location: NonNullable<DeedInput['location']> | null;
};

/** How far back a deed may lie; the server decides, the form does not offer more. */
export const daysBack = 30;

export function emptyDraft(today: string): DeedDraft {
  return { day: today, units: 1, levelId: null, note: '', photos: [], location: null };
}

/** Whether it holds what takes an effort to bring again; an item or a day is chosen in two taps. */
export function isWorked({ photos, note, location }: DeedDraft): boolean {
  return photos.length > 0 || note.trim() !== '' || location !== null;
}

export function earliestDay(today: string): string {
  return addDays(today, -daysBack);
}

/** The fields of the deed itself that the item's standard asks for. */
function measureOf(item: PointItem, draft: DeedDraft): Pick<DeedInput, 'units' | 'levelId'> {
  if (item.standard.kind === 'per-unit') return { units: draft.units };
  if (item.standard.kind === 'levels' && draft.levelId) return { levelId: draft.levelId };
  return {};
}

/** The points this deed brings by the standard; null until a level is chosen. */
export function pointsOf(item: PointItem, draft: DeedDraft): number | null {
  if (item.standard.kind === 'levels' && draft.levelId === null) return null;
  return scoreDeed(item, measureOf(item, draft)).points;
}

/** What is still missing, as the next thing to do; null when it can be sent. */
export function missingOf(item: PointItem, draft: DeedDraft): string | null {
  if (pointsOf(item, draft) === null) return '先选一个档次。';
  if (item.evidence === 'photo' && draft.photos.length === 0) return '这一项要照片,先拍一张。';
  return null;
}

/** What a second record of the same item and day still lacks; null where it may be sent. */
export function repeatMissing(item: PointItem, draft: DeedDraft, sameDay: number): string | null {
  if (sameDay === 0) return null;
  if (item.oncePerDay) return onlyOncePerDay(item.name);
  return draft.note.trim() === '' ? '同一天已经有了。真是另一件事,在说明里写一句是哪一件。' : null;
}

/** What is sent, except the photos: they travel on their own. */
export function inputOf(item: PointItem, draft: DeedDraft): Omit<DeedInput, 'photos'> {
  const note = draft.note.trim();
  return {
    itemId: item.id,
    day: draft.day,
    ...measureOf(item, draft),
    ...(note !== '' && { note }),
    ...(draft.location && { location: draft.location }),
  };
}
