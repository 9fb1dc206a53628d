import { sha256Hex } from '../kernel/hash';
import { refuse } from '../kernel/refusal';
import { dayOf, endOfDayMs } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import type { Draw } from './types';

/** 评议小组 of three, over half decides (domain default: 3 to 5). */
export const panelSize = 3;
/** How long a panel has before others may be drawn (domain default: working limits of 3 days). */
export const reviewWorkingDays = 3;

/** Somebody who holds the role panel in the village, and where they live. */
export type PanelCandidate = { personId: string; householdId: string | null };

export type Excluded = {
  /** The household of the record and its near relatives. */
  householdIds: readonly string[];
  /** The recorder and who already decided on it. */
  personIds: readonly string[];
};

/** Published before the draw, so that nobody can choose a seed that draws their friends. */
export function seedHashOf(seed: string): string {
  return sha256Hex(`panel-seed\n${seed}`);
}

/**
 * The members drawn from a pool by a seed: those with the smallest hashes, whatever the order.
 * @param aside who stepped aside: the next ones come in
 */
export function panelOf(
  seed: string,
  pool: readonly string[],
  aside: readonly string[] = [],
): string[] {
  return pool
    .filter((personId) => !aside.includes(personId))
    .map((personId) => ({ personId, lot: sha256Hex(`${seed}\n${personId}`) }))
    .sort((left, right) => (left.lot < right.lot ? -1 : 1))
    .slice(0, panelSize)
    .map(({ personId }) => personId);
}

/**
 * Freezes the pool of those without a conflict of interest and draws.
 * @throws Refusal `panel-too-small`
 */
export function drawPanel(
  candidates: readonly PanelCandidate[],
  excluded: Excluded,
  seed: string,
  drawnAtMs: number,
  previous: Draw | null = null,
): Draw {
  const free = candidates.filter(
    ({ personId, householdId }) =>
      !excluded.personIds.includes(personId) &&
      !(householdId !== null && excluded.householdIds.includes(householdId)),
  );
  const pool = [...new Set(free.map(({ personId }) => personId))].sort();
  if (pool.length < panelSize) {
    refuse(
      'panel-too-small',
      `能回避亲属的评议小组成员只有 ${pool.length} 人,要 ${panelSize} 人才能评议。请镇里从本村或邻村再指定几位。`,
      { there: pool.length, needed: panelSize },
    );
  }
  return { seed, pool, panel: panelOf(seed, pool), drawnAtMs, previous };
}

/**
 * A member steps aside, and the next of the order that the seed gave comes in: nobody chooses who.
 * @throws Refusal `nobody-comes-in`
 */
export function withoutMember(draw: Draw, personId: string): Draw {
  const { seed, pool } = draw;
  const aside = [...(draw.aside ?? []), personId];
  const panel = panelOf(seed, pool, aside);
  if (panel.length < panelSize) {
    refuse(
      'nobody-comes-in',
      '没有别人能替您评这一条。请跟嘎查村干部说明,由镇里从本村或邻村再指定几位。',
    );
  }
  return { ...draw, panel, aside };
}

/** The first seed, promised by its hash, promises the later ones: nobody chooses a second draw. */
export function nextSeed(seed: string): string {
  return sha256Hex(`panel-next\n${seed}`);
}

/** Everybody who was drawn so far. */
export function everDrawn(draw: Draw | null): string[] {
  return draw ? [...draw.panel, ...(draw.aside ?? []), ...everDrawn(draw.previous)] : [];
}

/** The last day a panel has, `YYYY-MM-DD`. */
export function lastDayToReview({ drawnAtMs }: Draw): string {
  return addWorkingDays(dayOf(drawnAtMs), reviewWorkingDays);
}

export function panelIsLate(draw: Draw | null, nowMs: number): boolean {
  return draw !== null && nowMs >= endOfDayMs(lastDayToReview(draw));
}

/** Anyone can redo a draw: the seed is the one promised, and it draws this panel from this pool. */
export function drawIsHonest(seedHash: string, draw: Draw): boolean {
  const { seed, pool, panel, previous, aside = [] } = draw;
  const promised = previous
    ? seed === nextSeed(previous.seed) && drawIsHonest(seedHash, previous)
    : seedHashOf(seed) === seedHash;
  const wasDrawn = (personId: string, index: number) =>
    panelOf(seed, pool, aside.slice(0, index)).includes(personId);
  return promised && aside.every(wasDrawn) && panelOf(seed, pool, aside).join() === panel.join();
}
