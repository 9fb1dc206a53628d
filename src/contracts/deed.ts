import * as z from 'zod/mini';
import * as f from './fields';

export const mostPhotos = 6;

export const deed = {
  itemId: f.slug,
  /** The day of the deed: not in the future, not more than 30 days ago. */
  day: f.day,
  units: z.optional(f.wholeCount),
  levelId: z.optional(f.slug),
  note: z.optional(f.text(200)),
  photos: f.listOf(f.fileId, mostPhotos),
  location: z.optional(f.location),
};

export const deedRefusals = [
  'item-not-found',
  'item-not-for-you',
  'units-needed',
  'level-needed',
  'photo-needed',
  'photo-not-yours',
  'day-not-allowed',
  'household-ended',
  'too-many-deeds',
  'same-deed',
  'same-deed-reason',
] as const;

/** Nobody decides on what is too near to them. */
export const conflictRefusals = [
  'own-household',
  'near-relative',
  'recorder-may-not-decide',
] as const;
