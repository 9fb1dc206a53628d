import { View } from '@tarojs/components';
import type { CallState } from '../../../client/use-call';
import { Card } from '../../../components/card';
import type { ValueOf } from '../../../contracts/contract';
import type { readAllowance } from '../../../contracts/scheme';
import './allowance-note.scss';

export type AllowanceCall = CallState<ValueOf<typeof readAllowance>>;

/** True when it is known that this deed would be refused for the limit. */
export function isOverLimit(allowance: AllowanceCall, points: number | null): boolean {
  return points !== null && allowance.value !== null && allowance.value.pointsLeft < points;
}

function wordsOf({ value, error }: AllowanceCall): { left: string; because: string } {
  if (value !== null) {
    return { left: `这一项还能记 ${value.pointsLeft} 分`, because: value.because };
  }
  return error
    ? { left: '现在看不到还能记多少分', because: '可以先交,核对时会看。' }
    : { left: '正在看这一项还能记多少分', because: '' };
}

/**
 * How much the household may still get of this item, and what limits it. As high while it is asked
 * as when it is known, so that nothing below moves under a finger.
 */
export function AllowanceNote({
  allowance,
  points,
}: {
  allowance: AllowanceCall;
  points: number | null;
}) {
  const { left, because } = wordsOf(allowance);
  return (
    <Card tone={isOverLimit(allowance, points) ? 'red' : 'plain'}>
      <View className={allowance.value ? 'allowance-left' : 'allowance-unknown'}>{left}</View>
      <View className="allowance-because">{because}</View>
    </Card>
  );
}
