import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { dayOf } from './days';
import { bodyOf } from './freezes';
import { closeInvitation, giveCode } from './invitations';
import { areKin } from './kin';
import {
  isLastAdministrator,
  isNobodyElse,
  markHousehold,
  memberNamed,
  putPerson,
  removePerson,
} from './people';
import { type AnyRule, type Call, has, type Rule, when } from './rule';
import type { Model, ModelAct, ModelBody, ModelHousehold, ModelMember } from './state';

type Give = InputOf<typeof people.giveOffice>;
type Seat = { role: string; place: string };

const electedRoles = ['cadre', 'supervisor', 'panel'];
const seats = [
  ...['guide', 'observer', 'merchant', 'accountant', 'carrier', 'town-staff', 'discipline'],
];
/** Those whom the town's administrators alone give an office, and take it from. */
const isOfTown = (role: string) => ![...electedRoles, 'keeper'].includes(role);
const mayEnter = ['resident', 'cadre', 'supervisor', 'town-admin', ...seats];
const isElected = ({ role }: Seat) => electedRoles.includes(role);
/** How what nobody elects comes and goes; of the elected the rest. */
const onlyOfElected = ['elected', 'recalled', 'unfit'];
const onlyOfOthers = ['appointed', 'dismissed'];
const basisFits = (basis: string, seat: Seat) =>
  !(isElected(seat) ? onlyOfOthers : onlyOfElected).includes(basis);

function villageOf(model: Model, { role, place }: Seat, home: string): string {
  if (isOfTown(role)) return home;
  if (role !== 'keeper') return place;
  const served = model.shops.get(place)?.villageIds ?? [];
  return served.includes(home) ? home : (served[0] ?? home);
}

export const isOfficer = (person: Call['person'], villageId: string) =>
  has(person, 'town-admin') || ['cadre', 'supervisor'].some((role) => has(person, role, villageId));

/** As of which body somebody deals with it: of the town's seats the town, if they are of it. */
function actsAs(person: Call['person'], role: string, villageId: string): ModelBody | null {
  if (isOfTown(role) && has(person, 'town-admin')) return 'town';
  return isOfficer(person, villageId) ? bodyOf(person, villageId) : null;
}

/** Those who may not decide about somebody, whoever they are. */
function tooNear(
  model: Model,
  about: Pick<ModelAct, 'memberId' | 'personId' | 'householdId'>,
  { person, personId }: Call,
): Record<string, boolean> {
  const { memberId, householdId } = about;
  const own = person?.householdId ?? '';
  const isSame = memberId ? person?.memberId === memberId : about.personId === personId;
  return {
    'own-office': isSame,
    'own-household': householdId !== null && own === householdId,
    'near-relative': householdId !== null && areKin(model, own, householdId),
  };
}

function placeIsThere(model: Model, { role, place }: Seat): boolean {
  if (place === 'town') return true;
  return role === 'keeper' ? model.shops.has(place) : model.villages.has(place);
}

function roleFits({ role, place }: Seat, member: ModelMember): boolean {
  if (role === 'town-admin') return place === 'town';
  if (role === 'keeper') return place !== 'town';
  return place !== 'town' && (role !== 'cadre' || place === member.villageId);
}

/** No committee member and no near relative of one supervises the committee. */
function isExcluded({ role, place }: Seat, member: ModelMember, kin: readonly ModelHousehold[]) {
  if (place !== member.villageId) return false;
  const isCadre = member.roles.includes(`cadre@${place}`);
  const byCommittee = isCadre || kin.some((each) => each.ofCommittee);
  if (role === 'supervisor') return byCommittee;
  return role === 'cadre' && kin.some((each) => each.ofSupervision);
}

const officeHeld = (model: Model, { role, place }: Seat, memberId: string) =>
  [...model.offices].find(
    ([, held]) => held.memberId === memberId && held.role === role && held.place === place,
  );

/** Why somebody of the register may not be given a seat now. */
function notGivable(
  model: Model,
  seat: Seat & { day: string },
  member: ModelMember,
): Record<string, boolean> {
  const household = model.households.get(member.householdId);
  const kin = [member.householdId, ...(household?.relatives ?? [])].flatMap(
    (id) => model.households.get(id) ?? [],
  );
  const held = `${seat.role}@${seat.place}`;
  const person = model.persons.get(member.personId ?? '');
  const holds = member.roles.includes(held) || person?.roles.includes(held) === true;
  const untilDay = officeHeld(model, seat, member.memberId)?.[1].untilDay ?? null;
  const isOver = untilDay !== null && untilDay <= seat.day;
  return {
    'place-not-found': !placeIsThere(model, seat),
    'role-does-not-fit': !roleFits(seat, member),
    'supervisor-excluded': isExcluded(seat, member, kin),
    'already-holds': holds && !isOver,
  };
}

const giveOffice: Rule<Give> = {
  may(model, input, person) {
    return isOfficer(person, villageOf(model, input, input.villageId));
  },
  decide(model, input, call) {
    const { role, place, basis, day, untilDay = null } = input;
    const wrong = {
      'basis-does-not-fit': !basisFits(basis, input),
      'day-to-come': day > dayOf(call.atMs),
      'term-does-not-fit': untilDay !== null && untilDay <= day,
    };
    const member = memberNamed(model, input);
    if (!member) return { refusals: when({ ...wrong, 'not-in-register': true }) };
    const villageId = villageOf(model, input, input.villageId);
    const { memberId, householdId } = member;
    const about = { memberId, personId: null, householdId };
    const by = actsAs(call.person, role, villageId);
    return {
      refusals: when({
        ...wrong,
        ...tooNear(model, about, call),
        ...notGivable(model, input, member),
        'office-not-yours': role === 'town-admin' && by !== 'town',
      }),
      effect(written) {
        // Counted beside the transaction: who else looks after the town may have changed since.
        const byLast = written('office-acts', call.commandId)?.byLast === true;
        model.acts.set(call.commandId, {
          ...{ ...about, state: 'proposed', change: 'give', role, place, villageId, day, untilDay },
          ...{ officeId: null, proposer: call.personId, by, byLast, settler: null, invited: null },
        });
        return undefined;
      },
      // Every town of the histories has its second administrator.
      value: () => ({ officeActId: call.commandId, state: 'proposed' }),
    };
  },
};

/** Of a seat in the town and of somebody who looks after it: nobody else would be left. */
const wouldLeaveNobody = (
  model: Model,
  { role, memberId, personId }: Pick<ModelAct, 'role' | 'memberId' | 'personId'>,
) => {
  const linked = memberId ? (model.members.get(memberId)?.personId ?? '') : (personId ?? '');
  return role === 'town-admin' && isLastAdministrator(model, model.persons.get(linked));
};

const endOffice: Rule<InputOf<typeof people.endOffice>> = {
  may: (_, __, person) => mayEnter.some((role) => has(person, role)),
  decide(model, { officeId, basis, day }, call) {
    const held = model.offices.get(officeId);
    if (!held) return { refusals: ['not-held'] };
    const { role, place, memberId, personId, householdId } = held;
    const home = model.members.get(memberId ?? '')?.villageId ?? 'town';
    const villageId = villageOf(model, held, home);
    const by = actsAs(call.person, role, villageId);
    const near = tooNear(model, held, call);
    const resigns = near['own-office'] === true && basis === 'resigned';
    return {
      refusals: when({
        'basis-does-not-fit': !basisFits(basis, held),
        'day-to-come': day > dayOf(call.atMs),
        'last-administrator': wouldLeaveNobody(model, held),
        ...(!resigns && {
          ...near,
          'office-not-yours': by === null || (isOfTown(role) && by !== 'town'),
        }),
      }),
      effect() {
        model.acts.set(call.commandId, {
          ...{ state: 'proposed', change: 'end', role, place, villageId, memberId, personId },
          ...{ householdId, officeId, day, untilDay: null, proposer: call.personId, by },
          ...{ byLast: false, settler: null, invited: null },
        });
        return undefined;
      },
      value: () => ({ officeActId: call.commandId, state: 'proposed' }),
    };
  },
};

function put(model: Model, id: string, act: ModelAct): string[] | undefined {
  const { role, place, memberId, personId, householdId, untilDay } = act;
  const member = model.members.get(memberId ?? '');
  if (!member) return ['an office was given to nobody'];
  const held = `${role}@${place}`;
  const [before] = officeHeld(model, act, member.memberId) ?? [];
  if (before) model.offices.delete(before);
  const invited = false;
  model.offices.set(id, { role, place, memberId, personId, householdId, untilDay, invited });
  member.roles = [...new Set([...member.roles, held])];
  const person = model.persons.get(member.personId ?? '');
  if (person) putPerson(model, person.personId, { roles: [...new Set([...person.roles, held])] });
  const household = model.households.get(member.householdId);
  if (household) markHousehold(model, household);
  return undefined;
}

function take(model: Model, { role, place, memberId, personId, officeId }: ModelAct): undefined {
  const without = (roles: readonly string[]) => roles.filter((each) => each !== `${role}@${place}`);
  model.offices.delete(officeId ?? '');
  const member = model.members.get(memberId ?? '');
  if (member) {
    member.roles = without(member.roles);
    const household = model.households.get(member.householdId);
    if (household) markHousehold(model, household);
  }
  const person = model.persons.get((member ? member.personId : personId) ?? '');
  if (!person) return;
  const roles = without(person.roles);
  if (isNobodyElse({ ...person, roles })) removePerson(model, person.personId);
  else putPerson(model, person.personId, { roles });
}

/** What stands in the way of carrying it out by now. */
function notCarriedOut(model: Model, act: ModelAct): Record<string, boolean> {
  const member = model.members.get(act.memberId ?? '');
  if (act.change === 'end') {
    return {
      'not-held': !model.offices.has(act.officeId ?? ''),
      'last-administrator': wouldLeaveNobody(model, act),
    };
  }
  // Who moved meanwhile has other kin by now.
  const isThere = member?.name && member.householdId === act.householdId;
  if (act.invited) return {};
  if (!isThere) return { 'not-in-register': true };
  return notGivable(model, act, member);
}

const answerOfficeAct: Rule<InputOf<typeof people.answerOfficeAct>> = {
  may(model, { officeActId }, person) {
    return isOfficer(person, model.acts.get(officeActId)?.villageId ?? 'nowhere');
  },
  decide(model, { officeActId, accept, reason }, call) {
    const act = model.acts.get(officeActId);
    if (!act) return { refusals: ['act-not-found'] };
    if (act.state !== 'proposed') return { refusals: ['act-settled'] };
    const by = actsAs(call.person, act.role, act.villageId);
    const isColleague = accept && act.by === 'committee' && by === 'committee';
    const byTownAlone = act.by === 'town' && by === 'town';
    return {
      refusals: when({
        ...tooNear(model, act, call),
        'another-must-agree': act.proposer === call.personId || isColleague,
        'village-must-agree': accept && act.change === 'end' && isElected(act) && byTownAlone,
        'office-not-yours':
          isOfTown(act.role) && by !== 'town' && !(act.byLast && by === 'supervision'),
        'reason-needed': !accept && !reason,
        ...(accept && notCarriedOut(model, act)),
      }),
      effect(written) {
        const invites = act.invited !== null;
        act.settler = call.personId;
        act.state = accept ? (invites ? 'invited' : 'in-force') : 'refused';
        if (!accept) closeInvitation(model, act);
        if (!accept) return undefined;
        if (invites) return giveCode(model, officeActId, { written, atMs: call.atMs });
        return act.change === 'give' ? put(model, officeActId, act) : take(model, act);
      },
      value: () => ({ officeActId, state: act.state }),
    };
  },
};

const withdrawOfficeAct: Rule<InputOf<typeof people.withdrawOfficeAct>> = {
  may: (_, __, person) => mayEnter.some((role) => has(person, role)),
  decide(model, { officeActId }, { personId, person }) {
    const act = model.acts.get(officeActId);
    if (!act) return { refusals: ['act-not-found'] };
    // One that got into wrong hands any administrator takes back: it gave nothing yet.
    const byTown = act.state === 'invited' && has(person, 'town-admin');
    return {
      refusals: when({
        'act-settled': act.state !== 'proposed' && act.state !== 'invited',
        'not-your-act': act.proposer !== personId && !byTown,
      }),
      effect() {
        closeInvitation(model, act);
        act.state = 'withdrawn';
        return undefined;
      },
      value: () => ({ officeActId }),
    };
  },
};

/** Who holds what office, by the acts of two people. */
export const officeRules = {
  'give-office': giveOffice,
  'end-office': endOffice,
  'answer-office-act': answerOfficeAct,
  'withdraw-office-act': withdrawOfficeAct,
} satisfies Record<string, AnyRule>;
