import { addDays } from '../../../src/domain/kernel/time';
import { living } from '../../../src/domain/people/ended-household';
import { rollOn } from '../../../src/domain/people/rolls/in-force';
import type { RollFacts } from '../../../src/domain/people/rolls/make-roll';
import type { Roll, RollLine, RollPage } from '../../../src/domain/people/rolls/types';
import type { Household, Member } from '../../../src/domain/people/types';
import { readAll } from '../../runtime/store/read-all';
import type { Reader } from '../../runtime/store/store';

type Of = Pick<Roll, 'villageId' | 'kind'>;

export const pageIdOf = (rollId: string, page: number) =>
  `${rollId}.${String(page).padStart(3, '0')}`;

/** The roll of a kind that a village is counted by on a day, or null. */
export async function readRollOn(
  { villageId, kind }: Of,
  day: string,
  read: Reader,
): Promise<Roll | null> {
  const begun = await read.query<Roll>('rolls', {
    where: { villageId, kind, state: 'confirmed' },
    order: { field: 'fromDay', direction: 'desc', within: 'turn' },
    after: addDays(day, 1),
    limit: 1,
  });
  return rollOn(kind, begun, day);
}

/** The roll of a kind whose day is the latest, begun or not: what a new one would follow. */
export async function readLastRoll({ villageId, kind }: Of, read: Reader): Promise<Roll | null> {
  const [last] = await read.query<Roll>('rolls', {
    where: { villageId, kind, state: 'confirmed' },
    order: { field: 'fromDay', direction: 'desc', within: 'turn' },
    limit: 1,
  });
  return last ?? null;
}

/** Rolls of a kind that wait for their second person: one, or what two entered at once. */
export function readWaitingRolls({ villageId, kind }: Of, read: Reader): Promise<Roll[]> {
  return read.query<Roll>('rolls', {
    where: { villageId, kind, state: 'proposed' },
    order: { field: 'fromDay', direction: 'desc', within: 'turn' },
    limit: 2,
  });
}

/** All that stands on a roll, in its order. */
async function readLines({ rollId, pages }: Roll, read: Reader): Promise<RollLine[]> {
  const ids = Array.from({ length: pages }, (_, page) => pageIdOf(rollId, page));
  const found = await Promise.all(ids.map((id) => read.get<RollPage>('roll-pages', id)));
  return found.flatMap((page) => page?.lines ?? []);
}

/** What a new roll is made from: the village's register as it is now, and the roll before. */
export async function loadRollFacts(
  villageId: string,
  last: Roll | null,
  read: Reader,
): Promise<RollFacts> {
  const [households, members, lines] = await Promise.all([
    readAll<Household>(read, 'households', { villageId }, 'number'),
    readAll<Member>(read, 'members', { villageId }, 'memberId'),
    last && readLines(last, read),
  ]);
  const stand = living(households);
  const ids = new Set(stand.map(({ householdId }) => householdId));
  return {
    ...{ villageId, households: stand, last: lines },
    members: members.filter(({ name, householdId }) => name !== '' && ids.has(householdId)),
  };
}
