import { exchange } from '../../../src/contracts';
import { moveStock as decideMove, stockIdOf } from '../../../src/domain/exchange/stock';
import type { Stock } from '../../../src/domain/exchange/types';
import { writesOfStock } from '../../../src/domain/exchange/writes';
import { refuse } from '../../../src/domain/kernel/refusal';
import { mustNotBookMoney } from '../../../src/domain/town/money-and-goods';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { applyWrites, readShop } from '../order-scene';

export const moveStock = defineCommand({
  contract: exchange.moveStock,
  allow: [{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input, caller, tx, personId, nowMs }) {
    mustNotBookMoney(rolesOf(caller), input.change);
    await readShop(tx, input.shopId);
    const stock = await tx.get<Stock>('stock', stockIdOf(input.shopId, input.goodsId));
    if (!stock) refuse('goods-not-found', '店里还没有上架这样东西。请先上架,再记进货。');
    const change = decideMove(stock, input, { byPersonId: personId, atMs: nowMs });
    applyWrites(tx, writesOfStock(change));
    const { onHand, held } = change.stock;
    return { goodsId: input.goodsId, onHand, held };
  },
});
