import { View } from '@tarojs/components';
import { useServerClock } from '../../../client/server-clock';
import { Card } from '../../../components/card';
import { dayInWords, dayOf } from '../../../domain/kernel/time';

function spanInWords(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes < 90) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
}

/** `这部手机的钟快了 2 天,今天是 11月30日。`; null where the clock is right, or nobody can tell. */
export function clockInWords(aheadMs: number | null, nowMs: number): string | null {
  if (!aheadMs) return null;
  const today = dayOf(nowMs - aheadMs);
  const off = `这部手机的钟${aheadMs > 0 ? '快' : '慢'}了 ${spanInWords(aheadMs)}`;
  const what = today === dayOf(nowMs) ? '' : `,今天是 ${dayInWords(today)}`;
  return `${off}${what}。日子按准的算;请到手机设置里把时间改成自动。`;
}

/** Said where a day is chosen: a wrong clock would offer the wrong one. */
export function ClockNote() {
  const words = clockInWords(
    useServerClock(({ aheadMs }) => aheadMs),
    Date.now(),
  );
  return <View>{words !== null && <Card tone="red">{words}</Card>}</View>;
}
