import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { addDays, dayOf, yearOf } from './days';
import { areKin } from './kin';
import { endDispute, forgetLinks, linkUp } from './links-kept';
import { type AnyRule, type Call, has, type Rule, type Written, when } from './rule';
import type { Model, ModelHousehold, ModelMember, ModelPerson } from './state';

const triesPerDay = 5;
const offices = ['cadre', 'panel', 'supervisor', 'keeper', 'town-admin'];

export const isOffice = (role: string) => offices.includes(role.split('@')[0] ?? '');
export const isAdult = (member: ModelMember, atMs: number) =>
  yearOf(dayOf(atMs)) - member.birthYear > 18;

export function householdNumbered(model: Model, villageId: string, number: number) {
  return [...model.households.values()].find(
    (each) => each.villageId === villageId && each.number === number,
  );
}

export function memberNamed(
  model: Model,
  {
    villageId,
    householdNumber,
    name,
  }: { villageId: string; householdNumber: number; name: string },
) {
  const householdId = householdNumbered(model, villageId, householdNumber)?.householdId ?? '';
  const named = [...model.members.values()].find(
    (member) => member.householdId === householdId && member.name === name && name !== '',
  );
  return model.households.has(householdId) ? named : undefined;
}

/** Whether a proven number lets somebody in as this line. */
export const mayBeProven = ({ byTwoOnly, unconfirmed }: ModelMember) => !byTwoOnly && !unconfirmed;

const isProvenBy = (member: ModelMember, proven: string | undefined) =>
  mayBeProven(member) && member.phone !== null && member.phone === proven;

type Wanted = { villageId: string; householdNumber: number; name?: string | undefined };

/** By name; without one, those of the household who have the proven number: the free ones first. */
function membersMeant(model: Model, wanted: Wanted, proven: string | undefined): ModelMember[] {
  const { name, ...place } = wanted;
  if (name !== undefined) return [memberNamed(model, { ...place, name }) ?? []].flat();
  const { householdId } = householdNumbered(model, place.villageId, place.householdNumber) ?? {};
  const theirs = [...model.members.values()].filter(
    (member) => member.householdId === householdId && isProvenBy(member, proven),
  );
  const free = theirs.filter(({ personId }) => personId === null);
  return free.length > 0 ? free : theirs.slice(0, 1);
}

export const isUnanswered = ({ state }: { state: string }) => ['waiting', 'agreed'].includes(state);

/** Guesses of today, this one among them. */
export function triesWithThis(model: Model, key: string, atMs: number): number {
  const known = model.tries.get(key);
  return (known?.day === dayOf(atMs) ? known.count : 0) + 1;
}

export function countTry(model: Model, key: string, atMs: number): void {
  const count = triesWithThis(model, key, atMs);
  if (count <= triesPerDay) model.tries.set(key, { day: dayOf(atMs), count });
}

export const isTooMany = (tries: number) => tries > triesPerDay;

export function putPerson(
  model: Model,
  personId: string,
  changed: Partial<ModelPerson> & { lookUp?: string },
): void {
  const { lookUp = '' } = changed;
  const nobody = { personId, lookUp, householdId: null, villageId: null, memberId: null };
  const nothing = { ...nobody, roles: [], request: null, entry: null, link: null, terms: [] };
  const known = model.persons.get(personId) ?? { ...nothing, proxy: null };
  const person = { ...known, ...changed };
  const terms = person.terms.filter((term) => person.roles.includes(term.split(' ')[0] ?? ''));
  model.persons.set(personId, { ...person, terms });
}

const isAnswered = ({ state }: { state: string }) => ['refused', 'closed'].includes(state);

/** Whoever asks to join, or has joined, waits for that alone; a no stays. */
export function endEntry(model: Model, personId: string): void {
  const id = model.persons.get(personId)?.entry ?? '';
  const entry = model.entries.get(id);
  if (entry && !isAnswered(entry)) model.entries.delete(id);
}

/** Neither of a household, nor in an office, nor waiting for anything. */
export const isNobodyElse = ({ householdId, roles, request, entry }: ModelPerson) =>
  householdId === null && roles.length === 0 && !request && !entry;

/** By which command somebody came in, and who let them in. */
type CameIn = { linkId: string; two: string[] };

/** They live there now, hold what the register gives them and keep what they had. */
export function joinAs(
  model: Model,
  personId: string,
  member: ModelMember,
  { namesShown, atMs, linkId, two }: CameIn & { namesShown: boolean; atMs: number },
): void {
  const { memberId, householdId, villageId } = member;
  const held = model.persons.get(personId)?.roles ?? [];
  const roles = [...new Set([`resident@${villageId}`, ...member.roles, ...held])];
  // What the register gives has no term.
  const before = model.persons.get(personId);
  const terms = (before?.terms ?? []).filter((term) => {
    return !member.roles.includes(term.split(' ')[0] ?? '');
  });
  const lives = { memberId, householdId, villageId, roles, terms, link: linkId };
  putPerson(model, personId, { ...lives, request: null, entry: null });
  member.personId = personId;
  delete member.byTwoOnly;
  delete member.unconfirmed;
  linkUp(model, { linkId, personId, member, two });
  const household = model.households.get(householdId);
  if (!household || household.namesAnswered || !isAdult(member, atMs)) return;
  household.namesShown = namesShown;
  household.namesAnswered = true;
}

type JoinInput = InputOf<typeof people.join>;

/** `phone:` and the number, as the simulation's phones write down what WeChat told them. */
export type KnownTokens = ReadonlyMap<
  string,
  { personId: string; phone: string; validUntilMs: number }
>;

export function joinRule(tokens: KnownTokens): Rule<JoinInput> {
  return {
    may: () => true,
    decide(model, input, { personId, lookUp, atMs, commandId }) {
      const { villageId, householdNumber, phoneToken, namesShown } = input;
      const person = model.persons.get(personId);
      const token = tokens.get(phoneToken ?? '');
      const tokenIsGood = token?.personId === lookUp && atMs < token.validUntilMs;
      const early = when({
        'village-not-found': !model.villages.has(villageId),
        'already-joined': (person?.householdId ?? null) !== null,
        'name-needed': input.name === undefined && phoneToken === undefined,
        'phone-token-stale': phoneToken !== undefined && !tokenIsGood,
      });
      if (early.length > 0) return { refusals: early };
      const key = `join.${lookUp}`;
      if (isTooMany(triesWithThis(model, key, atMs))) return { refusals: ['too-many-tries'] };
      const anyway = () => countTry(model, key, atMs);
      const [member, another] = membersMeant(model, input, token?.phone);
      if (another) return { refusals: ['name-needed'] };
      if (!member) return { refusals: ['not-in-register'], anyway };
      const taken = member.personId !== null && member.personId !== personId;
      const proven = isProvenBy(member, token?.phone);
      const effect = (written: Written) => {
        anyway();
        // Somebody new gets an id by chance.
        const id = person?.personId ?? String(written('persons', lookUp)?.personId);
        if (!person) putPerson(model, id, { lookUp });
        const requestId = `${villageId}.${id}`;
        endEntry(model, id);
        if (proven) {
          const waiting = model.requests.get(person?.request ?? '');
          if (waiting && isUnanswered(waiting)) waiting.state = 'joined';
          const came = { linkId: commandId, two: [], namesShown, atMs };
          return joinAs(model, id, member, came);
        }
        putPerson(model, id, { request: requestId });
        model.requests.set(requestId, {
          ...{ state: 'waiting', villageId, memberId: member.memberId, personId: id, namesShown },
          ...{ householdId: member.householdId, householdNumber, name: member.name },
          withOffice: member.roles.some(isOffice),
          ...{ agreed: null, askedAtMs: atMs },
        });
        return undefined;
      };
      const value = () => ({
        state: proven ? 'joined' : 'waiting',
      });
      const refusals = when({ 'member-taken': taken });
      return { refusals, effect: (written) => void effect(written), anyway, value };
    },
  };
}

const answerJoin: Rule<InputOf<typeof people.answerJoin>> = {
  may: (_, { joinRequestId }, person) =>
    has(person, 'town-admin') ||
    ['cadre', 'supervisor'].some((role) => has(person, role, joinRequestId.split('.')[0])),
  decide(model, { joinRequestId, householdNumber, name, accept }, call) {
    const { person, atMs } = call;
    const request = model.requests.get(joinRequestId);
    if (!request) return { refusals: ['join-request-not-found'] };
    const { personId, memberId } = request;
    const member = model.members.get(memberId);
    const asker = model.persons.get(personId);
    const withOffice = request.withOffice || member?.roles.some(isOffice) === true;
    const taken = member?.personId !== null && member?.personId !== personId;
    const inCommittee = has(person, 'cadre', request.villageId);
    const isTown = !inCommittee && has(person, 'town-admin');
    const { agreed } = request;
    // Gone, or of another household by now: they ask anew.
    const isElsewhere = member?.householdId !== request.householdId;
    const isNobodyElse =
      agreed?.personId === call.personId || (agreed?.by === 'committee' && inCommittee);
    const isWhoWasSeen = name === request.name && householdNumber === request.householdNumber;
    return {
      refusals: when({
        'join-request-not-found': accept && isElsewhere,
        'join-request-changed': !isWhoWasSeen,
        'join-already-answered': !isUnanswered(request) || (accept && asker?.householdId !== null),
        'own-request': call.personId === personId,
        'own-household': person?.householdId === request.householdId,
        'near-relative': areKin(model, person?.householdId ?? '', request.householdId),
        'not-your-job': withOffice && !isTown && agreed?.by !== 'town',
        'another-must-agree': accept && isNobodyElse,
        'member-taken': accept && taken,
      }),
      effect() {
        if (accept && !agreed) {
          const by = inCommittee ? 'committee' : isTown ? 'town' : 'supervision';
          Object.assign(request, { state: 'agreed', agreed: { personId: call.personId, by } });
          return undefined;
        }
        request.state = accept ? 'joined' : 'refused';
        if (!accept || !member) return undefined;
        endEntry(model, personId);
        const { namesShown } = request;
        const two = [agreed?.personId ?? '', call.personId];
        joinAs(model, personId, member, { linkId: call.commandId, two, namesShown, atMs });
        return undefined;
      },
      value: () => ({ joinRequestId, state: request.state }),
    };
  },
};

const setNamesShown: Rule<InputOf<typeof people.setNamesShown>> = {
  may: (_, __, person) => has(person, 'resident'),
  decide(model, { namesShown }, { person, atMs }) {
    const member = model.members.get(person?.memberId ?? '');
    const household = model.households.get(person?.householdId ?? '');
    if (!member || !household) return { refusals: ['join-first'] };
    return {
      refusals: when({ 'adult-only': !isAdult(member, atMs) }),
      effect() {
        household.namesShown = namesShown;
        household.namesAnswered = true;
        return undefined;
      },
      value: () => ({ namesShown }),
    };
  },
};

/** An invited administrator's term ends by itself: they are not counted on to stay. */
const staysOn = (person: ModelPerson) =>
  has(person, 'town-admin') && !person.terms.some((term) => term.startsWith('town-admin@'));

export const isLastAdministrator = (model: Model, person: ModelPerson | undefined) =>
  person !== undefined &&
  has(person, 'town-admin') &&
  ![...model.persons.values()].some((other) => {
    return other.personId !== person.personId && staysOn(other);
  });

export function removePerson(model: Model, personId: string): void {
  for (const [id, request] of model.requests) {
    if (request.personId === personId) model.requests.delete(id);
  }
  for (const [id, office] of model.offices) {
    if (office.personId === personId) model.offices.delete(id);
  }
  for (const [id, entry] of model.entries) {
    if (entry.personId === personId) model.entries.delete(id);
  }
  model.persons.delete(personId);
}

/** What an erased line held ends, and what was entered about it comes to nothing. */
export function removeOfficesOf(model: Model, memberId: string): void {
  for (const [id, office] of model.offices) {
    if (office.memberId === memberId) model.offices.delete(id);
  }
  for (const act of model.acts.values()) {
    if (act.memberId === memberId && act.state === 'proposed') act.state = 'withdrawn';
  }
}

/** Whether the committee, or its supervision, lives in a household. */
export function markHousehold(model: Model, household: ModelHousehold): void {
  const { householdId, villageId } = household;
  const some = (role: string) =>
    [...model.members.values()].some(
      (each) => each.householdId === householdId && each.roles.includes(`${role}@${villageId}`),
    );
  household.ofCommittee = some('cadre');
  household.ofSupervision = some('supervisor');
}

/** Consent goes with whoever may have given it. */
export function withdrawConsent(household: ModelHousehold): void {
  household.namesShown = false;
  household.namesAnswered = false;
}

/** Its id alone is left. */
export function emptyLine(member: ModelMember): void {
  Object.assign(member, { name: '', phone: null, birthYear: 0, roles: [], personId: null });
  delete member.byTwoOnly;
  delete member.unconfirmed;
}

/** What somebody holds that did not come with their line of the register. */
const rolesBeside = (person: ModelPerson, member: ModelMember) =>
  person.roles.filter((role) => !role.startsWith('resident@') && !member.roles.includes(role));

export const keepsTheTown = (person: ModelPerson, member: ModelMember) =>
  rolesBeside(person, member).includes('town-admin@town');

/** Whoever had joined as a line is of its household no more; what else they hold stays theirs. */
export function leaveLine(model: Model, member: ModelMember): void {
  const person = model.persons.get(member.personId ?? '');
  if (!person) return;
  const roles = rolesBeside(person, member);
  const nowhere = { memberId: null, householdId: null, villageId: null, link: null };
  if (roles.length === 0) removePerson(model, person.personId);
  else putPerson(model, person.personId, { ...nowhere, roles });
}

type Erased = { personId: string | null; householdId: string | null };

/** The phone is told by when the rest is gone; the night must find whose it is. */
export function restIsLeft(
  model: Model,
  { commandId, atMs }: Pick<Call, 'commandId' | 'atMs'>,
  written: Written,
  left: Erased,
) {
  const erasure: Record<string, unknown> = written('erasures', commandId) ?? {};
  model.erasures.set(commandId, { personId: left.personId, askedAtMs: atMs });
  const found = [erasure.state, erasure.personId, erasure.householdId].join();
  const wanted = ['waiting', left.personId, left.householdId].join();
  return found === wanted ? undefined : [`the night finds ${found} instead of ${wanted}`];
}

const restGoes = ({ atMs }: Call) => ({ restGoesOnDay: addDays(dayOf(atMs), 1) });

const eraseMe: Rule<InputOf<typeof people.eraseMe>> = {
  may: () => true,
  decide(model, _, call) {
    const { personId } = call;
    const person = model.persons.get(personId);
    if (!person) return { refusals: ['nothing-kept'] };
    return {
      refusals: when({ 'last-administrator': isLastAdministrator(model, person) }),
      effect(written) {
        const member = model.members.get(person.memberId ?? '');
        const household = model.households.get(person.householdId ?? '');
        if (member) Object.assign(member, { personId: null, phone: null });
        if (household) withdrawConsent(household);
        forgetLinks(model, ({ personId: of }) => of === personId);
        removePerson(model, personId);
        return restIsLeft(model, call, written, person);
      },
      value: () => restGoes(call),
    };
  },
};

/** Whoever waits to become this member carries the name too. */
export function removeRequestsFor(model: Model, memberId: string): void {
  for (const [id, { memberId: wanted, personId }] of model.requests) {
    if (wanted !== memberId) continue;
    model.requests.delete(id);
    const asker = model.persons.get(personId);
    if (asker?.request !== id) continue;
    const others = [...model.requests].filter(
      ([, other]) => other.personId === personId && isUnanswered(other),
    );
    const request = others.map(([other]) => other).sort()[0] ?? null;
    if (isNobodyElse({ ...asker, request })) model.persons.delete(personId);
    else putPerson(model, personId, { request });
  }
}

const eraseMember: Rule<InputOf<typeof people.eraseMember>> = {
  may: (_, __, person) => has(person, 'town-admin'),
  decide(model, input, call) {
    const member = memberNamed(model, input);
    if (!member) return { refusals: ['member-not-found'] };
    const person = model.persons.get(member.personId ?? '');
    const { memberId, householdId } = member;
    return {
      refusals: when({ 'last-administrator': isLastAdministrator(model, person) }),
      effect(written) {
        const household = model.households.get(householdId);
        if (!household) return ['a member lives nowhere'];
        removeRequestsFor(model, memberId);
        if (person) removePerson(model, person.personId);
        if (household.headName === member.name) household.headName = '';
        emptyLine(member);
        withdrawConsent(household);
        removeOfficesOf(model, memberId);
        forgetLinks(model, ({ memberId: of }) => of === memberId);
        markHousehold(model, household);
        const others = [...model.members.values()].filter(
          (other) => other.householdId === householdId,
        );
        if (others.every(({ name }) => name === '')) model.pins.delete(householdId);
        const personId = person?.personId ?? null;
        return restIsLeft(model, call, written, { personId, householdId });
      },
      value: () => restGoes(call),
    };
  },
};

/** The line is nobody's again, and only two let somebody in as it. */
export function takeOut(model: Model, member: ModelMember, household: ModelHousehold): void {
  leaveLine(model, member);
  Object.assign(member, { personId: null, phone: null, byTwoOnly: true });
  withdrawConsent(household);
}

const unlinkMember: Rule<InputOf<typeof people.unlinkMember>> = {
  may: (_, __, person) => has(person, 'town-admin'),
  decide(model, input, { person: town, personId: cutBy, commandId }) {
    const member = memberNamed(model, input);
    if (!member) return { refusals: ['member-not-found'] };
    const person = model.persons.get(member.personId ?? '');
    const household = model.households.get(member.householdId);
    const keepsTown = person && keepsTheTown(person, member);
    return {
      refusals: when({
        'own-household': member.householdId === town?.householdId,
        'nobody-linked': !person,
        'last-administrator': !keepsTown && isLastAdministrator(model, person),
      }),
      effect() {
        if (!person || !household) return ['nobody was linked'];
        const linkId = person.link ?? commandId;
        if (!person.link) linkUp(model, { linkId, personId: person.personId, member, two: [] });
        const { phone: cutPhone } = member;
        takeOut(model, member, household);
        endDispute(model, household.householdId, linkId);
        Object.assign(model.links.get(linkId) ?? {}, { state: 'cut', cutBy, cutPhone });
        return undefined;
      },
      value: () => ({ memberId: member.memberId }),
    };
  },
};

/** Who joins, who lets them in, and who leaves: the rules of `people` but for joining itself. */
export const peopleRules = {
  'answer-join': answerJoin,
  'set-names-shown': setNamesShown,
  'erase-me': eraseMe,
  'erase-member': eraseMember,
  'unlink-member': unlinkMember,
} satisfies Record<string, AnyRule>;

export type { Call };
