import { View } from '@tarojs/components';
import { useGrowing } from '../../client/use-growing';
import { EmptyState } from '../../components/empty-state';
import { SectionHead } from '../../components/section-head';
import { type Basket, type Goods, groupShelf, type ShelfGroup } from './basket';
import { GoodsCard, type Purse } from './goods-card';

/** About a screen of cards. */
const cardsAtOnce = 8;

type CardProps = {
  basket: Basket;
  purse: Purse | null;
  onChange: (goodsId: string, count: number) => void;
};

function Groups({ groups, basket, purse, onChange }: CardProps & { groups: ShelfGroup[] }) {
  const total = groups.reduce((sum, { goods }) => sum + goods.length, 0);
  const shown = useGrowing(total, cardsAtOnce);
  return (
    <View>
      {groups.map(({ title, goods, before }) => (
        <View key={title}>
          {before < shown && <SectionHead title={title} extra={`${goods.length} 样`} />}
          {goods.slice(0, Math.max(0, shown - before)).map((each) => (
            <GoodsCard
              key={each.goodsId}
              goods={each}
              count={Math.min(basket[each.goodsId] ?? 0, each.available)}
              purse={purse}
              onChange={(count) => onChange(each.goodsId, count)}
            />
          ))}
        </View>
      ))}
    </View>
  );
}

/** Everything a shop offers, what can be had now first. */
export function Shelf({ goods, ...cards }: CardProps & { goods: readonly Goods[] }) {
  if (goods.length === 0) {
    return <EmptyState icon="bag" text="货架上还没有东西。" hint="店里上架以后,这里就能看到。" />;
  }
  const groups = groupShelf(goods, cards.purse?.spendable ?? null);
  // Sorted anew, it grows anew: moved at once, a long shelf is more than one setData may carry.
  const order = groups.map((group) => group.goods.map(({ goodsId }) => goodsId).join(' ')).join();
  return <Groups key={order} groups={groups} {...cards} />;
}
