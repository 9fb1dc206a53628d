import { maskPhone } from '../../../src/domain/kernel/names';
import { whoHasToSign } from '../../../src/domain/people/life/signing';
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

/** Whoever a split names: who goes, and who signed. */
const splitIdsOf = ({ change, signed = [] }: LifeEvent) =>
  change.kind === 'split'
    ? [...change.memberIds, change.newHeadId, ...signed.map(({ memberId }) => memberId)]
    : [];

/** Whose signatures are waited for lives in a household; mostly nobody splits. */
async function readSplitting(events: readonly LifeEvent[], read: Reader): Promise<Household[]> {
  const waiting = events.filter(({ change, state }) => {
    return change.kind === 'split' && state === 'proposed';
  });
  if (waiting.length === 0) return [];
  const ids = [...new Set(waiting.map(({ householdId }) => householdId))];
  return readByIds<Household>(read, 'households', ids);
}

/** What events speak of, read at once. */
export async function readNamed(events: readonly LifeEvent[], read: Reader): Promise<Named> {
  const ids = (of: (event: LifeEvent) => string | readonly string[] | null) => [
    ...new Set(events.flatMap((event) => of(event) ?? [])),
  ];
  const splitting = await readSplitting(events, read);
  const memberIds = ids(({ memberId }) => memberId);
  const headIds = ids(({ change }) => headIdOf(change));
  const inSplits = [...ids(splitIdsOf), ...splitting.flatMap((each) => each.memberIds)];
  const [members, others, villages] = await Promise.all([
    readByIds<Member>(read, 'members', [...new Set([...memberIds, ...headIds, ...inSplits])]),
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
    households: new Map([...others, ...splitting].map((each) => [each.householdId, each])),
    villages: new Map(villages.map((each) => [each.villageId, each])),
  };
}

function lineOf(change: KeptChange, isFull: boolean) {
  if (!('line' in change) || !change.line) return null;
  const { name, birthYear, relation, phone = null, residence } = change.line;
  const shown = phone && !isFull ? maskPhone(phone) : phone;
  return { name, birthYear, relation, phone: shown, residence };
}

/**
 * Who goes, what goes along and who agreed: to whoever decides on it and to the household alike.
 * @param reader who looks: whether they have to sign
 */
function splitOf(event: LifeEvent, named: Named, reader: string | null) {
  const { change, signed = [], state } = event;
  if (change.kind !== 'split') return null;
  const namesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => named.members.get(id)?.name || []).join('、');
  const { division } = change;
  const isSigned = division.how === 'signed';
  const missing = state === 'proposed' ? whoIsMissing(event, named) : [];
  const isMissing = (id: string) => missing.some(({ memberId }) => memberId === id);
  return {
    leaving: namesOf(change.memberIds),
    newHead: named.members.get(change.newHeadId)?.name || null,
    minors: change.minors,
    lots: isSigned ? division.lots : null,
    // Whoever is found to be somebody else has signed nothing.
    signed: namesOf(signed.map(({ memberId }) => memberId).filter((id) => !isMissing(id))),
    onPaper: namesOf(isSigned ? division.onPaper : []),
    missing: namesOf(missing.map(({ memberId }) => memberId)),
    mine: missing.some(({ personId }) => personId !== null && personId === reader),
  };
}

function whoIsMissing(event: LifeEvent, named: Named): Member[] {
  const household = named.households.get(event.householdId);
  if (!household) return [];
  const members = household.memberIds.flatMap((id) => named.members.get(id) ?? []);
  return whoHasToSign({ household, members }, event);
}

/** @param isFull for whoever decides on it: the number of who is to be entered */
export function showEvent(
  event: LifeEvent,
  named: Named,
  { isFull, reader }: { isFull: boolean; reader: string | null },
) {
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
    otherNumber: 'number' in change ? change.number : into,
    relation: 'relation' in change ? change.relation : null,
    split: splitOf(event, named, reader),
    gone: change.kind === 'end' ? change.gone : null,
    ...{ proposedAs: proposed.as, proposedAtMs: proposed.atMs },
    ...{ settledAs: settled?.as ?? null, settledAtMs: settled?.atMs ?? null },
  };
}
