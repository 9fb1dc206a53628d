import { View } from '@tarojs/components';
import type { CallState } from '../../client/use-call';
import { Card } from '../../components/card';
import type { ValueOf } from '../../contracts/contract';
import type { readAllowance } from '../../contracts/points';
import './allowance-note.scss';

export type AllowanceCall = CallState<ValueOf<typeof readAllowance>>;

/** True when it is known that this deed would be refused for the limit. */
export function isOverLimit(allowance: AllowanceCall, points: number | null): boolean {
  return points !== null && allowance.value !== null && allowance.value.pointsLeft < points;
}

/** How much the household may still get of this item, and what limits it. */
export function AllowanceNote({
  allowance,
  points,
}: {
  allowance: AllowanceCall;
  points: number | null;
}) {
  const { value, error } = allowance;
  if (value === null) {
    const words = error
      ? '现在看不到还能记多少分。可以先交,核对时会看。'
      : '正在看这一项还能记多少分。';
    return <View className="allowance-note">{words}</View>;
  }
  const over = isOverLimit(allowance, points);
  return (
    <Card tone={over ? 'red' : 'plain'}>
      <View className="allowance-left">这一项还能记 {value.pointsLeft} 分</View>
      <View className="allowance-because">{value.because}</View>
    </Card>
  );
}
