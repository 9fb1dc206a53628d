import { sha256Hex } from '../kernel/hash';
import { refuse } from '../kernel/refusal';
import { addDays, dayOf, endOfDayMs } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import type { Draw, FrozenPool, LeftOut, Lot } from './types';

/** 评议小组: five are drawn (domain default: 3 to 5). */
export const panelSize = 5;
/** The first three votes decide by majority, so that nobody waits for who is away. */
export const votesNeeded = 3;
/** How long a panel has before others may be drawn (domain default: working limits of 3 days). */
export const reviewWorkingDays = 3;

/** Somebody who holds the role panel in the village, where they live, and their mark. */
export type PanelCandidate = { personId: string; householdId: string | null; mark: string };

export type Excluded = {
  /** Of the record, and its near relatives': they stay in the pool and have no vote on it. */
  nearIds: readonly string[];
  /** Of the recorder and who decided on it, and their near relatives'. */
  involvedIds: readonly string[];
  /** The recorder and who already decided on it. */
  personIds: readonly string[];
  /** Drawn before and away: they did not vote in time. */
  awayIds: readonly string[];
};

/** Published before the draw, so that nobody can choose a seed that draws their friends. */
export function seedHashOf(seed: string): string {
  return sha256Hex(`panel-seed\n${seed}`);
}

/** What a draw is made from: the seed that was promised, and what nobody knew before the night. */
export type Chance = Pick<Draw, 'seed' | 'nightHash'>;

/** The pool in the order of its lots: those with the smallest hashes first. */
export function orderOf<Each extends Pick<Lot, 'mark'>>(
  { seed, nightHash }: Chance,
  pool: readonly Each[],
): Each[] {
  return pool
    .map((lot) => ({ lot, hash: sha256Hex(`${seed}\n${nightHash}\n${lot.mark}`) }))
    .sort((left, right) => (left.hash < right.hash ? -1 : 1))
    .map(({ lot }) => lot);
}

/**
 * Who votes: of the first five those who may; where fewer than three of them may, the next of the
 * order. One function for the cloud, the phone and the command line.
 * @param aside marks of who stepped aside
 */
export function panelOf<Each extends Pick<Lot, 'mark' | 'near'>>(
  chance: Chance,
  pool: readonly Each[],
  aside: readonly string[] = [],
): Each[] {
  const order = orderOf(chance, pool);
  const mayVote = ({ mark, near }: Each) => !near && !aside.includes(mark);
  const first = order.slice(0, panelSize).filter(mayVote);
  const next = order.slice(panelSize).filter(mayVote);
  return [...first, ...next.slice(0, Math.max(0, votesNeeded - first.length))];
}

function whyLeftOut(candidate: PanelCandidate, excluded: Excluded): LeftOut['why'] | null {
  const { personId, householdId } = candidate;
  if (excluded.personIds.includes(personId)) return 'involved';
  if (householdId !== null && excluded.involvedIds.includes(householdId)) return 'kin-of-involved';
  return excluded.awayIds.includes(personId) ? 'away' : null;
}

function refuseTooSmall(there: number): never {
  return refuse(
    'panel-too-small',
    `能回避亲属的评议小组成员只有 ${there} 人,要 ${votesNeeded} 人才能评议。请镇里从本村或邻村再指定几位。`,
    { there, needed: votesNeeded },
  );
}

/**
 * Freezes who may be drawn the next morning, and who may not and why.
 * @throws Refusal `panel-too-small`
 */
export function freezePool(
  candidates: readonly PanelCandidate[],
  excluded: Excluded,
  frozenAtMs: number,
  previous: Draw | null = null,
): FrozenPool {
  const pool: Lot[] = [];
  const leftOut: LeftOut[] = [];
  const once = new Map(candidates.map((each) => [each.personId, each]));
  for (const candidate of once.values()) {
    const { personId, householdId, mark } = candidate;
    const why = whyLeftOut(candidate, excluded);
    const near = householdId !== null && excluded.nearIds.includes(householdId);
    if (why) leftOut.push({ mark, why });
    else pool.push({ personId, mark, near });
  }
  const byMark = (left: { mark: string }, right: { mark: string }) =>
    left.mark < right.mark ? -1 : 1;
  const free = pool.filter(({ near }) => !near).length;
  if (free < votesNeeded) refuseTooSmall(free);
  return { pool: pool.sort(byMark), leftOut: leftOut.sort(byMark), frozenAtMs, previous };
}

const personIds = (lots: readonly Lot[]) => lots.map(({ personId }) => personId);

const marksOf = (pool: readonly Lot[], people: readonly string[]) =>
  people.flatMap((each) => pool.find(({ personId }) => personId === each)?.mark ?? []);

/** The morning after: the promised seed and the night's seals draw from what was frozen. */
export function fallOf(frozen: FrozenPool, chance: Chance, night: string, drawnAtMs: number): Draw {
  const panel = personIds(panelOf(chance, frozen.pool));
  return { ...frozen, ...chance, night, panel, drawnAtMs };
}

/**
 * The same deed, declared anew, is judged by those who were drawn for it: nobody draws until it
 * suits them. Whoever has come to stand too near since has no vote.
 * @throws Refusal `panel-too-small`
 */
export function drawnAgain(draw: Draw, now: FrozenPool, drawnAtMs: number): Draw {
  const mayStill = new Set(now.pool.filter(({ near }) => !near).map(({ personId }) => personId));
  const pool = draw.pool.map((lot) => ({ ...lot, near: lot.near || !mayStill.has(lot.personId) }));
  const panel = panelOf(draw, pool, marksOf(pool, draw.aside ?? []));
  if (panel.length < votesNeeded) refuseTooSmall(panel.length);
  return { ...draw, pool, panel: personIds(panel), drawnAtMs };
}

/**
 * A member steps aside, and where fewer than three are left the next of the order that the draw
 * gave comes in: nobody chooses who.
 * @throws Refusal `nobody-comes-in`
 */
export function withoutMember(draw: Draw, personId: string): Draw {
  const { pool } = draw;
  const aside = [...(draw.aside ?? []), personId];
  const panel = panelOf(draw, pool, marksOf(pool, aside));
  if (panel.length < votesNeeded) {
    refuse(
      'nobody-comes-in',
      '没有别人能替您评这一条。请跟嘎查村干部说明,由镇里从本村或邻村再指定几位。',
    );
  }
  return { ...draw, panel: personIds(panel), aside };
}

/** The first seed, promised by its hash, promises the later ones: nobody chooses a second draw. */
export function nextSeed(seed: string): string {
  return sha256Hex(`panel-next\n${seed}`);
}

/** Everybody who was drawn so far. */
export function everDrawn(draw: Draw | null): string[] {
  return draw ? [...draw.panel, ...(draw.aside ?? []), ...everDrawn(draw.previous)] : [];
}

/** The day on whose morning a pool that is frozen now is drawn from, `YYYY-MM-DD`. */
export function dayOfDraw({ frozenAtMs }: FrozenPool): string {
  return addDays(dayOf(frozenAtMs), 1);
}

/** The last day a panel has, `YYYY-MM-DD`. */
export function lastDayToReview({ drawnAtMs }: Pick<Draw, 'drawnAtMs'>): string {
  return addWorkingDays(dayOf(drawnAtMs), reviewWorkingDays);
}

export function panelIsLate(draw: Draw | null, nowMs: number): boolean {
  return draw !== null && nowMs >= endOfDayMs(lastDayToReview(draw));
}

/** A draw as everybody may read it: marks, no names. */
export type PublicDraw = {
  seed: string;
  nightHash: string;
  night: string;
  frozenAtMs: number;
  pool: readonly Pick<Lot, 'mark' | 'near'>[];
  /** Marks of who votes, and of who stepped aside in their order. */
  panel: readonly string[];
  aside: readonly string[];
};

/** @param draw as it is stored */
export function publicDraw(draw: Draw): PublicDraw {
  const { seed, nightHash, night, frozenAtMs, pool, panel, aside = [] } = draw;
  return {
    ...{ seed, nightHash, night, frozenAtMs },
    pool: pool.map(({ mark, near }) => ({ mark, near })),
    ...{ panel: marksOf(pool, panel), aside: marksOf(pool, aside) },
  };
}

/**
 * Anyone can redo a draw from what is published: the seed is the one promised, the pool was frozen
 * before the night, and both together give this panel.
 * @param draws the first one first: a later one stands on it
 */
export function drawIsHonest(seedHash: string, draws: readonly PublicDraw[]): boolean {
  return draws.every((draw, index) => {
    const before = draws[index - 1];
    const promised = before
      ? draw.seed === nextSeed(before.seed)
      : seedHashOf(draw.seed) === seedHash;
    const frozenBefore = dayOf(draw.frozenAtMs) < draw.night;
    const marks = (aside: readonly string[]) =>
      panelOf(draw, draw.pool, aside).map(({ mark }) => mark);
    const wasDrawn = draw.aside.every((mark, at) => marks(draw.aside.slice(0, at)).includes(mark));
    return promised && frozenBefore && wasDrawn && marks(draw.aside).join() === draw.panel.join();
  });
}

/** A draw and those before it, the first one first. */
export function drawsOf(draw: Draw | null): PublicDraw[] {
  return draw ? [...drawsOf(draw.previous), publicDraw(draw)] : [];
}
