import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state';
import { Growing } from '../../components/growing';
import { SectionHead } from '../../components/section-head';
import { type Basket, type Goods, groupShelf } from './basket';
import { GoodsCard, type Purse } from './goods-card';

/** About a screen of cards. */
const cardsAtOnce = 6;

type CardProps = {
  basket: Basket;
  purse: Purse | null;
  onChange: (goodsId: string, count: number) => void;
};

/** Everything a shop offers, what can be had now first. */
export function Shelf({ goods, basket, purse, onChange }: CardProps & { goods: readonly Goods[] }) {
  if (goods.length === 0) {
    return <EmptyState icon="bag" text="货架上还没有东西。" hint="店里上架以后,这里就能看到。" />;
  }
  const groups = groupShelf(goods, purse?.spendable ?? null).map(({ title, goods: rows }) => ({
    key: title,
    rows,
    frame: (cards: ReactNode) => (
      <>
        <SectionHead title={title} extra={`${rows.length} 样`} />
        {cards}
      </>
    ),
  }));
  return (
    <Growing groups={groups} keyOf={({ goodsId }) => goodsId} atOnce={cardsAtOnce}>
      {(each) => (
        <GoodsCard
          goods={each}
          count={Math.min(basket[each.goodsId] ?? 0, each.available)}
          purse={purse}
          onChange={(count) => onChange(each.goodsId, count)}
        />
      )}
    </Growing>
  );
}
