import type { Model, ModelStock } from '../model/state';
import { isWrong, pickFrom, type Scene } from './move';

export const goodsIds = ['soap', 'rice-5kg', 'towel', 'cooker'];

/** Some shop there is, now and then one that never was. */
export function aShop({ random, model }: Scene): string {
  return random.chance(0.05) ? 'shop-nowhere' : random.pick([...model.shops.keys()]);
}

/** What stands on a shop's shelf. */
export function shelfOf(model: Model, shopId: string): [goodsId: string, stock: ModelStock][] {
  return [...model.stock].flatMap(([id, stock]) =>
    id.startsWith(`${shopId}.`) ? [[id.slice(shopId.length + 1), stock]] : [],
  );
}

/** Something of the shelf, now and then what may not stand there. */
export function goodsOf(scene: Scene, shopId: string): string {
  const known = pickFrom(scene, shelfOf(scene.model, shopId))?.[0];
  return known && !isWrong(scene) ? known : scene.random.pick(goodsIds);
}

/** An open order whose code a keeper has scanned. */
export function aScannedOrder(scene: Scene) {
  const orders = [...scene.model.orders.values()];
  return pickFrom(
    scene,
    orders.filter(({ scan, state }) => scan !== null && state === 'placed'),
  );
}
