import { exchange, points } from '../../../src/contracts';
import type { Actor } from '../cloud-client';

/** The household's purses, one shelf and the board, as they stand after a step. */
export type Snapshot = {
  spendable: number;
  held: number;
  honour: number;
  pending: number;
  stockOnHand: number;
  stockHeld: number;
  onNotice: number;
};

export type Watch = {
  resident: Actor;
  keeper: Actor;
  anyone: Actor;
  villageId: string;
  shopId: string;
  goodsId: string;
};

/** Reads what the people see, through the same functions. */
export async function takeSnapshot(watch: Watch): Promise<Snapshot> {
  const { resident, keeper, anyone, villageId, shopId, goodsId } = watch;
  const account = await resident.call(points.readAccount, {});
  const { stock } = await keeper.must(exchange.readStock, { shopId });
  const { notices } = await anyone.must(points.readBoard, { villageId });
  const shelf = stock.find((line) => line.goodsId === goodsId);
  return {
    spendable: account.ok ? account.value.spendable : 0,
    held: account.ok ? account.value.held : 0,
    honour: account.ok ? account.value.honour : 0,
    pending: account.ok ? account.value.pending.length : 0,
    stockOnHand: shelf?.onHand ?? 0,
    stockHeld: shelf?.held ?? 0,
    onNotice: notices.reduce((total, notice) => total + notice.count, 0),
  };
}
