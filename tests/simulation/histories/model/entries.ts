import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { dayOf, yearOf } from './days';
import { bodyOf } from './freezes';
import { areKin } from './kin';
import { livingIn, newIn } from './life-kinds';
import { isOfficer } from './offices';
import {
  countTry,
  isTooMany,
  isUnanswered,
  joinAs,
  type KnownTokens,
  mayBeProven,
  putPerson,
  triesWithThis,
} from './people';
import { type AnyRule, type Call, type Rule, type Verdict, type Written, when } from './rule';
import type { Model, ModelMember } from './state';
import type { ModelEntry } from './state-of-people';

type Asked = InputOf<typeof people.askToBeEntered>;

const isRunning = ({ state }: ModelEntry) =>
  ['waiting', 'agreed', 'appealed', 'backed'].includes(state);

function cannotBe({ birthYear, sinceMonth }: Asked, atMs: number): Record<string, boolean> {
  const today = dayOf(atMs);
  return {
    'adult-only': yearOf(today) - birthYear <= 18,
    'month-does-not-fit':
      sinceMonth > today.slice(0, 7) || Number(sinceMonth.slice(0, 4)) < birthYear,
  };
}

/** Whoever has this number in the register joins by it. */
const standsByNumber = (model: Model, phone: string | null) =>
  phone !== null &&
  [...model.members.values()].some(
    (member) => member.phone === phone && member.personId === null && mayBeProven(member),
  );

function writeRequest(model: Model, asked: Asked, call: Call, phone: string | null, id: string) {
  const { villageId, name, birthYear, namesShown, householdNumber } = asked;
  const person = model.persons.get(id);
  const entryId = `${villageId}.${id}`;
  if (person?.entry && person.entry !== entryId) model.entries.delete(person.entry);
  const waiting = model.requests.get(person?.request ?? '');
  const leaves = waiting !== undefined && isUnanswered(waiting);
  if (leaves) model.requests.delete(person?.request ?? '');
  putPerson(model, id, {
    ...{ lookUp: call.lookUp, entry: entryId, ...(leaves && { request: null }) },
  });
  const householdId =
    householdNumber === null
      ? null
      : (model.numbers.get(`${villageId}.${householdNumber}`) ?? null);
  model.entries.set(entryId, {
    ...{ state: 'waiting', villageId, personId: id, name, birthYear, householdId, phone },
    ...{ namesShown, askedAtMs: call.atMs, movedAtMs: call.atMs, agreed: null, noes: [] },
  });
}

export function askRule(tokens: KnownTokens): Rule<Asked> {
  return {
    may: () => true,
    decide(model, input, call) {
      const { villageId, householdNumber, phoneToken } = input;
      const { lookUp, atMs, personId } = call;
      const person = model.persons.get(personId);
      const token = tokens.get(phoneToken ?? '');
      const tokenIsGood = token?.personId === lookUp && atMs < token.validUntilMs;
      const early = when({
        'village-not-found': !model.villages.has(villageId),
        'already-joined': (person?.householdId ?? null) !== null,
        'phone-token-stale': phoneToken !== undefined && !tokenIsGood,
      });
      if (early.length > 0) return { refusals: early };
      const key = `entry-request.${lookUp}`;
      if (isTooMany(triesWithThis(model, key, atMs))) return { refusals: ['too-many-tries'] };
      const anyway = () => countTry(model, key, atMs);
      const before = model.entries.get(person?.entry ?? '');
      const phone = phoneToken === undefined ? null : (token?.phone ?? null);
      const id = model.numbers.get(`${villageId}.${householdNumber}`);
      const refusals = when({
        ...cannotBe(input, atMs),
        'asked-above': before?.state === 'appealed' || before?.state === 'backed',
        'closed-for-now': before?.state === 'closed',
        'number-stands-already': standsByNumber(model, phone),
        'household-not-found': householdNumber !== null && id === undefined,
        'household-ended': (model.households.get(id ?? '')?.ended ?? null) !== null,
      });
      return {
        refusals,
        anyway,
        effect(written) {
          anyway();
          const own = person?.personId ?? String(written('persons', lookUp)?.personId);
          writeRequest(model, input, call, phone, own);
          return undefined;
        },
        value: () => ({ state: 'waiting' }),
      };
    },
  };
}

/** One person said yes already: the other is somebody else, and one stands outside. */
function isNobodyElse({ agreed }: ModelEntry, personId: string, by: string): boolean {
  if (!agreed) return false;
  return agreed.personId === personId || (agreed.by === 'committee' && by === 'committee');
}

/** A new household begins with them where they have none. */
function enter(
  model: Model,
  entry: ModelEntry,
  call: Call,
  written: Written,
): string[] | undefined {
  const { villageId, name, birthYear, phone, namesShown, agreed } = entry;
  const [line, another] = newIn(written, 'members', model.members);
  const memberId = String(line?._id);
  const householdId = String(line?.householdId);
  if (!line || another) return ['one was entered, and not one line is new'];
  const member: ModelMember = {
    ...{ memberId, householdId, villageId, name, phone, birthYear, roles: [], personId: null },
  };
  model.members.set(memberId, member);
  if (entry.householdId === null) {
    const household = written('households', householdId) as { number?: number; cardId?: string };
    const number = Number(household?.number);
    if (model.numbers.has(`${villageId}.${number}`)) return [`number ${number} is another's`];
    model.numbers.set(`${villageId}.${number}`, householdId);
    model.cards.set(String(household?.cardId), { householdId, dead: false });
    model.households.set(householdId, {
      ...{ householdId, villageId, number, relatives: [], ofCommittee: false, minors: 0 },
      ...{ ofSupervision: false, namesShown: false, namesAnswered: false, headName: name },
      ended: null,
    });
    model.accounts.set(householdId, {
      ...{ honour: 100, honourYear: yearOf(dayOf(call.atMs)), lots: new Map(), frozen: null },
      ...{ froze: [], ended: null, disputed: [] },
    });
  } else if (householdId !== entry.householdId) return ['somebody was entered elsewhere'];
  const two = [agreed?.personId ?? '', call.personId];
  const came = { linkId: call.commandId, two, namesShown, atMs: call.atMs };
  joinAs(model, entry.personId, member, came);
  return undefined;
}

const next: Readonly<Record<string, { yes: string; no: string }>> = {
  waiting: { yes: 'agreed', no: 'refused' },
  agreed: { yes: 'entered', no: 'refused' },
  appealed: { yes: 'backed', no: 'closed' },
  backed: { yes: 'entered', no: 'closed' },
};

type Answer = InputOf<typeof people.answerEntryRequest>;

/** Who may not answer, whatever they say. */
function notTheirs(model: Model, entry: ModelEntry, { person, personId }: Call) {
  const own = person?.householdId ?? '';
  const { householdId } = entry;
  const isAgain = entry.state === 'appealed' || entry.state === 'backed';
  return {
    'own-request': personId === entry.personId,
    'own-household': householdId !== null && own === householdId,
    'near-relative': householdId !== null && areKin(model, own, householdId),
    'own-refusal': isAgain && entry.noes.includes(personId),
  };
}

const answerEntryRequest: Rule<Answer> = {
  may: (_, { entryRequestId }, person) =>
    isOfficer(person, entryRequestId.split('.')[0] ?? 'nowhere'),
  decide(model, { entryRequestId, askedAtMs, accept, reason }, call): Verdict {
    const entry = model.entries.get(entryRequestId);
    if (!entry) return { refusals: ['entry-request-not-found'] };
    const by = bodyOf(call.person, entry.villageId);
    const to = next[entry.state];
    const isAgain = entry.state === 'appealed' || entry.state === 'backed';
    const household = model.households.get(entry.householdId ?? '');
    const living = household ? livingIn(model, household.householdId) : [];
    const asker = model.persons.get(entry.personId);
    const inTheWay = {
      'already-joined': (asker?.householdId ?? null) !== null,
      'household-ended': (household?.ended ?? null) !== null,
      'name-stands-already': living.some(({ name }) => name === entry.name),
      'another-must-agree': isNobodyElse(entry, call.personId, by),
    };
    let newNumber: number | null = null;
    return {
      refusals: when({
        ...(accept && inTheWay),
        'entry-request-changed': entry.askedAtMs !== askedAtMs,
        'entry-request-answered': !isRunning(entry),
        ...notTheirs(model, entry, call),
        // The last word is the supervisory committee's, or the town's.
        'wrong-state': isAgain && by === 'committee',
        'reason-needed': !accept && !reason,
      }),
      effect(written) {
        entry.state = (accept ? to?.yes : to?.no) ?? '';
        entry.movedAtMs = call.atMs;
        if (!accept) entry.noes.push(call.personId);
        if (accept && entry.state !== 'entered') entry.agreed = { personId: call.personId, by };
        if (entry.state !== 'entered') return undefined;
        model.entries.delete(entryRequestId);
        const problems = enter(model, entry, call, written);
        const { householdId } = model.persons.get(entry.personId) ?? {};
        const begun = entry.householdId === null && model.households.get(householdId ?? '');
        newNumber = begun ? begun.number : null;
        return problems;
      },
      value: () => ({ entryRequestId, state: entry.state, newNumber }),
    };
  },
};

const appealEntryRefusal: Rule<InputOf<typeof people.appealEntryRefusal>> = {
  may: () => true,
  decide(model, _, { personId, atMs }) {
    const entry = model.entries.get(model.persons.get(personId)?.entry ?? '');
    return {
      refusals: when({ 'nothing-refused': entry?.state !== 'refused' }),
      effect() {
        if (entry) Object.assign(entry, { state: 'appealed', movedAtMs: atMs, agreed: null });
        return undefined;
      },
      value: () => ({ state: 'appealed' }),
    };
  },
};

const withdrawEntryRequest: Rule<InputOf<typeof people.withdrawEntryRequest>> = {
  may: () => true,
  decide(model, _, { personId }) {
    const id = model.persons.get(personId)?.entry ?? '';
    const { state = 'none' } = model.entries.get(id) ?? {};
    const isAbove = state === 'appealed' || state === 'backed';
    return {
      refusals: when({
        'asked-above': isAbove,
        'nothing-to-withdraw': !isAbove && state !== 'waiting' && state !== 'agreed',
      }),
      effect() {
        model.entries.delete(id);
        return undefined;
      },
      value: () => ({ state: 'withdrawn' }),
    };
  },
};

/** Who is entered in the register, by two people, and what is said of a no. */
export const entryRules = {
  'answer-entry-request': answerEntryRequest,
  'appeal-entry-refusal': appealEntryRefusal,
  'withdraw-entry-request': withdrawEntryRequest,
} satisfies Record<string, AnyRule>;
