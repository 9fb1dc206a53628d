import { View } from '@tarojs/components';
import { aria } from '../../components/aria';
import { PointsNumber } from '../../components/points-number';
import { type BasketLine, totalOf } from './basket';
import './basket-bar.scss';

/** What the basket holds, above the button that places the order. */
export function BasketBar({ lines, spendable }: { lines: BasketLine[]; spendable: number }) {
  const total = totalOf(lines);
  return (
    <View className="basket-bar" {...aria('status')}>
      <View className="basket-bar-words">
        选了 {lines.length} 样,换完还剩 {spendable - total} 分
      </View>
      <PointsNumber points={total} />
    </View>
  );
}
