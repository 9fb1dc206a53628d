import { useCall } from '../../../client/use-call';
import { readRecord } from '../../../contracts/records';
import { emptyDraft } from './deed';
import { useScheme } from './scheme';
import type { LeftDeed, Start } from './use-deed-draft';

/** What a record was about, to be told once more. */
export type ToldBefore = {
  /** How it ended, and why. */
  reason: string;
  left: LeftDeed<null>;
  householdNumber: number | null;
  householdName: string | null;
};

/** @returns null where no record is asked for, or while it is not known */
export function useAgain(recordId: string | undefined, villageId: string): ToldBefore | null {
  const full = useCall(readRecord, recordId === undefined ? null : { recordId }).value;
  const scheme = useScheme(recordId === undefined ? null : villageId).value;
  if (!full || !scheme) return null;
  const { record, note, units, levelName } = full;
  const item = scheme.items.find(({ id }) => id === record.itemId) ?? null;
  const levels = item?.standard.kind === 'levels' ? item.standard.levels : [];
  const { photos, ...nothing } = emptyDraft(record.day);
  const levelId = levels.find(({ name }) => name === levelName)?.id ?? null;
  const draft = { ...nothing, units: units ?? 1, levelId, note: note ?? '' };
  const { next: reason, householdNumber, householdName } = record;
  return { reason, left: { item, draft, beside: null }, householdNumber, householdName };
}

/** The photos lie with the record that was not agreed to: new ones are taken. */
export function startAgain<Beside>(told: ToldBefore | null, beside: Beside): Start<Beside> | null {
  return told && { left: { ...told.left, beside }, openPhotos: async () => [] };
}
