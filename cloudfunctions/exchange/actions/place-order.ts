import { exchange } from '../../../src/contracts';
import { noOutlook } from '../../../src/domain/exchange/outlook';
import { costOf, decidePlacing } from '../../../src/domain/exchange/place-order';
import { assert } from '../../../src/domain/kernel/refusal';
import { spendableAt } from '../../../src/domain/ledger/ledger';
import { byProxyOf } from '../../../src/domain/people/proxy';
import type { Household } from '../../../src/domain/people/types';
import { ownHouseholdId } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { ownIdIsFree } from '../../runtime/id-is-free';
import { readAccount, readShop, readStocks, saveOrder } from '../order-scene';
import { readOutlook } from '../shelf';

export const placeOrder = defineCommand({
  contract: exchange.placeOrder,
  allow: [{ who: 'resident' }],
  async run(context) {
    const { input, caller, commandId: orderId, personId, tx, read, nowMs } = context;
    const householdId = ownHouseholdId(caller);
    await ownIdIsFree(context, 'orders');
    const shop = await readShop(tx, input.shopId);
    const household = await tx.get<Household>('households', householdId);
    assert(household, 'a person lives in a household of the register');
    const account = await readAccount(tx, householdId);
    const goodsIds = [...new Set(input.lines.map((line) => line.goodsId))];
    const stocks = await readStocks(tx, input.shopId, goodsIds);
    const short = costOf(input.lines, stocks) > spendableAt(account, nowMs);
    const effect = decidePlacing({
      ...{ orderId, personId, shop, household, account, stocks, nowMs },
      byProxy: caller.proxy && byProxyOf(caller.proxy),
      wishes: input.lines,
      pointsShown: input.points,
      outlook: short ? await readOutlook(read, input.shopId, householdId) : noOutlook,
    });
    saveOrder(context, effect, 'create');
    return { orderId, points: effect.order.points, expiresAtMs: effect.order.expiresAtMs };
  },
});
