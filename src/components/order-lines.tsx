import { View } from '@tarojs/components';
import { PointsNumber } from './points-number';
import './order-lines.scss';

type OrderLine = { goodsId: string; name: string; unit: string; count: number; points: number };

/** What is exchanged, each with its points, and the sum. */
export function OrderLines({ lines }: { lines: readonly OrderLine[] }) {
  const total = lines.reduce((sum, { points, count }) => sum + points * count, 0);
  return (
    <View>
      {lines.map(({ goodsId, name, unit, count, points }) => (
        <View key={goodsId} className="order-lines-row">
          <View className="order-lines-name">{name}</View>
          <View className="order-lines-count">
            {count} {unit}
          </View>
          <PointsNumber points={points * count} tone="text" />
        </View>
      ))}
      <View className="order-lines-row order-lines-total">
        <View className="order-lines-name">一共</View>
        <PointsNumber points={total} />
      </View>
    </View>
  );
}
