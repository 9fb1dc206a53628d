import { type CastMember, castMember } from './cast';
import { buildSampleTown, type SampleVillage, sampleSeed } from './town';

/** A shop is separate from a village: own, in a merchant's store, or shared (plan 三(一)1). */
export type SampleShop = {
  shopId: string;
  name: string;
  kind: 'own' | 'merchant' | 'shared';
  villageIds: string[];
  address: string;
  hours: string;
  keeper: CastMember;
};

const sharingNumbers = [7, 8];
const merchantNumber = 9;

function shopOf(village: SampleVillage, town: readonly SampleVillage[]): SampleShop {
  const keeper = castMember(village, village.keeperHousehold, 'keeper');
  const base = { shopId: `shop-${village.villageId}`, villageIds: [village.villageId], keeper };
  if (village.villageNumber === merchantNumber) {
    return {
      ...base,
      name: `${village.name}便民商店积分专柜`,
      kind: 'merchant',
      address: `${village.name}公路边便民商店`,
      hours: '每天 8:00–20:00',
    };
  }
  if (sharingNumbers.includes(village.villageNumber)) {
    const sharing = town.filter((other) => sharingNumbers.includes(other.villageNumber));
    return {
      ...base,
      name: `${sharing.map((other) => other.name).join('、')}联建积分超市`,
      kind: 'shared',
      villageIds: sharing.map((other) => other.villageId),
      address: `${village.name}党群服务中心东侧`,
      hours: '周一、周三、周五 9:00–17:00',
    };
  }
  return {
    ...base,
    name: `${village.name}积分超市`,
    kind: 'own',
    address: `${village.name}党群服务中心一楼`,
    hours: '周二、周五 9:00–16:00',
  };
}

/** The shops of the township; every village has one it can redeem at. */
export function buildShops(town: readonly SampleVillage[]): SampleShop[] {
  const [, ...sharedElsewhere] = sharingNumbers;
  return town
    .filter((village) => !sharedElsewhere.includes(village.villageNumber))
    .map((village) => shopOf(village, town));
}

export const sampleShops: SampleShop[] = buildShops(buildSampleTown(sampleSeed));
