import { useEffect, useState } from 'react';
import { keptScheme } from '../../../client/kept-scheme';
import { readPack } from '../../../client/offline-pack';
import { type OutboxItem, useOutbox } from '../../../client/outbox';
import { isUndecided } from '../../../client/trouble';
import { useCall } from '../../../client/use-call';
import type { ValueOf } from '../../../contracts/contract';
import { type KeptUse, type PointItem, readAllowance } from '../../../contracts/scheme';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { allowanceLeft } from '../../../domain/scheme/allowance';
import { fallOf } from '../../../domain/scheme/fall';
import { usedBy } from '../../../domain/scheme/kept-uses';
import { usesOfSameDeed } from '../../../domain/scheme/same-deed';
import { scoreDeed } from '../../../domain/scheme/score';
import type { AllowanceCall } from './allowance-note';

type Left = ValueOf<typeof readAllowance>;

/** What waits on this phone for the same household counts too, in the order it was told. */
function withWaiting(
  kept: readonly KeptUse[],
  items: readonly OutboxItem[],
  householdId: string,
  scheme: readonly PointItem[],
): KeptUse[] {
  const uses = [...kept];
  for (const each of items) {
    if (each.kind !== 'record' || (each.state !== 'waiting' && each.state !== 'sending')) continue;
    const isTheirs = 'householdId' in each.household && each.household.householdId === householdId;
    const item = scheme.find(({ id }) => id === each.input.itemId);
    if (!isTheirs || !item) continue;
    const { itemId, day } = each.input;
    const left = allowanceLeft(item, day, usedBy(uses, householdId, day));
    const { spendable } = fallOf(item, scoreDeed(item, each.input).points, left);
    const { onceInALife } = item;
    uses.push({ householdId, itemId, day, points: spendable, ...(onceInALife && { onceInALife }) });
  }
  return uses;
}

/** The same sum as the cloud's, over what this phone keeps; null where it keeps nothing. */
export async function keptAllowance(
  villageId: string,
  householdId: string,
  item: PointItem,
  day: string,
): Promise<Left | null> {
  const pack = await readPack(villageId);
  if (!pack?.uses) return null;
  const scheme = keptScheme(villageId)?.items ?? [];
  const uses = withWaiting(pack.uses, useOutbox.getState().items, householdId, scheme);
  const used = usedBy(uses, householdId, day);
  const { pointsLeft, because } = allowanceLeft(item, day, used);
  const since = `按本机 ${dayInWords(dayOf(pack.keptAtMs))}存的算,交上去时再算一遍:`;
  const sameDay = usesOfSameDeed(used.year, { itemId: item.id, day }).length;
  return { pointsLeft, because: `${since}${because}`, sameDay };
}

/**
 * How the points of a deed of an item would fall.
 * @param villageId where the phone may keep a pack to answer by without network
 */
export function useAllowance(
  householdId: string | null,
  item: PointItem | null,
  day: string,
  villageId: string | null,
): AllowanceCall & { isKept: boolean } {
  const asked = useCall(
    readAllowance,
    item && householdId ? { householdId, itemId: item.id, day } : null,
  );
  const isAway = asked.value === null && asked.error !== null && isUndecided(asked.error);
  const wanted =
    isAway && villageId && item && householdId ? `${householdId} ${item.id} ${day}` : '';
  const [kept, setKept] = useState<{ wanted: string; left: Left | null } | null>(null);
  useEffect(() => {
    if (wanted === '' || !villageId || !item || !householdId) return;
    let current = true;
    keptAllowance(villageId, householdId, item, day).then((left) => {
      if (current) setKept({ wanted, left });
    });
    return () => {
      current = false;
    };
  }, [wanted, villageId, householdId, item, day]);
  const left = kept !== null && kept.wanted === wanted ? kept.left : null;
  return left ? { ...asked, value: left, isKept: true } : { ...asked, isKept: false };
}
