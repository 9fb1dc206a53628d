import { View } from '@tarojs/components';
import type { CallState } from '../../../client/use-call';
import { Card } from '../../../components/card';
import type { ValueOf } from '../../../contracts/contract';
import type { PointItem, readAllowance } from '../../../contracts/scheme';
import { fallBecause, fallInWords, fallOf } from '../../../domain/scheme/fall';
import './allowance-note.scss';

export type AllowanceCall = CallState<ValueOf<typeof readAllowance>>;

type Words = { fall: string; because: string };

function wordsOf({ value, error }: AllowanceCall, item: PointItem, points: number | null): Words {
  if (item.purse === 'honour') {
    return { fall: `${points ?? ''} 分:只加荣誉分`.trim(), because: '这一项不加兑换分。' };
  }
  if (value === null) {
    return error
      ? { fall: '现在看不到分怎么落', because: '可以先交,荣誉分都会加。' }
      : { fall: '正在看分怎么落', because: '' };
  }
  const fall = fallOf(item, points ?? 0, value);
  // Its name stands in the card above.
  const because = fallBecause(fall, value).replace(`“${item.name}”`, '');
  if (points === null) return { fall: `兑换分还剩 ${value.pointsLeft} 分`, because };
  return { fall: `${points} 分:${fallInWords(fall)}`, because };
}

type Props = { allowance: AllowanceCall; item: PointItem; points: number | null };

/**
 * How the points would fall, and what limits those that can be spent. As high while it is asked as
 * when it is known, so that nothing below moves under a finger.
 */
export function AllowanceNote({ allowance, item, points }: Props) {
  const { fall, because } = wordsOf(allowance, item, points);
  return (
    <Card>
      <View className={allowance.value ? 'allowance-left' : 'allowance-unknown'}>{fall}</View>
      <View className="allowance-because">{because}</View>
    </Card>
  );
}
