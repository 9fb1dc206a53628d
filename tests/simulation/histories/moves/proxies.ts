import { has } from '../model/rule';
import type { ModelProxy } from '../model/state';
import { anybody, holder, isWrong, type Move, pickFrom, type Scene } from './move';

/** How often what may be done for others is done for others, where somebody acts for them. */
const proxyRate = 0.35;

export const openidOf = ({ world, openids }: Scene, personId: string) =>
  openids.find((openid) => world.personIdOf(openid) === personId);

/** Those that go on just now, or, now and then, any that ever was. */
export function proxiesIn(scene: Scene, state: ModelProxy['state']): ModelProxy[] {
  const all = [...scene.model.proxies.values()];
  if (isWrong(scene)) return all;
  return all.filter((each) => each.state === state && scene.world.nowMs() < each.endsAtMs);
}

/** What a resident wishes, done for a household by whoever acts for it. */
export function sometimesByProxy(wish: Move): Move {
  return async (scene) => {
    const wished = await wish(scene);
    if (!wished || !scene.random.chance(proxyRate)) return wished;
    const all = proxiesIn(scene, 'running');
    // At a counter orders are placed, and then fetched.
    const atCounter = all.filter(({ as }) => as === 'keeper');
    const proxy = (scene.random.chance(0.7) && pickFrom(scene, atCounter)) || pickFrom(scene, all);
    const helper = proxy && openidOf(scene, proxy.helper);
    if (!proxy || !helper) return wished;
    const { proxyId } = proxy;
    return { openid: helper, input: { ...(wished.input as object), proxyId } };
  };
}

/** A card that somebody brings; mostly one that is good, of a village where they may help. */
export function cardAt(scene: Scene, villageId: string): string | null {
  const { model, random } = scene;
  const some = [...model.cards].filter(([, { householdId, dead }]) => {
    const household = model.households.get(householdId);
    const isHere = household?.villageId === villageId || random.chance(0.05);
    return isHere && (!dead || random.chance(0.3));
  });
  const withPin = some.filter(([, { householdId }]) => model.pins.has(householdId));
  // Who comes to a counter has mostly something to fetch.
  const waiting = new Set(
    [...model.orders.values()].flatMap((each) => (each.state === 'placed' ? each.householdId : [])),
  );
  const toFetch = some.filter(([, { householdId }]) => waiting.has(householdId));
  const likely = random.pick([withPin, toFetch, toFetch, some]);
  const [cardId, card] = pickFrom(scene, likely) ?? pickFrom(scene, some) ?? [];
  if (!cardId || !card) return null;
  return `JF.H.${cardId}.${model.households.get(card.householdId)?.number ?? 1}`;
}

/** Somebody who may help, and the village they help in. */
export function aHelper(scene: Scene): { openid: string; villageId: string } {
  const { model, world, random } = scene;
  const openid = holder(scene, random.chance(0.5) ? 'keeper' : 'cadre');
  const person = model.persons.get(world.personIdOf(openid)) ?? null;
  const village = [...model.villages.keys()].find((each) => has(person, 'cadre', each));
  const shop = [...model.shops].find(([shopId]) => has(person, 'keeper', shopId));
  return { openid, villageId: village ?? shop?.[1].villageIds[0] ?? 'v01' };
}

/** Somebody of the village who stands there, the helper and their house now and then among them. */
export function aBystander(scene: Scene, { householdId }: ModelProxy): string {
  const villageId = scene.model.households.get(householdId)?.villageId;
  return isWrong(scene) ? anybody(scene) : holder(scene, 'resident', villageId);
}
