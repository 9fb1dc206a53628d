import { View } from '@tarojs/components';
import { useGrowing } from '../../client/use-growing';
import { EmptyState } from '../../components/empty-state';
import { SectionHead } from '../../components/section-head';
import { type Basket, type Goods, groupShelf } from './basket';
import { GoodsCard, type Purse } from './goods-card';

/** About a screen of cards. */
const cardsAtOnce = 8;

type Props = {
  goods: readonly Goods[];
  basket: Basket;
  purse: Purse | null;
  onChange: (goodsId: string, count: number) => void;
};

/** Everything a shop offers, what can be had now first. */
export function Shelf({ goods, basket, purse, onChange }: Props) {
  const shown = useGrowing(goods.length, cardsAtOnce);
  if (goods.length === 0) {
    return <EmptyState icon="bag" text="货架上还没有东西。" hint="店里上架以后,这里就能看到。" />;
  }
  return (
    <View>
      {groupShelf(goods, purse?.spendable ?? null).map(({ title, goods: all, before }) => (
        <View key={title}>
          {before < shown && <SectionHead title={title} extra={`${all.length} 样`} />}
          {all.slice(0, Math.max(0, shown - before)).map((each) => (
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
