import { dayOf, yearOf } from './days';
import { forgetLinks } from './links-kept';
import * as people from './people';
import type { Call, Written } from './rule';
import type { Model, ModelHousehold, ModelMember } from './state';
import type { Change, ChangeOf } from './state-of-people';

/** A household that something happens to, and who enters it or says yes. */
export type Happening = { model: Model; household: ModelHousehold; call: Call };

/** By the code of its refusal: whether it stands in the way. */
export type InTheWay = Record<string, boolean>;

/** What stands in the way of a kind of event now, and what it brings about. */
export type KindRule<Kind extends Change> = {
  inTheWay(change: Kind, now: Happening): InTheWay;
  happens(change: Kind, now: Happening & { written: Written }): string[] | undefined;
};

/** Who stands in the register of a household: whoever was erased has no name. */
export function livingIn(model: Model, householdId: string): ModelMember[] {
  return [...model.members.values()].filter(
    (member) => member.householdId === householdId && member.name !== '',
  );
}

export const livingThere = (model: Model, householdId: string, memberId: string | undefined) =>
  livingIn(model, householdId).find((member) => member.memberId === memberId);

export const isHead = ({ headName }: ModelHousehold, { name }: ModelMember) => headName === name;

/** Whoever has an office stays until the act that ends it. */
export const holdsOffice = ({ roles }: ModelMember) => roles.length > 0;

/** All that is written and that nobody knew before. */
export function newIn(written: Written, collection: string, known: ReadonlyMap<string, unknown>) {
  return written.all(collection).filter(({ _id }) => !known.has(_id));
}

type Leaving = { memberId: string; headId?: string | undefined };

/** Somebody goes: others stay, and one of them is the head where the head goes. */
export function leavingInTheWay(
  { memberId, headId }: Leaving,
  { model, household }: Happening,
): InTheWay {
  const { householdId } = household;
  const leaver = livingThere(model, householdId, memberId);
  if (!leaver) return { 'member-not-there': true };
  const needsHead = isHead(household, leaver);
  const others = livingIn(model, householdId).filter((each) => each !== leaver);
  return {
    'holds-office': holdsOffice(leaver),
    'last-of-household': others.length === 0,
    'head-needed': needsHead && (headId === undefined || headId === memberId),
    'member-not-there':
      needsHead && headId !== undefined && !livingThere(model, householdId, headId),
  };
}

/** The one who is the head from then on. */
export function headFollows(
  { headId }: Leaving,
  leaver: ModelMember,
  { model, household }: Happening,
): void {
  if (!isHead(household, leaver)) return;
  household.headName = model.members.get(headId ?? '')?.name ?? '';
}

/** The line is gone, and every right that came with it. */
export function goAway(model: Model, leaver: ModelMember): void {
  people.removeRequestsFor(model, leaver.memberId);
  people.leaveLine(model, leaver);
  model.members.delete(leaver.memberId);
}

/** Nothing of them is kept but that something was to be erased. */
export function dieAway(
  leaver: ModelMember,
  { model, household, call, written }: Happening & { written: Written },
): string[] | undefined {
  const person = model.persons.get(leaver.personId ?? '');
  people.removeRequestsFor(model, leaver.memberId);
  if (person) people.removePerson(model, person.personId);
  people.removeOfficesOf(model, leaver.memberId);
  forgetLinks(model, ({ memberId }) => memberId === leaver.memberId);
  people.emptyLine(leaver);
  people.withdrawConsent(household);
  const left = { personId: person?.personId ?? null, householdId: household.householdId };
  const [erasure] = newIn(written, 'erasures', model.erasures);
  if (!erasure) return ['somebody died and nothing is erased'];
  return people.restIsLeft(model, { commandId: erasure._id, atMs: call.atMs }, written, left);
}

const children: KindRule<ChangeOf<'children'>> = {
  inTheWay: ({ was, minors }, { household }) => ({
    'children-changed': was !== household.minors || minors === was,
  }),
  happens({ minors }, { household }) {
    household.minors = minors;
    return undefined;
  },
};

const newLine: KindRule<ChangeOf<'adult' | 'move-in'>> = {
  inTheWay({ line }, { model, household, call }) {
    const { householdId, villageId } = household;
    const years = yearOf(dayOf(call.atMs)) - line.birthYear;
    return {
      // Of whom it is the eighteenth year the registrar has to say so.
      'not-adult': years < 18 || (years === 18 && !line.isAdult),
      'name-stands-already': livingIn(model, householdId).some(({ name }) => name === line.name),
      'stands-elsewhere':
        line.phone !== undefined &&
        [...model.members.values()].some(
          (each) =>
            each.phone === line.phone && each.name === line.name && each.villageId === villageId,
        ),
    };
  },
  happens({ kind, line }, { model, household, written }) {
    const { householdId, villageId } = household;
    const made = newIn(written, 'members', model.members);
    if (made.length !== 1) return [`one came, and ${made.length} lines are new`];
    const memberId = String(made[0]?._id);
    const { name, birthYear, phone = null } = line;
    model.members.set(memberId, {
      ...{ memberId, householdId, villageId, name, phone, birthYear, roles: [], personId: null },
    });
    if (kind === 'adult') household.minors = Math.max(0, household.minors - 1);
    return undefined;
  },
};

const moveOut: KindRule<ChangeOf<'move-out'>> = {
  inTheWay: leavingInTheWay,
  happens(change, now) {
    const leaver = now.model.members.get(change.memberId);
    if (!leaver) return ['nobody moved out'];
    headFollows(change, leaver, now);
    goAway(now.model, leaver);
    return undefined;
  },
};

const death: KindRule<ChangeOf<'death'>> = {
  inTheWay(change, now) {
    const { model, household } = now;
    const dead = livingThere(model, household.householdId, change.memberId);
    const roles = model.persons.get(dead?.personId ?? '')?.roles ?? [];
    const inOffice = roles.some((role) => !role.startsWith('resident@'));
    const leaving = leavingInTheWay(change, now);
    return { ...leaving, 'holds-office': leaving['holds-office'] === true || inOffice };
  },
  happens(change, now) {
    const dead = now.model.members.get(change.memberId);
    if (!dead) return ['nobody died'];
    headFollows(change, dead, now);
    return dieAway(dead, now);
  },
};

/** Near relatives, as both say. */
export function becomeKin(one: ModelHousehold, other: ModelHousehold): void {
  const add = (to: ModelHousehold, id: string) => {
    to.relatives = [...new Set([...to.relatives, id])].sort();
  };
  add(one, other.householdId);
  add(other, one.householdId);
}

const isTorn = (one: ModelHousehold, other: ModelHousehold) =>
  (one.ofCommittee && other.ofSupervision) || (other.ofCommittee && one.ofSupervision);

const marry: KindRule<ChangeOf<'marry'>> = {
  inTheWay(change, now): InTheWay {
    const { model, household } = now;
    const to = model.households.get(change.toHouseholdId);
    if (!to) return { 'household-not-found': true };
    const leaver = livingThere(model, household.householdId, change.memberId);
    return {
      ...leavingInTheWay(change, now),
      'same-household': to === household,
      'other-village': to.villageId !== household.villageId,
      'household-ended': to.ended !== null,
      'name-stands-already': livingIn(model, to.householdId).some(
        ({ name }) => name === leaver?.name,
      ),
      'kin-in-both': isTorn(household, to),
    };
  },
  happens(change, now) {
    const { model, household } = now;
    const leaver = model.members.get(change.memberId);
    const to = model.households.get(change.toHouseholdId);
    if (!leaver || !to) return ['nobody moved'];
    headFollows(change, leaver, now);
    people.removeRequestsFor(model, leaver.memberId);
    // The points there were not theirs: they join anew.
    people.leaveLine(model, leaver);
    Object.assign(leaver, { householdId: to.householdId, personId: null });
    becomeKin(household, to);
    return undefined;
  },
};

const head: KindRule<ChangeOf<'head'>> = {
  inTheWay({ memberId }, { model, household }): InTheWay {
    const next = livingThere(model, household.householdId, memberId);
    if (!next) return { 'member-not-there': true };
    return { 'is-head': isHead(household, next) };
  },
  happens({ memberId }, { model, household }) {
    household.headName = model.members.get(memberId)?.name ?? '';
    return undefined;
  },
};

export const numberKey = ({ villageId }: ModelHousehold, number: number) =>
  `${villageId}.${number}`;

const number: KindRule<ChangeOf<'number'>> = {
  inTheWay: (change, { model, household }) => ({
    'number-taken': model.numbers.has(numberKey(household, change.number)),
  }),
  happens(change, { model, household }) {
    model.numbers.delete(numberKey(household, household.number));
    model.numbers.set(numberKey(household, change.number), household.householdId);
    household.number = change.number;
    return undefined;
  },
};

/** What happens to a household by itself, or to one that somebody leaves for another. */
export const kindsOfOne = {
  ...{ children, adult: newLine, 'move-in': newLine, 'move-out': moveOut, death },
  ...{ marry, head, number },
};
