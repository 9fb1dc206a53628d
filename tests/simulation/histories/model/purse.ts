import { addDays, dayOf, endOf, yearOf } from './days';
import type { ModelAccount, ModelShare } from './state';

const honourBase = 100;
const graceDays = 30;

const over = (lastDay: string, atMs: number) => endOf(lastDay) <= atMs;

function lotOf(account: ModelAccount, lastDay: string) {
  const lot = account.lots.get(lastDay) ?? { free: 0, held: 0 };
  account.lots.set(lastDay, lot);
  return lot;
}

export function isFrozen(account: ModelAccount | undefined): boolean {
  return account !== undefined && (account.frozen !== null || account.disputed.length > 0);
}

export function freeAt(account: ModelAccount, atMs: number): number {
  let free = 0;
  for (const [lastDay, lot] of account.lots) free += over(lastDay, atMs) ? 0 : lot.free;
  return free;
}

export function startYear(account: ModelAccount, atMs: number): void {
  const year = yearOf(dayOf(atMs));
  // What has ended is read on as it stood.
  if (account.ended || year <= account.honourYear) return;
  account.honour = honourBase;
  account.honourYear = year;
}

export function award(
  account: ModelAccount,
  amount: { honour: number; spendable: number },
  atMs: number,
): void {
  startYear(account, atMs);
  account.honour += amount.honour;
  if (amount.spendable === 0) return;
  lotOf(account, `${yearOf(dayOf(atMs)) + 1}-12-31`).free += amount.spendable;
}

/** Oldest lots first; the shares say where the points came from. */
export function hold(account: ModelAccount, points: number, atMs: number): ModelShare[] {
  let left = points;
  const shares: ModelShare[] = [];
  for (const lastDay of [...account.lots.keys()].sort()) {
    const lot = lotOf(account, lastDay);
    const taken = over(lastDay, atMs) ? 0 : Math.min(left, lot.free);
    if (taken === 0) continue;
    lot.free -= taken;
    lot.held += taken;
    left -= taken;
    shares.push({ lastDay, points: taken });
  }
  return shares;
}

export function redeem(account: ModelAccount, shares: readonly ModelShare[]): void {
  for (const { lastDay, points } of shares) lotOf(account, lastDay).held -= points;
}

export function lapse(account: ModelAccount, atMs: number): void {
  for (const [lastDay, lot] of account.lots) if (over(lastDay, atMs)) lot.free = 0;
}

/** Points of a household that nobody is left of count thirty days more, and no longer. */
export function keepThirtyDays(account: ModelAccount, atMs: number): void {
  const lastDay = addDays(dayOf(atMs), graceDays);
  for (const [day, lot] of account.lots) {
    if (day <= lastDay || lot.free === 0) continue;
    lotOf(account, lastDay).free += lot.free;
    lot.free = 0;
  }
}

/** Of some lots so many points each go from one account to another, whose lots they then are. */
export function moveLots(
  from: ModelAccount,
  into: ModelAccount,
  shares: readonly ModelShare[],
): void {
  for (const { lastDay, points } of shares) {
    lotOf(from, lastDay).free -= points;
    lotOf(into, lastDay).free += points;
  }
}

/** All that is free, lot by lot. */
export function freeLots({ lots }: ModelAccount): ModelShare[] {
  return [...lots].flatMap(([lastDay, { free }]) => (free > 0 ? [{ lastDay, points: free }] : []));
}

/** Back to where they came from; into a lapsed lot only when the shop was at fault. */
export function release(
  account: ModelAccount,
  shares: readonly ModelShare[],
  atMs: number,
  shopAtFault: boolean,
): void {
  for (const { lastDay, points } of shares) {
    lotOf(account, lastDay).held -= points;
    const grace = shopAtFault && over(lastDay, atMs);
    lotOf(account, grace ? addDays(dayOf(atMs), graceDays) : lastDay).free += points;
  }
  lapse(account, atMs);
}

type Brought = { honour: number; honourAtMs: number; spendable: number; spendableAtMs: number };

/** What is left of what a deed brought is taken back, and nothing beside it. */
export function takeBack(account: ModelAccount, brought: Brought, atMs: number): void {
  lapse(account, atMs);
  startYear(account, atMs);
  if (yearOf(dayOf(brought.honourAtMs)) === account.honourYear) {
    account.honour = Math.max(0, account.honour - brought.honour);
  }
  const lotDay = `${yearOf(dayOf(brought.spendableAtMs)) + 1}-12-31`;
  let left = brought.spendable;
  for (const lastDay of [...account.lots.keys()].sort()) {
    if (account.ended === null && lastDay !== lotDay) continue;
    const lot = lotOf(account, lastDay);
    const taken = Math.min(left, lot.free);
    lot.free -= taken;
    left -= taken;
  }
}

/** As one line of text, to be compared: lots that are empty do not count. */
export function accountText(account: ModelAccount): string {
  const { honour, honourYear, lots, frozen, froze, ended, disputed } = account;
  const there = [...lots]
    .filter(([, lot]) => lot.free !== 0 || lot.held !== 0)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([lastDay, { free, held }]) => `${lastDay}: ${free} + ${held}`);
  const stopped = frozen ? `; frozen ${JSON.stringify(frozen)}` : '';
  const before = froze.length > 0 ? `; froze ${JSON.stringify(froze)}` : '';
  const over = ended ? `; ended into ${ended.into}` : '';
  const objected = disputed.length > 0 ? `; disputed ${[...disputed].sort()}` : '';
  const all = [stopped, before, over, objected].join('');
  return `honour ${honour} of ${honourYear}; ${there.join(', ')}${all}`;
}
