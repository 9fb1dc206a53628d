import { commonRefusals } from '../../contracts/refusals';
import { refuse } from '../kernel/refusal';
import { dayOf, quarterOf } from '../kernel/time';
import { mustAllowMove } from '../kernel/workflow';
import {
  type ProxyFacts,
  type ProxyPlace,
  proxyStateLabels,
  proxyWorkflow,
} from './proxy-workflow';
import { holdsRole } from './roles';
import type {
  ByProxy,
  HelperOffice,
  Household,
  HouseholdProxy,
  Person,
  ProxyDeed,
  ProxyInHand,
} from './types';

/** How long one visit lasts, by the server's clock. */
export const proxyLastsMs = 30 * 60_000;
/** How long whoever stands there has to confirm it. */
export const confirmWithinMs = 10 * 60_000;

export function refuseProxy(): never {
  refuse('proxy-not-found', '没有找到这次代办。请帮忙的人把码再给您扫一次。');
}

function mustAllow(action: string, from: ProxyPlace, facts: ProxyFacts): void {
  mustAllowMove(proxyWorkflow, action, from, facts, (state) => proxyStateLabels[state]);
}

/** The household that somebody acts for and has not said that it is over, while there is time. */
export function busyWith(helper: Pick<Person, 'proxy'> | null, nowMs: number): number | null {
  const { proxy } = helper ?? {};
  return proxy && nowMs < proxy.endsAtMs ? proxy.householdNumber : null;
}

/** What somebody holds of a proxy; null where it is another one, or the office is gone. */
export function inHand(person: Person | null, proxyId: string): ProxyInHand | null {
  const { proxy, roles } = person ?? {};
  if (!proxy || !roles || proxy.proxyId !== proxyId) return null;
  return holdsRole(roles, proxy.as, proxy.place) ? proxy : null;
}

export function byProxyOf({ proxyId, helperId, as, secondId }: ByProxy): ByProxy {
  return { proxyId, helperId, as, secondId };
}

export type Beginning = {
  proxyId: string;
  household: Household;
  helper: Person;
  helperNumber: number | null;
  as: HelperOffice;
  place: string;
  /** The household's PIN was given. */
  withPin: boolean;
  facts: ProxyFacts;
  nowMs: number;
};

/** @throws Refusal `own-household`, `near-relative`, `proxy-running` */
export function begin(beginning: Beginning): HouseholdProxy {
  const { proxyId, household, helper, helperNumber, as, place, withPin, facts, nowMs } = beginning;
  mustAllow('begin-proxy', 'none', facts);
  return {
    ...{ proxyId, villageId: household.villageId, householdId: household.householdId },
    ...{ householdNumber: household.number, helperId: helper.personId, helperNumber },
    ...{ helperHouseholdId: helper.householdId, as, place },
    ...{ helperOfCommittee: facts.helperOfCommittee, state: withPin ? 'running' : 'asked' },
    ...{ secondId: null, secondNumber: null, askedAtMs: nowMs },
    ...{ quarter: quarterOf(dayOf(nowMs)), done: {} },
    beganAtMs: withPin ? nowMs : null,
    endsAtMs: nowMs + (withPin ? proxyLastsMs : confirmWithinMs),
  };
}

/**
 * @throws Refusal `wrong-state`, `confirm-late`, `own-proxy`, `own-household`, `near-relative`,
 *   `helpers-home`, `adult-only`, `one-outside`
 */
export function confirm(
  proxy: HouseholdProxy,
  second: { personId: string; number: number },
  facts: ProxyFacts,
  nowMs: number,
): HouseholdProxy {
  mustAllow('confirm-proxy', proxy.state, facts);
  return {
    ...{ ...proxy, state: 'running', secondId: second.personId, secondNumber: second.number },
    ...{ beganAtMs: nowMs, endsAtMs: nowMs + proxyLastsMs },
  };
}

/** @throws Refusal `wrong-state`, `not-your-proxy` */
export function end(proxy: HouseholdProxy, facts: ProxyFacts, nowMs: number): HouseholdProxy {
  mustAllow('end-proxy', proxy.state, facts);
  return { ...proxy, state: 'ended', endsAtMs: Math.min(proxy.endsAtMs, nowMs) };
}

/** The helper has it in hand, or no more. */
export function withProxy(helper: Person, proxy: HouseholdProxy): Person {
  const { proxy: before, ...rest } = helper;
  if (proxy.state === 'running') {
    const { proxyId, helperId, as, secondId, villageId, householdId } = proxy;
    const { householdNumber, place, endsAtMs } = proxy;
    const own = { proxyId, helperId, as, secondId, villageId, householdId };
    return { ...rest, proxy: { ...own, householdNumber, place, endsAtMs } };
  }
  return before && before.proxyId !== proxy.proxyId ? helper : rest;
}

/** A lost card ends what it had begun, whoever helps. */
export function endByNewCard(proxy: HouseholdProxy, nowMs: number): HouseholdProxy {
  return { ...proxy, state: 'ended', endsAtMs: Math.min(proxy.endsAtMs, nowMs) };
}

export function refuseOver(): never {
  refuse('proxy-over', commonRefusals['proxy-over']);
}

const countedAs: Readonly<Record<string, ProxyDeed>> = {
  'declare-deed': 'declared',
  'object-to-record': 'objected',
  'place-order': 'ordered',
  'open-pickup-by-card': 'collected',
};

/**
 * The visit once an action was done in it.
 * @throws Refusal `proxy-over` where it ended meanwhile
 */
export function withDone(proxy: HouseholdProxy | null, action: string): HouseholdProxy {
  if (proxy?.state !== 'running') refuseOver();
  const deed = countedAs[action];
  if (!deed) return proxy;
  return { ...proxy, done: { ...proxy.done, [deed]: (proxy.done[deed] ?? 0) + 1 } };
}

/** How much of a village's business was done for households that came without a phone. */
export type Helped = Record<'visits' | ProxyDeed, number>;

export function helpedIn(proxies: readonly Pick<HouseholdProxy, 'beganAtMs' | 'done'>[]): Helped {
  const helped = { visits: 0, declared: 0, objected: 0, ordered: 0, collected: 0 };
  for (const { beganAtMs, done } of proxies) {
    if (beganAtMs === null) continue;
    helped.visits += 1;
    helped.declared += done.declared ?? 0;
    helped.objected += done.objected ?? 0;
    helped.ordered += done.ordered ?? 0;
    helped.collected += done.collected ?? 0;
  }
  return helped;
}

/** Time that is left, never less than none. */
export const leftMs = ({ endsAtMs }: { endsAtMs: number }, nowMs: number) =>
  Math.max(0, endsAtMs - nowMs);
