import { mostRolesGranted } from '../../contracts/limits';
import { refuse } from '../kernel/refusal';
import { holdsRole, withRole } from '../people/roles';
import type { HeldRole, Household, Member, Person, Role } from '../people/types';

export type GrantPlace =
  | { kind: 'village'; id: string; name: string }
  | { kind: 'shop'; id: string; name: string }
  | { kind: 'town'; id: 'town'; name: string };

/** A household with those of its near relatives in the village. */
export type Kin = { household: Household; relatives: readonly Household[] };

export function refuseUnknownPlace(): never {
  refuse('place-not-found', '没有找到这个地方。请先开通这个嘎查村或超市,或检查编号。');
}

export function refuseUnknownMember(): never {
  refuse('not-in-register', '户册里没有这一户或这个人。请核对户号和姓名,或先导入户册。');
}

/** Which kind of place each role is held at; to live somewhere is not granted. */
const placeOfRole: Record<Exclude<Role, 'resident'>, GrantPlace['kind']> = {
  cadre: 'village',
  panel: 'village',
  supervisor: 'village',
  keeper: 'shop',
  'town-admin': 'town',
};

export function mustFitItsPlace(role: Role, place: GrantPlace, member: Member): void {
  const wanted = role === 'resident' ? null : placeOfRole[role];
  if (wanted === place.kind && (role !== 'cadre' || place.id === member.villageId)) return;
  const words = {
    resident: '加入本村的人自然是居民,不用授予。',
    cadre: '村干部只能是本村户册里的人,地方要填本村。',
    panel: '评议小组要填一个嘎查村。',
    supervisor: '监督委员会要填一个嘎查村。',
    keeper: '店员要填一个超市的编号。',
    'town-admin': '镇管理员的地方要填 town。',
  }[role];
  refuse('role-does-not-fit', `职务和地方对不上。${words}`);
}

function isOrHasNear(kin: Kin, test: (household: Household) => boolean): boolean {
  return [kin.household, ...kin.relatives].some(test);
}

/** 村组法: no committee member or near relative of one sits on the supervisory committee. */
export function mustStandApartFromTheCommittee(
  role: Role,
  place: GrantPlace,
  member: Member,
  kin: Kin,
): void {
  if (place.id !== member.villageId) return;
  const near =
    (role === 'supervisor' &&
      (holdsRole(member.roles, 'cadre', place.id) || isOrHasNear(kin, (h) => h.ofCommittee))) ||
    (role === 'cadre' && isOrHasNear(kin, (h) => h.ofSupervision === true));
  if (!near) return;
  refuse(
    'supervisor-excluded',
    '村委会成员和他们的近亲属不能进监督委员会。请另选一位,或从邻近嘎查村请一位。',
  );
}

function mustHaveRoomFor(held: HeldRole, roles: readonly HeldRole[]): void {
  const others = roles.filter(({ role }) => role !== 'resident');
  if (others.length < mostRolesGranted || holdsRole(others, held.role, held.place)) return;
  const message = `一个人最多担任 ${mostRolesGranted} 个职务,这个人已经满了。请授予别人。`;
  refuse('too-many-roles', message);
}

/**
 * The member, whoever has joined as them, and what the household now is.
 * @throws Refusal `too-many-roles`
 */
export function grant(
  role: Role,
  place: GrantPlace,
  { member, person, household }: { member: Member; person: Person | null; household: Household },
): { member: Member; person: Person | null; household: Household } {
  const held: HeldRole = { role, place: place.id, placeName: place.name };
  const atHome = place.id === member.villageId;
  for (const each of [member, person]) mustHaveRoomFor(held, each?.roles ?? []);
  return {
    member: { ...member, roles: withRole(member.roles, held) },
    person: person && { ...person, roles: withRole(person.roles, held) },
    household: {
      ...household,
      ofCommittee: household.ofCommittee || (atHome && role === 'cadre'),
      ofSupervision: household.ofSupervision === true || (atHome && role === 'supervisor'),
    },
  };
}
