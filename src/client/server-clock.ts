import { create } from 'zustand';
import { dayOf } from '../domain/kernel/time';

/** Minutes do no harm: a day is what a form asks for. */
const wrongFromMs = 10 * 60_000;

/** How far this phone's clock is ahead of the cloud's; null until the cloud has said its time. */
export const useServerClock = create<{ aheadMs: number | null }>(() => ({ aheadMs: null }));

/**
 * Compares the clocks by an answer that says the cloud's time. It was said between the two moments
 * of this phone, so an answer that took long tells less: what it leaves open counts as no error.
 */
export function compareClocks(askedMs: number, answeredMs: number, serverMs: number): void {
  const early = askedMs - serverMs;
  const late = answeredMs - serverMs;
  const aheadMs = early > wrongFromMs ? early : late < -wrongFromMs ? late : 0;
  if (aheadMs !== useServerClock.getState().aheadMs) useServerClock.setState({ aheadMs });
}

/** The time by the cloud's clock where it is known, else by this phone's. */
export function nowByServer(): number {
  return Date.now() - (useServerClock.getState().aheadMs ?? 0);
}

/** The day it is by the cloud's clock where it is known, else by this phone's. */
export const todayByServer = (): string => dayOf(nowByServer());
