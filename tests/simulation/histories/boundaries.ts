import type { Random } from '../../support/random';
import { dayOf, endOf, yearOf } from './model/days';
import { scanLifeMs } from './model/orders';
import type { Model } from './model/state';

const dayMs = 86_400_000;
/** A burst takes a few seconds: what ends within so long ends amid it. */
const burstMs = 2000;

/** When something that somebody waits for ends: notices, orders, scans. */
function endsOf(model: Model): number[] {
  const notices = [...model.records.values()].flatMap(({ state, closesAtMs }) =>
    state === 'on-notice' ? [closesAtMs] : [],
  );
  const orders = [...model.orders.values()].flatMap(({ state, expiresAtMs, scan }) => {
    if (state !== 'placed') return [];
    return scan ? [scan.atMs + scanLifeMs, expiresAtMs] : [expiresAtMs];
  });
  return [...notices, ...orders];
}

/** The end of the year, when lots lapse: now and then days before, so that orders live past it. */
function yearsEnd(random: Random, nowMs: number): number {
  const newYearMs = endOf(`${yearOf(dayOf(nowMs))}-12-31`);
  const eveMs = newYearMs - (1 + random.integer(6)) * dayMs;
  return eveMs > nowMs ? eveMs : newYearMs;
}

/** How long until just before something ends, so that it does amid a burst. */
export function waitMs(random: Random, model: Model, nowMs: number): number {
  const newYearMs = endOf(`${yearOf(dayOf(nowMs))}-12-31`);
  const isNear = newYearMs - nowMs < 7 * dayMs;
  const midnight = endOf(dayOf(nowMs));
  const endsAtMs = isNear || random.chance(0.15) ? yearsEnd(random, nowMs) : null;
  const ahead = endsOf(model).filter((each) => each > nowMs);
  const chosen = endsAtMs ?? random.pick([midnight, ...ahead]);
  return Math.max(0, chosen - random.integer(burstMs) - nowMs);
}
