import { town as contracts } from '../../../src/contracts';
import type { Household, Role, Town, Village } from '../../../src/domain/people/types';
import * as granting from '../../../src/domain/town/grant';
import type { Shop } from '../../../src/domain/town/types';
import { askTheTown } from '../../people/ask-the-town';
import { findMember } from '../../people/find-member';
import { defineCommand } from '../../runtime/define-action';
import { loadPerson, savePerson } from '../../runtime/persons';
import type { Transaction } from '../../runtime/store/store';

/** Where the role is to be held, found by what the role calls for. */
async function readPlace(
  role: Role,
  place: string,
  tx: Transaction,
): Promise<granting.GrantPlace | null> {
  if (place === 'town') {
    const town = await tx.get<Town>('towns', 'town');
    return town && { kind: 'town', id: 'town', name: town.name };
  }
  if (role === 'keeper') {
    const shop = await tx.get<Shop>('shops', place);
    return shop && { kind: 'shop', id: shop.shopId, name: shop.name };
  }
  const village = await tx.get<Village>('villages', place);
  return village && { kind: 'village', id: village.villageId, name: village.name };
}

async function readKin(household: Household, tx: Transaction): Promise<granting.Kin> {
  const relatives = await Promise.all(
    household.relativeIds.map((id) => tx.get<Household>('households', id)),
  );
  return { household, relatives: relatives.filter((relative) => relative !== null) };
}

export const grantRole = defineCommand({
  contract: contracts.grantRole,
  allow: [{ who: 'town-admin' }],
  run: async (context) => {
    const { input, tx, read } = context;
    const { role } = input;
    const found = await findMember(input, { tx, read });
    if (!found) granting.refuseUnknownMember();
    const place = await readPlace(role, input.place, tx);
    if (!place) granting.refuseUnknownPlace();
    granting.mustFitItsPlace(role, place, found.member);
    const kin = await readKin(found.household, tx);
    granting.mustStandApartFromTheCommittee(role, place, found.member, kin);
    const person = await loadPerson(tx, found.member.personId);
    const granted = granting.grant(role, place, { ...found, person });
    tx.set('members', granted.member.memberId, granted.member);
    await askTheTown(granted.member, context, read);
    // So that offices given to two relatives at once collide: each has only read what the other
    // changes.
    for (const relative of kin.relatives) tx.set('households', relative.householdId, relative);
    tx.set('households', granted.household.householdId, granted.household);
    if (granted.person) savePerson(tx, granted.person);
    return { memberId: found.member.memberId, role };
  },
});
