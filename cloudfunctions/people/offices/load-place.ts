import type { Kin, OfficePlace } from '../../../src/domain/people/offices/appoint';
import { isOfTheTown } from '../../../src/domain/people/offices/basis';
import type { Office } from '../../../src/domain/people/offices/types';
import type { Household, Town, Village } from '../../../src/domain/people/types';
import type { Shop } from '../../../src/domain/town/types';
import type { Reader } from '../../runtime/store/store';

type From = Pick<Reader, 'get'>;
type Asked = { role: Office; place: string; villageId: string };

/** Where an office is to be held, found by what the office calls for. */
export async function readPlace(
  { role, place }: Pick<Asked, 'role' | 'place'>,
  from: From,
): Promise<OfficePlace | null> {
  if (place === 'town') {
    const town = await from.get<Town>('towns', 'town');
    return town && { kind: 'town', id: 'town', name: town.name };
  }
  if (role === 'keeper' || role === 'merchant') {
    const shop = await from.get<Shop>('shops', place);
    return shop && { kind: 'shop', id: shop.shopId, name: shop.name };
  }
  const village = await from.get<Village>('villages', place);
  return village && { kind: 'village', id: village.villageId, name: village.name };
}

/** Whose village offices enter the act: of a shop the holder's village, or the first it serves. */
export async function villageOfOffice(
  { role, place, villageId }: Asked,
  from: From,
): Promise<string> {
  if (isOfTheTown(role)) return villageId;
  if (role !== 'keeper') return place;
  const shop = await from.get<Shop>('shops', place);
  const { villageIds = [] } = shop ?? {};
  return villageIds.includes(villageId) ? villageId : (villageIds[0] ?? villageId);
}

export async function readKin(household: Household, from: From): Promise<Kin> {
  const relatives = await Promise.all(
    household.relativeIds.map((id) => from.get<Household>('households', id)),
  );
  return { household, relatives: relatives.filter((relative) => relative !== null) };
}
