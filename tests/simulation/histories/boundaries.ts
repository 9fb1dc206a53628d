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
    // A minute before as well: scanned in time, and at midnight the timer comes.
    const last = [expiresAtMs - 60_000, expiresAtMs];
    return scan ? [scan.atMs + scanLifeMs, ...last] : last;
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

/**
 * How long until the first draw falls at the latest: at noon of the day after; null where none is
 * waited for.
 */
export function untilTheDrawMs(model: Model, nowMs: number): number | null {
  const waiting = [...model.records.values()].filter(({ state }) => state === 'waiting-draw');
  const noons = waiting.map(({ frozenAtMs }) => endOf(dayOf(frozenAtMs)) + dayMs / 2);
  return noons.length === 0 ? null : Math.max(0, Math.min(...noons) - nowMs);
}

/** Something is posted once the timer comes. */
export function noticeIsDue(model: Model, nowMs: number): boolean {
  return [...model.records.values()].some(
    ({ state, closesAtMs }) => state === 'on-notice' && closesAtMs <= nowMs,
  );
}

/** The timer's job that has certainly something to do, as timers come soon; null where none has. */
export function jobThatIsDue(model: Model, nowMs: number): string | null {
  const isDue = [...model.orders.values()].some(
    ({ state, expiresAtMs }) => state === 'placed' && expiresAtMs <= nowMs,
  );
  return isDue ? 'expire-orders' : null;
}
