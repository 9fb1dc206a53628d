import { call } from '../../../client/call';
import { isUndecided } from '../../../client/trouble';
import type { EnvelopeError } from '../../../contracts/contract';
import { findHouseholds } from '../../../contracts/people';
import { Refusal } from '../../../domain/kernel/refusal';
import { looksLikeACard, readCardText } from '../../../domain/people/household-card';

/** A household to record for. Without network its name is not known: only the number is. */
export type ChosenHousehold = {
  householdId: string;
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

const unknownHousehold = (householdId: string, householdNumber: number): ChosenHousehold => ({
  householdId,
  householdNumber,
  householdName: null,
  memberCount: null,
});

/**
 * The household a card or a number names, without asking anybody: the card is an identifier, and
 * the server looks at it again when the record arrives.
 */
function withoutNetwork(villageId: string, search: string): HouseholdSearch {
  let householdId = `${villageId}-${Number(search)}`;
  if (looksLikeACard(search)) {
    try {
      householdId = readCardText(search, () => true);
    } catch (error) {
      if (error instanceof Refusal) return failed(error.code, error.message);
      throw error;
    }
    if (!new RegExp(`^${villageId}-\\d{1,4}$`).test(householdId)) {
      return failed('card-not-ours', '这张码不是本村的户码。请输户号。');
    }
  } else if (!/^\d{1,4}$/.test(search) || Number(search) === 0) {
    return failed('no-network', '现在问不到户册,按姓名找不到。可以扫户码,或输户号。');
  }
  const householdNumber = Number(householdId.slice(villageId.length + 1));
  return {
    state: 'found',
    households: [unknownHousehold(householdId, householdNumber)],
    offline: true,
  };
}

/** Finds households by card text, number or name; by card and number also without network. */
export async function searchHouseholds(
  villageId: string,
  search: string,
): Promise<HouseholdSearch> {
  const answer = await call(findHouseholds, { villageId, search });
  if (answer.ok) return { state: 'found', households: answer.value.households, offline: false };
  if (isUndecided(answer.error)) return withoutNetwork(villageId, search);
  return { state: 'failed', error: answer.error };
}

/** `17号户 张*`, or `17号户` where the name is not known or not shown. */
export function nameOf({ householdNumber, householdName }: ChosenHousehold): string {
  return [`${householdNumber}号户`, householdName].filter(Boolean).join(' ');
}
