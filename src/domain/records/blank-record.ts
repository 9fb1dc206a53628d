import { withoutName } from '../people/forget-name';
import type { Activity, DeedRecord } from './types';

/**
 * Whose traces are to go: those of before they asked, for they may have come back since.
 * `longerNames` are of others who live there.
 */
export type Traced = {
  personId: string | null;
  name: string | null;
  longerNames: readonly string[];
  askedAtMs: number;
};

/** The record without what was given as evidence; points, steps and votes stay. */
export function withoutEvidence(record: DeedRecord): DeedRecord {
  return { ...record, note: null, photos: [], location: null, evidenceHeld: false };
}

/** The same of one deed of many: what shows it lay there for all of its records. */
export function withoutSharedEvidence(activity: Activity): Activity {
  return { ...activity, note: null, photos: [], evidenceHeld: false };
}

/** What somebody gave about their own household; what a cadre noted in office is the village's. */
export function gaveItsEvidence(
  record: DeedRecord,
  { personId }: Pick<Traced, 'personId'>,
): boolean {
  return personId !== null && record.recorderId === personId && !record.byCadre;
}

/** The record without what somebody gave, and with a mark where texts name them. */
export function withoutTraces(record: DeedRecord, traced: Traced): DeedRecord {
  const { name, longerNames, askedAtMs } = traced;
  if (record.recordedAtMs > askedAtMs) return record;
  const unnamed = (text: string | null) =>
    text !== null && name !== null ? withoutName(text, name, longerNames) : text;
  const left = gaveItsEvidence(record, traced) ? withoutEvidence(record) : record;
  const { answer } = left;
  return {
    ...left,
    ...(answer && { answer: { ...answer, reason: unnamed(answer.reason) ?? '' } }),
    note: unnamed(left.note),
    votes: left.votes.map((vote) => ({ ...vote, reason: unnamed(vote.reason) })),
    steps: left.steps.map((step) => ({ ...step, reason: unnamed(step.reason) })),
  };
}
