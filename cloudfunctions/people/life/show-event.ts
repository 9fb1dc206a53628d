import { maskPhone } from '../../../src/domain/kernel/names';
import type { KeptChange, LifeEvent } from '../../../src/domain/people/life/types';
import type { Household, Member, Village } from '../../../src/domain/people/types';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';

/** Everybody and every place that events speak of, as they are called now. */
export type Named = {
  members: ReadonlyMap<string, Member>;
  households: ReadonlyMap<string, Household>;
  villages: ReadonlyMap<string, Village>;
};

const headIdOf = (change: KeptChange) => ('headId' in change ? (change.headId ?? null) : null);
const intoOf = (change: KeptChange) => ('toHouseholdId' in change ? change.toHouseholdId : null);

/** What events speak of, read at once. */
export async function readNamed(events: readonly LifeEvent[], read: Reader): Promise<Named> {
  const ids = (of: (event: LifeEvent) => string | null) => [
    ...new Set(events.flatMap((event) => of(event) ?? [])),
  ];
  const memberIds = ids(({ memberId }) => memberId);
  const headIds = ids(({ change }) => headIdOf(change));
  const [members, households, villages] = await Promise.all([
    readByIds<Member>(read, 'members', [...new Set([...memberIds, ...headIds])]),
    readByIds<Household>(
      read,
      'households',
      ids(({ change }) => intoOf(change)),
    ),
    readByIds<Village>(
      read,
      'villages',
      ids(({ villageId }) => villageId),
    ),
  ]);
  return {
    members: new Map(members.map((each) => [each.memberId, each])),
    households: new Map(households.map((each) => [each.householdId, each])),
    villages: new Map(villages.map((each) => [each.villageId, each])),
  };
}

function lineOf(change: KeptChange, isFull: boolean) {
  if (!('line' in change) || !change.line) return null;
  const { name, birthYear, relation, phone = null, residence } = change.line;
  const shown = phone && !isFull ? maskPhone(phone) : phone;
  return { name, birthYear, relation, phone: shown, residence };
}

/** @param isFull for whoever decides on it: the number of who is to be entered */
export function showEvent(event: LifeEvent, named: Named, isFull: boolean) {
  const { lifeEventId, villageId, householdNumber, memberId, change, state, reason } = event;
  const { proposed, settled } = event;
  const nameOf = (id: string | null) => named.members.get(id ?? '')?.name || null;
  const into = named.households.get(intoOf(change) ?? '')?.number ?? null;
  return {
    ...{ lifeEventId, kind: change.kind, householdNumber, state, reason },
    villageName: named.villages.get(villageId)?.name ?? '',
    ...{ name: nameOf(memberId), headName: nameOf(headIdOf(change)) },
    line: lineOf(change, isFull),
    minors: change.kind === 'children' ? change.minors : null,
    was: change.kind === 'children' ? change.was : null,
    otherNumber: change.kind === 'number' ? change.number : into,
    relation: 'relation' in change ? change.relation : null,
    ...{ proposedAs: proposed.as, proposedAtMs: proposed.atMs },
    ...{ settledAs: settled?.as ?? null, settledAtMs: settled?.atMs ?? null },
  };
}
