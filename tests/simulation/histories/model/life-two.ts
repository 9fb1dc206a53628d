import { isOfPeriod } from './caps';
import { dayOf, endOf, yearOf } from './days';
import {
  becomeKin,
  dieAway,
  goAway,
  type Happening,
  holdsOffice,
  type InTheWay,
  isHead,
  type KindRule,
  livingIn,
  livingThere,
  newIn,
  numberKey,
} from './life-kinds';
import { endOrder, scanStands } from './orders';
import { putPerson, removeRequestsFor, withdrawConsent } from './people';
import { freeLots, isFrozen, keepThirtyDays, lapse, moveLots, startYear } from './purse';
import type {
  Model,
  ModelAccount,
  ModelHousehold,
  ModelMember,
  ModelOrder,
  ModelShare,
  ModelUse,
} from './state';
import type { ChangeOf } from './state-of-people';

type Split = ChangeOf<'split'>;

/** Free points whose last day is not over. */
function divisible(account: ModelAccount, atMs: number): ModelShare[] {
  return freeLots(account).filter(({ lastDay }) => endOf(lastDay) > atMs);
}

function fitsTheAccount(account: ModelAccount, lots: readonly ModelShare[], atMs: number): boolean {
  const free = new Map(divisible(account, atMs).map(({ lastDay, points }) => [lastDay, points]));
  const days = new Set(lots.map(({ lastDay }) => lastDay));
  return (
    days.size === lots.length &&
    lots.every(({ lastDay, points }) => points <= (free.get(lastDay) ?? 0))
  );
}

function goAndStay({ memberIds }: Split, { model, household }: Happening) {
  const living = livingIn(model, household.householdId);
  const go = living.filter(({ memberId }) => memberIds.includes(memberId));
  return { go, stay: living.filter((member) => !go.includes(member)) };
}

/** By heads each lot gives the part of those who go, children counted, in whole points. */
function shareOf(change: Split, account: ModelAccount, now: Happening): ModelShare[] {
  if (change.division.how === 'signed') return [...change.division.lots];
  const { go, stay } = goAndStay(change, now);
  const going = go.length + change.minors;
  const all = go.length + stay.length + now.household.minors;
  return divisible(account, now.call.atMs)
    .map(({ lastDay, points }) => ({ lastDay, points: Math.floor((points * going) / all) }))
    .filter(({ points }) => points > 0);
}

/** Whoever had joined stays joined. */
function moveMembers(model: Model, members: readonly ModelMember[], householdId: string): void {
  for (const member of members) {
    removeRequestsFor(model, member.memberId);
    member.householdId = householdId;
    if (!member.personId) continue;
    const link = model.links.get(model.persons.get(member.personId)?.link ?? '');
    if (link) link.householdId = householdId;
    putPerson(model, member.personId, { householdId });
  }
}

/** What the one used counts for the other too, each deed once: as long as caps can ask for it. */
function inherit(model: Model, from: string, into: string, atMs: number): void {
  const own = model.uses.get(into) ?? [];
  const year = yearOf(dayOf(atMs));
  const periods = [`${year - 1}`, `${year}`, 'once'];
  const more = (model.uses.get(from) ?? []).filter(
    (use) =>
      periods.some((period) => isOfPeriod(use, period)) &&
      !own.some(({ recordId }) => recordId === use.recordId),
  );
  const isRecent = ({ day }: ModelUse) => yearOf(day) >= year - 1;
  const kept = more.map((use) => (isRecent(use) ? use : { ...use, onceOnly: true }));
  model.uses.set(into, [...own, ...kept]);
}

/** Both are brought up to the day first. */
function upToDate(account: ModelAccount, atMs: number): void {
  lapse(account, atMs);
  startYear(account, atMs);
}

function headOfSplit(
  { headId }: Split,
  { go, stay }: ReturnType<typeof goAndStay>,
  now: Happening,
) {
  const goes = go.some((member) => isHead(now.household, member));
  if (!goes) return { needed: false, missing: false };
  const known = [...go, ...stay].some(({ memberId }) => memberId === headId);
  const isLeft = stay.some(({ memberId }) => memberId === headId);
  return { needed: headId === undefined || (known && !isLeft), missing: !known };
}

const split: KindRule<Split> = {
  inTheWay(change, now) {
    const { model, household, call } = now;
    const account = model.accounts.get(household.householdId);
    const parts = goAndStay(change, now);
    const { division } = change;
    const next = headOfSplit(change, parts, now);
    const fits =
      !account || division.how === 'heads' || fitsTheAccount(account, division.lots, call.atMs);
    return {
      'number-taken': model.numbers.has(numberKey(household, change.number)),
      'member-not-there':
        parts.go.length < new Set(change.memberIds).size ||
        (change.headId !== undefined && next.missing && !next.needed),
      'last-of-household': parts.stay.length === 0,
      'holds-office': parts.go.some(holdsOffice),
      'children-changed': change.minors > household.minors,
      'head-needed': next.needed || !parts.go.some(({ memberId }) => memberId === change.newHeadId),
      'spending-frozen': isFrozen(account),
      'division-does-not-fit': !fits,
    };
  },
  happens(change, now) {
    const { model, household, call, written } = now;
    const { villageId } = household;
    const account = model.accounts.get(household.householdId);
    const { go } = goAndStay(change, now);
    const key = numberKey(household, change.number);
    const householdId = String(written('household-numbers', key)?.householdId);
    const made = newIn(written, 'households', model.households);
    if (!account || made.length !== 1 || made[0]?._id !== householdId) {
      return ['a household was to begin under its number'];
    }
    upToDate(account, call.atMs);
    const begun = { honour: 100, honourYear: 0, lots: new Map(), frozen: null, froze: [] };
    const own: ModelAccount = { ...begun, ended: null, disputed: [] };
    startYear(own, call.atMs);
    moveLots(account, own, shareOf(change, account, now));
    model.accounts.set(householdId, own);
    model.numbers.set(key, householdId);
    model.cards.set(String(made[0]?.cardId), { householdId, dead: false });
    const goes = go.find((member) => isHead(household, member));
    if (goes) household.headName = model.members.get(change.headId ?? '')?.name ?? '';
    const fresh: ModelHousehold = {
      ...{ householdId, villageId, number: change.number, relatives: [], minors: change.minors },
      ...{ ofCommittee: false, ofSupervision: false, namesShown: false, namesAnswered: false },
      ...{ headName: model.members.get(change.newHeadId)?.name ?? '', ended: null },
    };
    model.households.set(householdId, fresh);
    household.minors -= change.minors;
    for (const id of [...household.relatives, household.householdId]) {
      const relative = model.households.get(id);
      if (relative) becomeKin(fresh, relative);
    }
    moveMembers(model, go, householdId);
    inherit(model, household.householdId, householdId, call.atMs);
    return undefined;
  },
};

/** Near relatives of either, without these two. */
function kinOf(model: Model, one: ModelHousehold, other: ModelHousehold): ModelHousehold[] {
  return [...new Set([...one.relatives, ...other.relatives])].flatMap((id) => {
    const relative = model.households.get(id);
    return relative && relative !== one && relative !== other ? relative : [];
  });
}

const merge: KindRule<ChangeOf<'merge'>> = {
  inTheWay({ toHouseholdId }, { model, household }): InTheWay {
    const to = model.households.get(toHouseholdId);
    if (!to) return { 'household-not-found': true };
    const account = model.accounts.get(household.householdId);
    const coming = livingIn(model, household.householdId);
    const there = livingIn(model, toHouseholdId);
    const all = [household, to, ...kinOf(model, household, to)];
    const held = [...(account?.lots.values() ?? [])].some((lot) => lot.held > 0);
    return {
      'same-household': to === household,
      'other-village': to.villageId !== household.villageId,
      'household-ended': to.ended !== null,
      'holds-office': coming.some(holdsOffice),
      'name-stands-already': coming.some(({ name }) => there.some((each) => each.name === name)),
      'kin-in-both':
        (to.ofCommittee && all.some((each) => each.ofSupervision)) ||
        (to.ofSupervision && all.some((each) => each.ofCommittee)),
      'spending-frozen': isFrozen(account) || isFrozen(model.accounts.get(toHouseholdId)),
      'open-orders': held,
    };
  },
  happens({ toHouseholdId }, { model, household, call }) {
    const to = model.households.get(toHouseholdId);
    const from = model.accounts.get(household.householdId);
    const into = model.accounts.get(toHouseholdId);
    if (!to || !from || !into) return ['nothing to merge'];
    upToDate(from, call.atMs);
    upToDate(into, call.atMs);
    moveLots(from, into, freeLots(from));
    into.honour = Math.max(from.honour, into.honour);
    from.ended = { into: toHouseholdId };
    for (const relative of household.relatives) {
      const known = model.households.get(relative);
      if (known && known !== to) becomeKin(known, to);
    }
    becomeKin(household, to);
    moveMembers(model, livingIn(model, household.householdId), toHouseholdId);
    inherit(model, household.householdId, toHouseholdId, call.atMs);
    to.minors += household.minors;
    withdrawConsent(household);
    Object.assign(household, { headName: '', minors: 0, ofCommittee: false, ofSupervision: false });
    household.ended = { into: to.number };
    return undefined;
  },
};

/** More of them do not go back at once. */
const mostOrders = 3;

const openOrders = (model: Model, householdId: string): ModelOrder[] =>
  [...model.orders.values()].filter(
    (order) => order.householdId === householdId && order.state === 'placed',
  );

const end: KindRule<ChangeOf<'end'>> = {
  inTheWay({ memberId, gone }, { model, household, call }) {
    const { householdId } = household;
    const living = livingIn(model, householdId);
    const [last] = living;
    const person = model.persons.get(last?.personId ?? '');
    const orders = openOrders(model, householdId);
    const inOffice = person?.roles.some((role) => !role.startsWith('resident@')) ?? false;
    return {
      'still-people': living.length > 1,
      'children-changed': household.minors > 0,
      'member-not-there': last !== undefined && !livingThere(model, householdId, memberId ?? ''),
      'holds-office': last !== undefined && (holdsOffice(last) || (gone === 'died' && inOffice)),
      'spending-frozen': isFrozen(model.accounts.get(householdId)),
      'open-orders': orders.length > mostOrders,
      'being-handed-over': orders.some((order) => scanStands(order, call.atMs)),
    };
  },
  happens({ gone }, now) {
    const { model, household, call } = now;
    const { householdId } = household;
    const account = model.accounts.get(householdId);
    if (!account) return ['an end without an account'];
    const problems = openOrders(model, householdId).flatMap((order) => {
      const state = call.atMs >= order.expiresAtMs ? 'expired' : 'cancelled';
      return endOrder(model, order, state, call.atMs);
    });
    upToDate(account, call.atMs);
    keepThirtyDays(account, call.atMs);
    account.ended = { into: null };
    const [last] = livingIn(model, householdId);
    if (last && gone === 'died') problems.push(...(dieAway(last, now) ?? []));
    if (last && gone === 'moved') goAway(model, last);
    withdrawConsent(household);
    model.pins.delete(householdId);
    Object.assign(household, { headName: '', ended: { into: null } });
    return problems;
  },
};

/** What happens to points as well, in one account or two. */
export const kindsWithPoints = { split, merge, end };
