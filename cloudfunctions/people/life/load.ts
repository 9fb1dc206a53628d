import { refuse } from '../../../src/domain/kernel/refusal';
import { mustStand } from '../../../src/domain/people/ended-household';
import type { LifeDecider } from '../../../src/domain/people/life/life-event';
import type { LifeChange } from '../../../src/domain/people/life/types';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Household } from '../../../src/domain/people/types';
import type { StoredHousehold } from '../../../src/domain/town/register/types';
import { moverFor } from '../../points/load';
import { type Caller, rolesOf } from '../../runtime/caller';
import type { Reader } from '../../runtime/store/store';
import { readStored } from '../../town/write-household';

type From = Pick<Reader, 'get'>;

function refuseUnknownHousehold(): never {
  refuse('household-not-found', '户册里没有这一户。请核对户号。');
}

/** A household with its people. @throws Refusal `household-not-found`, `household-ended` */
export async function loadStored(householdId: string, from: From): Promise<StoredHousehold> {
  const at = (await readStored(householdId, from)) ?? refuseUnknownHousehold();
  mustStand(at.household);
  return at;
}

/** The households that a change touches, its own first. */
export function householdIdsOf(householdId: string, change: LifeChange): string[] {
  return 'toHouseholdId' in change ? [householdId, change.toHouseholdId] : [householdId];
}

/** @throws Refusal `household-not-found` */
export async function loadTouched(ids: readonly string[], from: From): Promise<Household[]> {
  const found: Household[] = [];
  for (const id of ids) {
    const household = await from.get<Household>('households', id);
    if (!household) refuseUnknownHousehold();
    found.push(household);
  }
  return found;
}

/** Who the caller is, seen from the households that an event touches. */
export async function deciderOn(
  households: readonly Household[],
  caller: Caller,
  from: From,
): Promise<LifeDecider> {
  const movers = await Promise.all(households.map((each) => moverFor(from, caller, each)));
  const ofTheHousehold = movers.some((mover) => mover.ofTheHousehold);
  return {
    personId: caller.personId ?? '',
    as: deciderOf(rolesOf(caller), households[0]?.villageId ?? ''),
    ofTheHousehold,
    nearRelative: !ofTheHousehold && movers.some((mover) => mover.nearRelative),
  };
}
