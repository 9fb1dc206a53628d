import type { Random } from '../../../support/random';
import { dayOf } from '../model/days';
import { has } from '../model/rule';
import type { Model, ModelOrder, ModelRecord } from '../model/state';
import type { World } from '../world';

/** What somebody is about to do with their phone. */
export type Wish = { openid: string; input: unknown };

/** Phone numbers that WeChat vouched for, and to whom. */
export type Tokens = Map<string, { personId: string; phone: string; validUntilMs: number }>;

/** Everybody whose phone there is, and all that a person standing there could know. */
export type Scene = {
  random: Random;
  world: World;
  model: Model;
  /** Those with a phone, joined or not. */
  openids: readonly string[];
  /** By how much the phone in hand is wrong. */
  skewMs: number;
  tokens: Tokens;
};

/**
 * Picks a plausible wish, now and then a wrong one; null where there is nothing of the kind to do.
 */
export type Move = (scene: Scene) => Promise<Wish | null> | Wish | null;

/** How often somebody does what is not theirs to do. */
const wrongRate = 0.1;

export const isWrong = ({ random }: Scene) => random.chance(wrongRate);
export const anybody = ({ random, openids }: Scene) => random.pick(openids);
export const today = ({ world, skewMs }: Scene) => dayOf(world.nowMs() + skewMs);

export function pickFrom<T>({ random }: Scene, list: readonly T[]): T | null {
  return list.length === 0 ? null : random.pick(list);
}

/** Somebody who holds a role there, or, now and then, anybody. */
export function holder(scene: Scene, role: string, place?: string): string {
  const { world, model, openids } = scene;
  if (isWrong(scene)) return anybody(scene);
  const holders = openids.filter((openid) =>
    has(model.persons.get(world.personIdOf(openid)) ?? null, role, place),
  );
  return pickFrom(scene, holders) ?? anybody(scene);
}

/** Somebody of a household, or, now and then, anybody. */
export function ofHousehold(scene: Scene, householdId: string): string {
  const { world, model, openids } = scene;
  if (isWrong(scene)) return anybody(scene);
  const own = openids.filter(
    (openid) => model.persons.get(world.personIdOf(openid))?.householdId === householdId,
  );
  return pickFrom(scene, own) ?? anybody(scene);
}

type Sought = Pick<
  ModelRecord,
  'recordId' | 'householdId' | 'villageId' | 'byCadre' | 'panel' | 'state'
>;

/** A record in one of these states, or, now and then, any, or one that never was. */
export function recordIn(scene: Scene, ...states: string[]): Sought | null {
  const all = [...scene.model.records.values()];
  if (isWrong(scene) && isWrong(scene)) {
    const nowhere = { householdId: 'nowhere', villageId: 'v01', byCadre: false, panel: [] };
    return { recordId: scene.world.newCommandId(0), state: 'nowhere', ...nowhere };
  }
  if (isWrong(scene)) return pickFrom(scene, all);
  return pickFrom(
    scene,
    all.filter(({ state }) => states.includes(state)),
  );
}

/** An open order, or, now and then, any, or one that never was. */
export function anOrder(
  scene: Scene,
): Pick<ModelOrder, 'orderId' | 'householdId' | 'shopId' | 'scan'> | null {
  const all = [...scene.model.orders.values()];
  if (isWrong(scene) && isWrong(scene)) {
    const nowhere = { householdId: 'nowhere', shopId: 'shop-v01', scan: null };
    return { orderId: scene.world.newCommandId(0), ...nowhere };
  }
  if (isWrong(scene)) return pickFrom(scene, all);
  return pickFrom(
    scene,
    all.filter(({ state }) => state === 'placed'),
  );
}
