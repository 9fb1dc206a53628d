import { type Seat, seat } from '../../src/contracts/people';
import type { HeldRole, Role } from '../../src/domain/people/types';

export const roles = [
  'resident',
  'cadre',
  'panel',
  'supervisor',
  'keeper',
  'town-admin',
] as const satisfies readonly Role[];

/** Where somebody stands, seen from the thing an action is about. */
export const positions = [
  'own-household',
  'near-relative',
  'other-household',
  'other-village',
  'other-shop',
  'none',
] as const;
/** `at-it`: of an invited person's seat, held at the place of the action; they live nowhere. */
export type Position = (typeof positions)[number] | 'at-it';

const isSeat = (column: string): column is Seat => seat.options.some((each) => each === column);

/** Where somebody of a column stands: seats live nowhere, and all but a shop's are the town's. */
export function positionsOf(column: Column): readonly (Position | null)[] {
  if (isSeat(column)) return column === 'merchant' ? ['at-it', 'none'] : ['at-it'];
  return roles.some((each) => each === column) ? positions : [null];
}

/** Who hold no role at all. `false-timer`: a client's event in the shape of a timer's. */
export const strangers = ['unjoined', 'nobody', 'timer', 'false-timer'] as const;
export type Column = Role | (typeof strangers)[number];

/** Everybody who is tried, in the order of the table. */
export const columns: readonly Column[] = [...roles, ...seat.options, ...strangers];

/** What an action is about. */
export type Subject = {
  villageId: string;
  householdId: string;
  shopId: string;
  /** The id of a household by village and number. */
  idOf(villageId: string, number: number): string;
};

export const nextDoorShopId = 'shop-next-door';
const elsewhereShopId = 'shop-elsewhere';

/** Shops beside the subject's: one of the same village, one of the other. */
export const otherShops = [
  { shopId: nextDoorShopId, villageId: 'v01' },
  { shopId: elsewhereShopId, villageId: 'v02' },
];

export const otherVillageOf = (villageId: string) => (villageId === 'v01' ? 'v02' : 'v01');

/** Household 12 has points to spend and no relatives; 11 is made a relative where it is asked. */
const relativeNumber = 11;
const neighbourNumbers = [12, 10];

/** A household of the village that is not the subject's. */
function neighbourOf({ villageId, householdId, idOf }: Subject): string {
  const ids = neighbourNumbers.map((number) => idOf(villageId, number));
  return ids.find((id) => id !== householdId) ?? householdId;
}

export function homeOf(position: Position, subject: Subject): string | null {
  if (position === 'own-household') return subject.householdId;
  if (position === 'near-relative') return subject.idOf(subject.villageId, relativeNumber);
  if (position === 'other-village') return subject.idOf(otherVillageOf(subject.villageId), 9);
  return position === 'none' || position === 'at-it' ? null : neighbourOf(subject);
}

/** Where the role is held: at the place of the subject, or at one like it elsewhere. */
export function placeOfRole(role: Role, position: Position, subject: Subject): string {
  if (role === 'town-admin') return 'town';
  if (position === 'at-it') return role === 'merchant' ? subject.shopId : 'town';
  if (position === 'none') return 'nowhere';
  if (position === 'other-shop') return nextDoorShopId;
  const isElsewhere = position === 'other-village';
  if (role === 'keeper') return isElsewhere ? elsewhereShopId : subject.shopId;
  return isElsewhere ? otherVillageOf(subject.villageId) : subject.villageId;
}

export const held = (role: Role, place: string): HeldRole => ({ role, place, placeName: place });
