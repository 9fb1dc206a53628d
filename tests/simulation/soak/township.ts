import type { CloudClient } from '../../../config/run/cloud-client';
import { buildCast, type CastMember } from '../../../config/run/sample';
import { joinWithPhone, seedTownship } from '../../../config/run/seed/township';
import { people } from '../../../src/contracts';
import { phoneHolders } from '../fire/declarations';
import { holds } from '../fire/wire';

export type User = { openid: string; villageId: string; shopId: string; householdId: string };
export type Village = {
  villageId: string;
  shopId: string;
  cadres: [User, User];
  panel: User[];
  keeper: User;
  residents: User[];
};

/** 12 with an office and about 18 others have a phone in each sample village. */
const usersPerVillage = 25;
const villagesAtMost = 10;

export const usersAtMost = usersPerVillage * villagesAtMost;

/** Founds as many villages as these users need, and joins each user with a phone. */
export async function foundTownship(
  client: CloudClient,
  foundingSecret: string,
  users: number,
): Promise<Village[]> {
  const count = Math.ceil(users / usersPerVillage);
  const villageNumbers = Array.from({ length: count }, (_, index) => index + 1);
  const startedAtMs = await client.nowMs();
  const say = () => undefined;
  const options = { client, foundingSecret, villageNumbers, startedAtMs, say };
  const township = await seedTownship(options);
  const villages: Village[] = [];
  let left = users;
  for (const [index, villageNumber] of villageNumbers.entries()) {
    const share = Math.ceil(left / (count - index));
    left -= share;
    const cast = buildCast(township.villages, villageNumber);
    const { villageId } = cast.cadre;
    const shop = township.shops.find((each) => each.villageIds.includes(villageId));
    holds(shop !== undefined, `${villageId} has no shop`);
    const toUser = async ({ openid }: CastMember): Promise<User> => {
      const { me } = await client.as(openid).must(people.whoAmI, {});
      holds(me !== null, `${openid} has not joined`);
      return { openid, villageId, shopId: shop.shopId, householdId: me.householdId };
    };
    const staff = [cast.cadre, cast.secondCadre, ...cast.panelMembers, cast.keeper];
    const offices = new Set(staff.map(({ householdNumber }) => householdNumber));
    const others = phoneHolders([villageNumber])
      .filter(({ householdNumber }) => !offices.has(householdNumber))
      .slice(0, Math.max(1, share - staff.length));
    for (const member of staff) await joinWithPhone(client, member);
    const residents: User[] = [];
    for (const member of others) {
      // The sample's own resident may hold this member's phone already.
      await joinWithPhone(client, member).then(
        async () => residents.push(await toUser(member)),
        () => undefined,
      );
    }
    villages.push({
      ...{ villageId, shopId: shop.shopId, residents },
      cadres: [await toUser(cast.cadre), await toUser(cast.secondCadre)],
      panel: await Promise.all(cast.panelMembers.map(toUser)),
      keeper: await toUser(cast.keeper),
    });
  }
  return villages;
}

export function usersOf(villages: readonly Village[]): number {
  return villages.reduce(
    (sum, { panel, residents }) => sum + 3 + panel.length + residents.length,
    0,
  );
}
