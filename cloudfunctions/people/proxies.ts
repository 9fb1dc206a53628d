import { areNearRelatives } from '../../src/domain/people/kin';
import type { ProxyActor, ProxyFacts } from '../../src/domain/people/proxy-workflow';
import { holdsRole } from '../../src/domain/people/roles';
import type { HelperOffice, Household, HouseholdProxy } from '../../src/domain/people/types';
import type { Shop } from '../../src/domain/town/types';
import { type Caller, placesOf, rolesOf } from '../runtime/caller';
import { getKnown } from '../runtime/store/get-known';
import type { Reader, Transaction } from '../runtime/store/store';

type Getter = Pick<Reader, 'get'>;

export const homeOf = (from: Getter, householdId: string | null | undefined) =>
  getKnown<Household>(from, 'households', householdId);

/**
 * As what somebody may help in a village: its committee, or whoever keeps a shop it goes to. Null
 * for anybody else.
 */
export async function helperOffice(
  caller: Caller,
  villageId: string,
  from: Getter,
): Promise<{ as: HelperOffice; place: string } | null> {
  if (holdsRole(rolesOf(caller), 'cadre', villageId)) return { as: 'cadre', place: villageId };
  for (const shopId of placesOf(caller, 'keeper')) {
    const shop = await from.get<Shop>('shops', shopId);
    if (shop?.villageIds.includes(villageId)) return { as: 'keeper', place: shopId };
  }
  return null;
}

/** Who somebody is to the household and to the helper, as far as their homes tell. */
export function actorOf(
  home: Household | null,
  household: Household,
  helpersHome: Household | null,
): Pick<ProxyActor, 'ofTheHousehold' | 'nearRelative' | 'ofHelpersHome'> {
  const isNear = (other: Household) => home !== null && areNearRelatives(home, other);
  const isSame = (other: Household) => home?.householdId === other.householdId;
  return {
    ofTheHousehold: isSame(household),
    nearRelative: !isSame(household) && isNear(household),
    ofHelpersHome: helpersHome !== null && (isSame(helpersHome) || isNear(helpersHome)),
  };
}

/** Of somebody who only helps, or only ends it: what nothing asks of them. */
export const helperFacts: ProxyFacts = {
  actor: {
    ...{ isHelper: true, ofTheHousehold: false, nearRelative: false },
    ...{ ofHelpersHome: true, adult: true, ofCommittee: false },
  },
  ...{ timeIsOver: false, helperOfCommittee: false, busyWith: null },
};

export function loadProxy(from: Getter, proxyId: string): Promise<HouseholdProxy | null> {
  return from.get<HouseholdProxy>('proxies', proxyId);
}

/** The village, and the shop whose keeper helps. */
export async function placeOfProxy({
  input,
  read,
}: {
  input: { proxyId: string };
  read: Getter;
}): Promise<{ villageId?: string; shopId?: string }> {
  const proxy = await loadProxy(read, input.proxyId);
  if (!proxy) return {};
  const { villageId, as, place } = proxy;
  return { villageId, ...(as === 'keeper' && { shopId: place }) };
}

/** All of a household's people whom the register names. */
export async function membersOf<Of extends object>(
  tx: Pick<Transaction, 'get'>,
  { memberIds }: Household,
): Promise<Of[]> {
  const found: Of[] = [];
  for (const memberId of memberIds) {
    const member = await tx.get<Of>('members', memberId);
    if (member) found.push(member);
  }
  return found;
}
