import { takeUpDecision } from '../../../cloudfunctions/jobs/posting-decision';
import { addDays } from '../../../src/domain/kernel/time';
import type { Notice } from '../../../src/domain/records/types';
import { householdId } from '../../support/household-ids';
import type { Call } from '../call';
import type { ProofTown } from '../town';

/** What somebody did today for a neighbour. */
export const deedOf = (town: ProofTown) => ({
  itemId: 'errand-for-neighbour',
  day: town.today(),
  note: '替邻居取了一趟药',
  photos: [] as string[],
});

/** Accepts or refuses: two bodies of the same decision. */
export const bothWays = (as: { openid: string }, recordId: string): Call => ({
  as,
  input: { recordId, accept: true },
  otherInput: { recordId, accept: false, reason: '没有看到做了这件事' },
});

/** Two households on notice whose last day is over. */
export async function endedNotices(town: ProofTown): Promise<void> {
  for (const number of [8, 9]) await town.onNotice(number);
  town.clock.advanceDays(6);
}

/**
 * A posting that ended without one record it had backed, whose entry's place was taken, and the
 * next one cut off behind its decision.
 */
export async function postingCutOff(town: ProofTown): Promise<void> {
  await endedNotices(town);
  const ofHousehold = { householdId: householdId(town, 'v01-8'), villageId: 'v01' };
  const account = town.engine.get('accounts', ofHousehold.householdId);
  const taken = `${ofHousehold.householdId}.${Number(account?.sequence) + 1}`;
  await town.engine.insert('entries', { _id: taken, ...ofHousehold });
  await town.timer('jobs', 'close-notices');
  await town.engine.remove('entries', { _id: taken });
  const notices = town.engine.find('notices', { query: { toPost: true } }) as unknown as Notice[];
  await takeUpDecision(town.store, 'v01', { notices, nowMs: town.clock.nowMs() });
}

/** The first minute of the year after next: last year's points have lapsed. */
export function toTheYearAfterNext(town: ProofTown): void {
  const year = Number(town.today().slice(0, 4)) + 2;
  const wanted = `${year}-01-01`;
  for (let day = town.today(); day < wanted; day = addDays(day, 1)) town.clock.advanceDays(1);
}

/** A record of household 8 that has been posted. */
export async function posted(town: ProofTown): Promise<string> {
  const recordId = await town.onNotice(8);
  town.clock.advanceDays(6);
  const answer = await town.timer('jobs', 'close-notices');
  if (!answer.ok) throw new Error(answer.error.message);
  return recordId;
}
