import { call } from '../../../client/call';
import { readPack } from '../../../client/offline-pack';
import { isUndecided } from '../../../client/trouble';
import type { EnvelopeError } from '../../../contracts/contract';
import { findHouseholds } from '../../../contracts/people';
import { calledBy } from '../../../domain/kernel/names';
import { Refusal } from '../../../domain/kernel/refusal';
import * as find from '../../../domain/people/find-household';
import { looksLikeACard, readCardText } from '../../../domain/people/household-card';

/** A household to record for. Without network and a copy of the names only its number is known. */
export type ChosenHousehold = {
  /** Null where nobody could be asked: the outbox asks with `found` before it sends. */
  householdId: string | null;
  /** The card or number it was found by. */
  found: string;
  householdNumber: number;
  householdName: string | null;
  /** Whose name it was, where it was not the head's. */
  matchedName: string | null;
  memberCount: number | null;
};

export type HouseholdSearch =
  | {
      state: 'found';
      households: ChosenHousehold[];
      /** Others fit as well. */
      more: boolean;
      /** Nobody could be asked: since when the phone's copy stands, null without one. */
      offline: { keptAtMs: number | null } | null;
    }
  | { state: 'failed'; error: EnvelopeError };

const failed = (code: string, message: string): HouseholdSearch => ({
  state: 'failed',
  error: { code, message },
});

const onlyNumbered = (found: string, householdNumber: number): HouseholdSearch => {
  const nameless = { householdId: null, householdName: null, matchedName: null, memberCount: null };
  const households = [{ ...nameless, found, householdNumber }];
  return { state: 'found', households, more: false, offline: { keptAtMs: null } };
};

/** What the card says; whose it is, is asked before the record is sent. */
function byCard(search: string): HouseholdSearch {
  try {
    return onlyNumbered(search, readCardText(search).householdNumber);
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, error.message);
    throw error;
  }
}

/** The same as the cloud would find, in the copy that this phone keeps. */
async function inTheCopy(villageId: string, search: string): Promise<HouseholdSearch | null> {
  const kept = await readPack(villageId);
  if (!kept) return null;
  const { found, more } = find.findHouseholds(search, kept.households);
  const households = found.map(({ household, matchedName }) => {
    const { householdId, householdNumber, memberCount, headName } = household;
    const names = find.shownNames({ headName, matchedName }, true);
    return { householdId, householdNumber, memberCount, ...names, found: search };
  });
  return { state: 'found', households, more, offline: { keptAtMs: kept.keptAtMs } };
}

/** Without asking anybody: by the phone's copy, else by the number alone. */
async function withoutNetwork(villageId: string, search: string): Promise<HouseholdSearch> {
  if (looksLikeACard(search)) return byCard(search);
  const copy = await inTheCopy(villageId, search);
  const number = find.soughtNumber(search);
  if (copy?.state === 'found' && (copy.households.length > 0 || number === null)) return copy;
  if (number !== null) return onlyNumbered(String(number), number);
  return failed('no-network', '现在问不到户册,按姓名找不到。可以扫户码,或输户号。');
}

/** Finds households by card text, number or any part of a name, also without network. */
export async function searchHouseholds(
  villageId: string,
  search: string,
): Promise<HouseholdSearch> {
  const answer = await call(findHouseholds, { villageId, search });
  if (answer.ok) {
    const { more } = answer.value;
    const households = answer.value.households.map((each) => ({ ...each, found: search }));
    return { state: 'found', households, more, offline: null };
  }
  if (isUndecided(answer.error)) return withoutNetwork(villageId, search);
  return { state: 'failed', error: answer.error };
}

/** `17号户 李四`, or `17号户` where the name is not known or not shown. */
export function nameOf({
  householdNumber,
  householdName,
}: Pick<ChosenHousehold, 'householdNumber' | 'householdName'>): string {
  return calledBy(householdNumber, householdName);
}

/** `家里有张三 · 4口人`: why it was found, where it was not by the head, and how many live there. */
export function factsOf({ matchedName, memberCount }: ChosenHousehold): string {
  if (memberCount === null) return '问不到户册,姓名看不到,请认准户号';
  const why = matchedName === null ? [] : [`家里有${matchedName}`];
  return [...why, `${memberCount}口人`].join(' · ');
}
