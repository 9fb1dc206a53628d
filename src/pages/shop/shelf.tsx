import { View } from '@tarojs/components';
import { EmptyState } from '../../components/empty-state';
import { SectionHead } from '../../components/section-head';
import { type Basket, type Goods, groupShelf } from './basket';
import { GoodsCard, type Purse } from './goods-card';

type Props = {
  goods: readonly Goods[];
  basket: Basket;
  purse: Purse | null;
  onChange: (goodsId: string, count: number) => void;
};

/** Everything a shop offers, what can be had now first. */
export function Shelf({ goods, basket, purse, onChange }: Props) {
  if (goods.length === 0) {
    return <EmptyState icon="bag" text="货架上还没有东西。" hint="店里上架以后,这里就能看到。" />;
  }
  return (
    <>
      {groupShelf(goods, purse?.spendable ?? null).map((group) => (
        <View key={group.title}>
          <SectionHead title={group.title} extra={`${group.goods.length} 样`} />
          {group.goods.map((each) => (
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
    </>
  );
}
