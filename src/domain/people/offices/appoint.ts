import { mostOfficesAtAPlace, mostRolesGranted } from '../../../contracts/limits';
import { refuse } from '../../kernel/refusal';
import { holdsRole, withoutRole, withRole } from '../roles';
import type { HeldRole, Household, Member, Person } from '../types';
import type { GivenOffice, HeldOffice, InvitedOffice, Office, OfficeAct } from './types';

export type OfficePlace =
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

/** Which kind of place each office is held at. */
const placeOfOffice: Record<Office, OfficePlace['kind']> = {
  cadre: 'village',
  panel: 'village',
  supervisor: 'village',
  keeper: 'shop',
  'town-admin': 'town',
  guide: 'town',
  observer: 'town',
  merchant: 'shop',
  accountant: 'town',
  carrier: 'town',
  'town-staff': 'town',
  discipline: 'town',
};

/** @throws Refusal `role-does-not-fit` */
export function mustBeInvitedTo(role: InvitedOffice, place: OfficePlace): void {
  if (placeOfOffice[role] === place.kind) return;
  refuse(
    'role-does-not-fit',
    role === 'merchant'
      ? '职务和地方对不上。合作商户要选一个超市。'
      : '职务和地方对不上。这个职务的地方是镇里。',
  );
}

/** @throws Refusal `role-does-not-fit` */
export function mustFitItsPlace(role: GivenOffice, place: OfficePlace, member: Member): void {
  const fits = placeOfOffice[role] === place.kind;
  if (fits && (role !== 'cadre' || place.id === member.villageId)) return;
  const words = {
    cadre: '村干部只能是本村户册里的人,地方要填本村。',
    panel: '评议小组要填一个嘎查村。',
    supervisor: '监督委员会要填一个嘎查村。',
    keeper: '店员要填一个超市。',
    'town-admin': '镇管理员的地方是镇里。',
  }[role];
  refuse('role-does-not-fit', `职务和地方对不上。${words}`);
}

function isOrHasNear(kin: Kin, test: (household: Household) => boolean): boolean {
  return [kin.household, ...kin.relatives].some(test);
}

/**
 * 村组法: no committee member or near relative of one sits on the supervisory committee.
 * @throws Refusal `supervisor-excluded`
 */
export function mustStandApartFromTheCommittee(
  role: Office,
  place: OfficePlace,
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

/** @throws Refusal `too-many-roles` */
export function mustHaveRoom(held: HeldRole, roles: readonly HeldRole[]): void {
  const others = roles.filter(({ role }) => role !== 'resident');
  if (others.length < mostRolesGranted || holdsRole(others, held.role, held.place)) return;
  const message = `一个人最多担任 ${mostRolesGranted} 个职务,这个人已经满了。请另选一位。`;
  refuse('too-many-roles', message);
}

/**
 * @param there how many offices are held at the place already
 * @throws Refusal `too-many-offices`
 */
export function mustBeRoomAt(there: number): void {
  if (there < mostOfficesAtAPlace) return;
  refuse(
    'too-many-offices',
    `一个地方最多登记 ${mostOfficesAtAPlace} 个职务。请先把已经不干的登记离任。`,
  );
}

/**
 * Whose term is over may be elected anew without leaving first.
 * @param roles of the member and of whoever has joined as them
 * @param held the office they hold there by now, if any
 * @throws Refusal `already-holds`
 */
export function mustNotHoldYet(
  { role, place, day }: Pick<OfficeAct, 'role' | 'place' | 'day'>,
  roles: readonly HeldRole[],
  held: HeldOffice | null,
): void {
  if (!holdsRole(roles, role, place)) return;
  if (held?.untilDay && held.untilDay <= day) return;
  refuse(
    'already-holds',
    '这个人已经担任这个职务了,不用再登记。任期满了当选连任的,任期满后再登记。',
  );
}

/** @throws Refusal `not-held` */
export function refuseNotHeld(): never {
  refuse('not-held', '这个人现在没有这个职务,或者已经离任了。请刷新名单再看。');
}

/** Whether the committee, and the supervision of it, live in a household, by who is in it. */
export function officesOf(
  villageId: string,
  members: readonly Pick<Member, 'roles'>[],
): Pick<Household, 'ofCommittee' | 'ofSupervision'> {
  const some = (role: Office) => members.some(({ roles }) => holdsRole(roles, role, villageId));
  return { ofCommittee: some('cadre'), ofSupervision: some('supervisor') };
}

export type Holder = { member: Member; person: Person | null; household: Household };

/** The office as it is held from now on. */
export function officeBy(act: OfficeAct, byOne: boolean): HeldOffice {
  const { officeActId, villageId, role, place, placeName, memberId, householdId, name } = act;
  const { basis, day, untilDay } = act;
  return {
    ...{ officeId: officeActId, villageId, role, place, placeName, memberId, householdId },
    personId: act.personId,
    ...{ name, basis, sinceDay: day, untilDay },
    ...(act.invited && { organisation: act.invited.organisation }),
    ...(byOne && { byOne }),
  };
}

/** The member, whoever has joined as them, and what the household now is. */
export function appoint(held: HeldRole, { member, person, household }: Holder): Holder {
  const { role, place } = held;
  const atHome = place === member.villageId;
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

/** Whoever holds it holds it no more. */
export function withoutOffice<Of extends { roles: HeldRole[] }>(
  of: Of,
  { role, place }: Pick<HeldOffice, 'role' | 'place'>,
): Of {
  return { ...of, roles: withoutRole(of.roles, role, place) };
}
