import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { dayOf } from './days';
import { areKin } from './kin';
import { newIn } from './life-kinds';
import { countTry, isTooMany, type KnownTokens, putPerson, triesWithThis } from './people';
import { type AnyRule, type Call, has, inTerm, type Rule, type Written, when } from './rule';
import type { Model, ModelAct } from './state';

const codeLifeMs = 7 * 86_400_000;
const mostYears = 5;

const byTown = (_: Model, __: unknown, person: Call['person']) => has(person, 'town-admin');

/** Where a seat stands: a merchant's at a shop, every other in the town. */
function placeProblems(model: Model, role: string, place: string): Record<string, boolean> {
  const isShop = role === 'merchant';
  const isThere = isShop ? model.shops.has(place) : model.villages.has(place);
  if (place === 'town') return { 'role-does-not-fit': isShop };
  return { 'place-not-found': !isThere, 'role-does-not-fit': !isShop };
}

/** Of which households somebody has the number that an invitation names, in the order of lines. */
function householdsOf(model: Model, phone: string): string[] {
  const members = [...model.members.values()].filter((member) => member.phone === phone);
  const inOrder = members.sort((left, right) => (left.memberId < right.memberId ? -1 : 1));
  return [...new Set(inOrder.map(({ householdId }) => householdId))];
}

const invitePerson: Rule<InputOf<typeof people.invitePerson>> = {
  may: byTown,
  decide(model, { role, place, phone, day, untilDay }, call) {
    const today = dayOf(call.atMs);
    const latest = `${Number(day.slice(0, 4)) + mostYears}${day.slice(4)}`;
    const open = [...model.acts.values()].filter(({ state }) => state === 'invited');
    const own = call.person?.householdId ?? '';
    const households = householdsOf(model, phone);
    return {
      refusals: when({
        'day-to-come': day > today,
        'term-does-not-fit': untilDay <= today || untilDay > latest,
        'phone-not-chinese': !/^1([3-9]\d|00)\d{8}$/.test(phone),
        ...placeProblems(model, role, place),
        'already-invited': open.some((act) => {
          return act.role === role && act.place === place && act.invited?.phone === phone;
        }),
        'own-household': households.includes(own),
        'near-relative': households.some((id) => areKin(model, own, id)),
      }),
      effect() {
        model.acts.set(call.commandId, {
          ...{ state: 'proposed', change: 'give', role, place, villageId: 'town', memberId: null },
          ...{ personId: null, householdId: households[0] ?? null, officeId: null, day, untilDay },
          ...{ proposer: call.personId, by: 'town', byLast: false, settler: null },
          invited: { phone, hash: null },
        });
        return undefined;
      },
      // Every town of the histories has its second administrator.
      value: () => ({ officeActId: call.commandId, state: 'proposed' }),
    };
  },
};

function setInvitation(model: Model, { invited }: ModelAct, state: string): void {
  const invitation = model.invitations.get(invited?.hash ?? '');
  if (invitation) invitation.state = state;
}

/** Another code; the one before is dead. */
export function giveCode(
  model: Model,
  officeActId: string,
  { written, atMs }: { written: Written; atMs: number },
): string[] | undefined {
  const act = model.acts.get(officeActId);
  if (!act?.invited) return ['nobody is invited'];
  setInvitation(model, act, 'replaced');
  const [made, another] = newIn(written, 'invitations', model.invitations);
  if (!made || another) return ['a code was to be made'];
  act.invited.hash = made._id;
  const codeUntilMs = atMs + codeLifeMs;
  model.invitations.set(made._id, { officeActId, state: 'open', codeUntilMs });
  return undefined;
}

/** Nobody takes it up any more: whose number it was is forgotten. */
export function closeInvitation(model: Model, act: ModelAct, state = 'withdrawn'): void {
  if (!act.invited) return;
  setInvitation(model, act, state);
  act.invited.phone = null;
}

const isOver = ({ untilDay }: ModelAct, atMs: number) =>
  untilDay !== null && untilDay <= dayOf(atMs);

const renewInvitation: Rule<InputOf<typeof people.renewInvitation>> = {
  may: byTown,
  decide(model, { officeActId }, { atMs }) {
    const act = model.acts.get(officeActId);
    if (!act?.invited) return { refusals: ['act-not-found'] };
    return {
      refusals: when({
        'act-settled': act.state !== 'invited',
        'invitation-over': isOver(act, atMs),
      }),
      effect: (written) => giveCode(model, officeActId, { written, atMs }),
      value: () => ({ officeActId, codeUntilMs: atMs + codeLifeMs }),
    };
  },
};

/** They sit there from now on; an earlier term at the same place is over with it. */
function takeUp(model: Model, officeActId: string, act: ModelAct, taker: string, atMs: number) {
  const { role, place, householdId, untilDay } = act;
  const held = `${role}@${place}`;
  const before = inTerm(model.persons.get(taker) ?? null, atMs);
  for (const [id, office] of model.offices) {
    const isSame = office.role === role && office.place === place;
    if (office.personId === taker && isSame) model.offices.delete(id);
  }
  const terms = (before?.terms ?? []).filter((term) => !term.startsWith(`${held} `));
  putPerson(model, taker, {
    roles: [...new Set([...(before?.roles ?? []), held])],
    terms: [...terms, `${held} ${untilDay}`].sort(),
  });
  model.offices.set(officeActId, {
    ...{ role, place, memberId: null, personId: taker, householdId, untilDay, invited: true },
  });
  closeInvitation(model, act, 'used');
  Object.assign(act, { state: 'in-force', personId: taker });
}

type Accept = InputOf<typeof people.acceptInvitation>;

/** Why a code that is known may not be used now. */
function codeProblems(model: Model, { invitationCode }: Accept, phone: string, call: Call) {
  const known = model.inviteCodes.get(invitationCode);
  const invitation = model.invitations.get(known?.hash ?? '');
  const act = model.acts.get(invitation?.officeActId ?? '');
  if (!invitation || !act) return null;
  const { state } = invitation;
  const person = model.persons.get(call.personId);
  const holds = person?.roles.includes(`${act.role}@${act.place}`) === true;
  const isTerm = [...model.offices.values()].some((held) => {
    const isSame = held.role === act.role && held.place === act.place;
    return held.personId === call.personId && isSame && held.invited;
  });
  const dead = when({
    'invitation-used': state === 'used',
    'invitation-replaced': state === 'replaced',
    'invitation-withdrawn': state === 'withdrawn',
  });
  const problems = when({
    'invitation-over': call.atMs >= invitation.codeUntilMs || isOver(act, call.atMs),
    'invitation-of-another': act.invited?.phone !== phone,
    'invitation-own': [act.proposer, act.settler].includes(call.personId),
    'already-holds': holds && !isTerm,
  });
  return { act, officeActId: invitation.officeActId, refusals: dead.length > 0 ? dead : problems };
}

export function acceptRule(tokens: KnownTokens): Rule<Accept> {
  return {
    may: () => true,
    decide(model, input, call) {
      const { lookUp, atMs, personId } = call;
      const token = tokens.get(input.phoneToken);
      const tokenIsGood = token?.personId === lookUp && atMs < token.validUntilMs;
      if (!token || !tokenIsGood) return { refusals: ['phone-token-stale'] };
      const key = `invite.${lookUp}`;
      if (isTooMany(triesWithThis(model, key, atMs))) return { refusals: ['too-many-tries'] };
      const anyway = () => countTry(model, key, atMs);
      const found = codeProblems(model, input, token.phone, call);
      if (!found) return { refusals: ['invitation-not-found'], anyway };
      const { act, officeActId, refusals } = found;
      return {
        refusals,
        anyway,
        effect(written) {
          anyway();
          const known = model.persons.get(personId);
          // Somebody new gets an id by chance.
          const id = known?.personId ?? String(written('persons', lookUp)?.personId);
          if (!known) putPerson(model, id, { lookUp });
          takeUp(model, officeActId, act, id, atMs);
          return undefined;
        },
        value: () => ({ role: act.role, untilDay: act.untilDay }),
      };
    },
  };
}

/** Who is to hold an office without a household. */
export const invitationRules = {
  'invite-person': invitePerson,
  'renew-invitation': renewInvitation,
} satisfies Record<string, AnyRule>;
