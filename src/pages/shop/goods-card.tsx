import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { PointsNumber } from '../../components/points-number';
import { StateTag } from '../../components/state-tag';
import { type Goods, missingFor } from './basket';
import { Counter } from './counter';
import './goods-card.scss';

/** The purse it is paid from; null where this person cannot order here. */
export type Purse = { spendable: number; total: number; full: boolean };

type Props = {
  goods: Goods;
  count: number;
  purse: Purse | null;
  onChange: (count: number) => void;
};

function reasonNotToAdd(goods: Goods, count: number, purse: Purse): string | null {
  if (count >= goods.available) return count > 0 ? '只有这些了' : null;
  if (count === 0 && purse.full) return '一单最多 10 样';
  const missing = missingFor(goods, purse.spendable, purse.total);
  if (missing === 0) return null;
  return count > 0 ? `再加一${goods.unit}差 ${missing} 分` : `差 ${missing} 分`;
}

/** One kind of goods: what, how many points, how many are left, how many are wanted. */
export function GoodsCard({ goods, count, purse, onChange }: Props) {
  const { name, unit, points, available } = goods;
  const gone = available === 0;
  const reason = purse && !gone ? reasonNotToAdd(goods, count, purse) : null;
  const counted = purse !== null && !gone && (count > 0 || !reason);
  return (
    <Card className="goods-card">
      <View className="goods-card-words">
        <View className="goods-card-name">{name}</View>
        <View className="goods-card-facts">
          <PointsNumber points={points} />
          <View>
            一{unit}
            {!gone && ` · 还有 ${available} ${unit}`}
          </View>
        </View>
        {/* Places of their own: each order changes them on many cards at once. */}
        <View>
          {gone && <StateTag tone="ended" word="没货了" />}
          {reason && <StateTag tone="points" word={reason} />}
        </View>
      </View>
      <View className={counted ? (count > 0 ? 'goods-card-counter' : '') : 'goods-card-none'}>
        {counted && (
          <Counter name={name} unit={unit} count={count} mayAdd={!reason} onChange={onChange} />
        )}
      </View>
    </Card>
  );
}
