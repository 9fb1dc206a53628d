import { refuse } from '../kernel/refusal';
import { dayInWords, dayOf } from '../kernel/time';
import { stateLabels } from './record-workflow';
import type { DeedRecord, RecordState } from './types';

/** Our phones make a tenth of it; a camera's own photo may be larger and is to be made smaller. */
export const mostPhotoBytes = 2 * 1024 * 1024;

/** What is known of an uploaded photo before a record may claim it. */
export type BroughtPhoto = {
  /** By whoever brings it, a day ago at most. */
  announced: boolean;
  /** It lies in file storage: a name alone is no evidence. */
  arrived: boolean;
  fits: boolean;
  isPicture: boolean;
  /** What shows the same picture, under whatever name it was uploaded. */
  claimant: Claimant | null;
};

/** A record that claims a photo, or one of an activity that does: that is of no one household. */
export type Claimant = Pick<DeedRecord, 'householdHidden' | 'itemName' | 'day' | 'state'> & {
  householdId: string | null;
};

/** Ended before anybody counted on it. */
export const gaveBack: ReadonlySet<RecordState> = new Set([
  'withdrawn',
  'refused-at-check',
  'refused-at-cosign',
  'refused-at-review',
]);

/** Where the photo stands, without whose it is. */
function whereItStands({ householdHidden, itemName, day, state }: Claimant, nowMs: number) {
  const item = householdHidden ? '' : `“${itemName}”,`;
  return `${item}${dayInWords(day, dayOf(nowMs))}的,${stateLabels[state]}`;
}

/**
 * One photo is evidence for one record: not for another household's, nor twice for one's own. Only
 * who withdrew a deed, or had it sent back, may bring its photo again for the same household.
 * @throws Refusal `photo-not-yours`
 */
export function mustBeUsable(
  photo: BroughtPhoto,
  record: { householdId: string | null; recordedAtMs: number },
): void {
  const { announced, arrived, fits, isPicture, claimant } = photo;
  if (!announced || !arrived) refuse('photo-not-yours', '有一张照片没有传上来。请重新拍一张再交。');
  if (!fits) refuse('photo-not-yours', '有一张照片太大了,用不了。请重新拍一张再交。');
  if (!isPicture) refuse('photo-not-yours', '有一张照片打不开,用不了。请重新拍一张再交。');
  if (!claimant) return;
  const isTheirs = claimant.householdId !== null && claimant.householdId === record.householdId;
  if (isTheirs && gaveBack.has(claimant.state)) return;
  const where = whereItStands(claimant, record.recordedAtMs);
  const message =
    `有一张照片已经用在另一条记录上了(${where})。` +
    '一张照片只能给一条记录作证,请换一张照片再交。';
  refuse('photo-not-yours', message);
}
