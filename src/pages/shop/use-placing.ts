import { useState } from 'react';
import { openOrder } from '../../client/open-order';
import { rememberPage } from '../../client/open-page';
import { useUnsent } from '../../client/update';
import { useCommand } from '../../client/use-command';
import { placeOrder } from '../../contracts/exchange';
import { type Basket, type BasketLine, type Goods, linesOf, totalOf } from './basket';

type Options = { shopId: string; shelf: readonly Goods[]; reload: () => void };

/** A basket and the way from it to an order. */
export function usePlacing({ shopId, shelf, reload }: Options) {
  const [basket, setBasket] = useState<Basket>({});
  // What was asked for stays as it was read: when no answer came, the same is sent once more.
  const [kept, ask] = useState<BasketLine[] | null>(null);
  const { run, busy, error, clearError } = useCommand(placeOrder);
  const lines = linesOf(shelf, basket);
  useUnsent(lines.length > 0);
  // Where the price was no longer true the sheet shows the new one, to be agreed to or not.
  const again = lines.length > 0 ? lines : null;
  const asked = kept && error?.code === 'price-changed' ? again : kept;

  const change = (goodsId: string, count: number) =>
    setBasket((before) => ({ ...before, [goodsId]: count }));
  const open = () => {
    clearError();
    ask(lines);
  };
  const place = async () => {
    if (!asked) return;
    ask(asked);
    const isStillShown = rememberPage();
    const wished = ({ goods, count }: BasketLine) => ({ goodsId: goods.goodsId, count });
    const answer = await run({ shopId, lines: asked.map(wished), points: totalOf(asked) });
    // Placed or refused, the shelf and the purse may have changed.
    reload();
    if (!answer.ok) return;
    ask(null);
    setBasket({});
    if (isStillShown()) openOrder(answer.value.orderId);
  };
  return { basket, lines, change, asked, open, close: () => ask(null), place, busy, error };
}
