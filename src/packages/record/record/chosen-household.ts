import { call } from '../../../client/call';
import { isUndecided } from '../../../client/trouble';
import type { EnvelopeError } from '../../../contracts/contract';
import { findHouseholds } from '../../../contracts/people';
import { Refusal } from '../../../domain/kernel/refusal';
import { looksLikeACard, readCardText } from '../../../domain/people/household-card';

/** A household to record for. Without network only its number is known. */
export type ChosenHousehold = {
  /** Null where nobody could be asked: the outbox asks with `found` before it sends. */
  householdId: string | null;
  /** The card or number it was found by. */
  found: string;
  householdNumber: number;
  householdName: string | null;
  memberCount: number | null;
};

export type HouseholdSearch =
  | { state: 'found'; households: ChosenHousehold[]; offline: boolean }
  | { state: 'failed'; error: EnvelopeError };

const failed = (code: string, message: string): HouseholdSearch => ({
  state: 'failed',
  error: { code, message },
});

const unknownHousehold = (found: string, householdNumber: number): ChosenHousehold => ({
  householdId: null,
  found,
  householdNumber,
  householdName: null,
  memberCount: null,
});

/**
 * The household a card or a number names, without asking anybody: whose it is, is asked before the
 * record is sent.
 */
function withoutNetwork(search: string): HouseholdSearch {
  let householdNumber = Number(search);
  if (looksLikeACard(search)) {
    try {
      ({ householdNumber } = readCardText(search));
    } catch (error) {
      if (error instanceof Refusal) return failed(error.code, error.message);
      throw error;
    }
  } else if (!/^\d{1,4}$/.test(search) || householdNumber === 0) {
    return failed('no-network', '现在问不到户册,按姓名找不到。可以扫户码,或输户号。');
  }
  return { state: 'found', households: [unknownHousehold(search, householdNumber)], offline: true };
}

/** Finds households by card text, number or name; by card and number also without network. */
export async function searchHouseholds(
  villageId: string,
  search: string,
): Promise<HouseholdSearch> {
  const answer = await call(findHouseholds, { villageId, search });
  if (answer.ok) {
    const households = answer.value.households.map((each) => ({ ...each, found: search }));
    return { state: 'found', households, offline: false };
  }
  if (isUndecided(answer.error)) return withoutNetwork(search);
  return { state: 'failed', error: answer.error };
}

/** `17号户 张*`, or `17号户` where the name is not known or not shown. */
export function nameOf({ householdNumber, householdName }: ChosenHousehold): string {
  return [`${householdNumber}号户`, householdName].filter(Boolean).join(' ');
}
