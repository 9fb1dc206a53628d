import { View } from '@tarojs/components';
import { Line } from '../../components/line';
import { StateTag } from '../../components/state-tag';
import type { StockLine } from './stock-move';

type Props = { line: StockLine; onTap: (() => void) | undefined };

/** One kind of goods: how many stand there, how many of them are promised. */
export function StockLineRow({ line, onTap }: Props) {
  const { name, unit, onHand, held, safetyStock, points, low } = line;
  const free = Math.max(0, onHand - held);
  return (
    <Line
      title={name}
      note={
        <>
          <View>
            架上 {onHand} {unit}
            {held > 0 && `,留给下单的 ${held}`},还能换 {free}
          </View>
          <View>
            一{unit} {points} 分 · 剩 {safetyStock} {unit}就该进货
          </View>
        </>
      }
      extra={low ? <StateTag tone="stopped" word={free === 0 ? '没货了' : '快没了'} /> : undefined}
      label={onTap ? `${name},记进货、报损或盘点` : undefined}
      onTap={onTap}
    />
  );
}
