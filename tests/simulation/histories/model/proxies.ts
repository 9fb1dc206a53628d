import type { people } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { dayOf, yearOf } from './days';
import { areKin } from './kin';
import { countTry, isTooMany, triesWithThis } from './people';
import { type AnyRule, type Call, has, type Rule, type Verdict, when } from './rule';
import type { Model, ModelPerson, ModelProxy } from './state';

const lastsMs = 30 * 60_000;
const confirmMs = 10 * 60_000;

/** What somebody has in hand, as long as they hold the office it was begun with. */
export function inHand(
  model: Model,
  proxyId: string | undefined,
  person: ModelPerson | null,
): ModelProxy | null {
  const proxy = model.proxies.get(proxyId ?? '');
  if (!proxy || person?.proxy !== proxyId) return null;
  return has(person, proxy.as, proxy.place) ? proxy : null;
}

function standIn(model: Model, person: ModelPerson, { householdId }: ModelProxy): ModelPerson {
  const villageId = model.households.get(householdId)?.villageId ?? '';
  return { ...person, householdId, villageId, memberId: null, roles: [`resident@${villageId}`] };
}

/** A rule that is also somebody else's to obey: of the household, and of nothing more. */
export function forOthers<Input extends { proxyId?: string | undefined }>(
  rule: Rule<Input>,
): Rule<Input> {
  return {
    may(model, input, person) {
      if (input.proxyId === undefined) return rule.may(model, input, person);
      const proxy = inHand(model, input.proxyId, person);
      return (
        proxy !== null && person !== null && rule.may(model, input, standIn(model, person, proxy))
      );
    },
    decide(model, input, call) {
      if (input.proxyId === undefined) return rule.decide(model, input, call);
      const proxy = inHand(model, input.proxyId, call.person);
      if (!proxy || !call.person || call.atMs >= proxy.endsAtMs)
        return { refusals: ['proxy-over'] };
      return rule.decide(model, input, {
        ...{ ...call, proxy, person: standIn(model, call.person, proxy) },
      });
    },
  };
}

function officeIn(model: Model, person: ModelPerson | null, villageId: string) {
  if (has(person, 'cadre', villageId)) return { as: 'cadre', place: villageId };
  const shop = [...model.shops].find(
    ([shopId, { villageIds }]) => has(person, 'keeper', shopId) && villageIds.includes(villageId),
  );
  return shop ? { as: 'keeper', place: shop[0] } : null;
}

function handTo(model: Model, personId: string, proxy: string | null): void {
  const person = model.persons.get(personId);
  if (person) model.persons.set(personId, { ...person, proxy });
}

const isBusy = (model: Model, person: ModelPerson | null | undefined, atMs: number) =>
  atMs < (model.proxies.get(person?.proxy ?? '')?.endsAtMs ?? 0);

/** Five of a household and day, whoever guesses; right ones count as well. */
function pinProblem(model: Model, householdId: string, pin: string | undefined, atMs: number) {
  if (pin === undefined) return null;
  const known = model.pins.get(householdId);
  if (known === undefined) return 'pin-not-set';
  if (isTooMany(triesWithThis(model, `pin.${householdId}`, atMs))) return 'too-many-tries';
  return known === pin ? null : 'pin-wrong';
}

const beginProxy: Rule<InputOf<typeof people.beginProxy>> = {
  may: (_, __, person) => has(person, 'cadre') || has(person, 'keeper'),
  decide(model, { cardText, pin }, { person, personId, commandId: proxyId, atMs }) {
    const card = model.cards.get(cardText.split('.')[2] ?? '');
    const householdId = card?.householdId ?? '';
    const villageId = model.households.get(householdId)?.villageId ?? '';
    const office = officeIn(model, person, villageId);
    if (!card || !office) return { refusals: ['card-not-ours'] };
    if (model.households.get(householdId)?.ended) return { refusals: ['household-ended'] };
    // One that is replaced just now is none.
    if (card.dead) return { refusals: ['card-replaced', 'card-not-ours'] };
    const home = person?.householdId ?? null;
    const first = when({
      'own-household': home === householdId,
      'near-relative': home !== null && areKin(model, home, householdId),
      'proxy-running': isBusy(model, person, atMs),
    });
    if (first.length > 0) return { refusals: first };
    const problem = pinProblem(model, householdId, pin, atMs);
    const anyway = () => countTry(model, `pin.${householdId}`, atMs);
    if (problem) return { refusals: [problem], ...(problem === 'pin-wrong' && { anyway }) };
    const state = pin === undefined ? 'asked' : 'running';
    return {
      refusals: [],
      effect() {
        if (pin !== undefined) anyway();
        const helperOfCommittee = has(person, 'cadre', villageId);
        model.proxies.set(proxyId, {
          ...{ proxyId, householdId, helper: personId, helperHome: home, ...office, state },
          ...{ helperOfCommittee, second: null },
          endsAtMs: atMs + (state === 'running' ? lastsMs : confirmMs),
        });
        if (state === 'running') handTo(model, personId, proxyId);
        return undefined;
      },
      value: () => ({ proxyId, householdId, state }),
    };
  },
};

const villageOf = (model: Model, proxyId: string) =>
  model.households.get(model.proxies.get(proxyId)?.householdId ?? '')?.villageId;

const isAdult = (model: Model, person: ModelPerson | null, atMs: number) => {
  const { birthYear = 9999 } = model.members.get(person?.memberId ?? '') ?? {};
  return yearOf(dayOf(atMs)) - birthYear > 18;
};

const confirmProxy: Rule<InputOf<typeof people.confirmProxy>> = {
  may: (model, { proxyId }, person) => has(person, 'resident', villageOf(model, proxyId) ?? ''),
  decide(model, { proxyId }, { person, personId, atMs }) {
    const proxy = model.proxies.get(proxyId);
    const home = person?.householdId ?? null;
    if (!proxy || home === null) return { refusals: ['proxy-not-found'] };
    const { householdId, helper, helperHome, helperOfCommittee } = proxy;
    const helping = model.persons.get(helper);
    const isHelpersHome =
      helperHome !== null && (home === helperHome || areKin(model, home, helperHome));
    return {
      refusals: when({
        'wrong-state': proxy.state !== 'asked',
        'confirm-late': atMs >= proxy.endsAtMs,
        'own-proxy': personId === helper,
        'own-household': home === householdId,
        'near-relative': areKin(model, home, householdId),
        'helpers-home': isHelpersHome,
        'adult-only': !isAdult(model, person, atMs),
        'one-outside': helperOfCommittee && has(person, 'cadre', villageOf(model, proxyId)),
        'proxy-not-found': !helping || isBusy(model, helping, atMs),
      }),
      effect() {
        Object.assign(proxy, { state: 'running', second: personId, endsAtMs: atMs + lastsMs });
        handTo(model, helper, proxyId);
        return undefined;
      },
      value: () => ({ proxyId, householdId, state: 'running' }),
    };
  },
};

const endProxy: Rule<InputOf<typeof people.endProxy>> = {
  may: (_, __, person) => ['resident', 'cadre', 'keeper'].some((role) => has(person, role)),
  decide(model, { proxyId }, { person, personId, atMs }) {
    const proxy = model.proxies.get(proxyId);
    if (!proxy) return { refusals: ['proxy-not-found'] };
    return {
      refusals: when({
        'wrong-state': proxy.state === 'ended',
        'not-your-proxy': proxy.helper !== personId,
      }),
      effect() {
        Object.assign(proxy, { state: 'ended', endsAtMs: Math.min(proxy.endsAtMs, atMs) });
        if (person?.proxy === proxyId) handTo(model, personId, null);
        return undefined;
      },
      value: () => ({ proxyId, state: 'ended' }),
    };
  },
};

/** An adult of the house alone; else a committee member with somebody outside beside them. */
function mayNotSet(model: Model, { person, proxy, atMs }: Call): Record<string, boolean> {
  const before = proxy && proxy.as === 'cadre' && proxy.helperOfCommittee && proxy.second !== null;
  return {
    'adult-only': !proxy && !isAdult(model, person, atMs),
    'pin-needs-two': proxy !== undefined && !before,
  };
}

function isEasy(model: Model, householdId: string, pin: string): boolean {
  const { number } = model.households.get(householdId) ?? {};
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  const isRun = new Set(steps).size === 1 && Math.abs(steps[0] ?? 9) <= 1;
  const half = pin.length / 2;
  const ofThem = [...model.members.values()].filter((each) => each.householdId === householdId);
  return (
    isRun ||
    pin.slice(0, half) === pin.slice(half) ||
    Number(pin) === number ||
    ofThem.some(({ birthYear, phone }) => {
      return (birthYear > 0 && pin.includes(`${birthYear}`)) || phone?.includes(pin);
    })
  );
}

const setPin: Rule<InputOf<typeof people.setPin>> = forOthers({
  may: (_, __, person) => has(person, 'resident'),
  decide(model, { pin }, call): Verdict {
    const householdId = call.person?.householdId;
    if (!householdId) return { refusals: ['join-first'] };
    return {
      refusals: when({
        ...mayNotSet(model, call),
        'pin-easy': pin !== null && isEasy(model, householdId, pin),
      }),
      effect() {
        if (pin === null) model.pins.delete(householdId);
        else model.pins.set(householdId, pin);
        return undefined;
      },
      value: () => ({ sinceDay: pin === null ? null : dayOf(call.atMs) }),
    };
  },
});

const mostOldCards = 30;

/** A lost card ends what it had begun, whoever helps. */
function endVisits(model: Model, householdId: string, atMs: number): void {
  for (const visit of model.proxies.values()) {
    const isOver = visit.state === 'ended' || visit.endsAtMs <= atMs;
    if (visit.householdId !== householdId || isOver) continue;
    Object.assign(visit, { state: 'ended', endsAtMs: atMs });
    if (model.persons.get(visit.helper)?.proxy === visit.proxyId) handTo(model, visit.helper, null);
  }
}

const reissueCard: Rule<InputOf<typeof people.reissueCard>> = {
  may: (model, { householdId }, person) =>
    has(person, 'town-admin') ||
    has(person, 'cadre', model.households.get(householdId)?.villageId ?? 'nowhere'),
  decide(model, { householdId }, { atMs }) {
    if (!model.households.has(householdId)) return { refusals: ['household-not-found'] };
    const own = [...model.cards.values()].filter((card) => card.householdId === householdId);
    return {
      refusals: when({
        'household-ended': (model.households.get(householdId)?.ended ?? null) !== null,
        'too-many-cards': own.length > mostOldCards,
      }),
      effect(written) {
        const cardId = String(written('households', householdId)?.cardId);
        for (const card of own) card.dead = true;
        if (model.cards.has(cardId)) return ['a new card is one that there was'];
        model.cards.set(cardId, { householdId, dead: false });
        endVisits(model, householdId, atMs);
        return undefined;
      },
      value: () => ({ householdId, sinceDay: dayOf(atMs) }),
    };
  },
};

/** Who acts for whom, and by what the household is known to be there. */
export const proxyRules = {
  'begin-proxy': beginProxy,
  'confirm-proxy': confirmProxy,
  'end-proxy': endProxy,
  'set-pin': setPin,
  'reissue-card': reissueCard,
} satisfies Record<string, AnyRule>;
