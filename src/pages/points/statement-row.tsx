import { View } from '@tarojs/components';
import { useState } from 'react';
import { openOrder } from '../../client/open-order';
import { Icon } from '../../components/icon';
import { PointsNumber } from '../../components/points-number';
import { openRecord } from '../../components/record-line';
import { Tap } from '../../components/tap';
import './statement-row.scss';
import { changesInWords, mainChange, type StatementLine } from './statement-words';

function Why({ line }: { line: StatementLine }) {
  const { why, recordId, orderId } = line;
  return (
    <View className="statement-why">
      {why.map((sentence) => (
        <View key={sentence} className="statement-why-sentence">
          {sentence}
        </View>
      ))}
      <View className="statement-why-sentence">
        记完这一笔:兑换分 {line.spendableAfter} 分,荣誉分 {line.honourAfter} 分。
      </View>
      {recordId && (
        <Tap className="statement-why-link" onTap={() => openRecord(recordId)}>
          看这一条记录
          <Icon name="next" tone="green" />
        </Tap>
      )}
      {orderId && (
        <Tap className="statement-why-link" onTap={() => openOrder(orderId)}>
          看这一单
          <Icon name="next" tone="green" />
        </Tap>
      )}
    </View>
  );
}

/** One line of the account book, which explains itself when asked. */
export function StatementRow({ line }: { line: StatementLine }) {
  const [open, setOpen] = useState(false);
  const change = mainChange(line);
  return (
    <View className="statement-row">
      <View className="statement-row-head">
        <View className="statement-row-words">
          <View>{line.title}</View>
          <View className="statement-row-changes">{changesInWords(line)}</View>
        </View>
        <View className="statement-row-side">
          {change !== null && (
            <PointsNumber points={change} signed tone={change > 0 ? 'gold' : 'text'} />
          )}
          <Tap
            className="statement-row-why"
            label={open ? '收起' : `${line.title},为什么`}
            onTap={() => setOpen(!open)}
          >
            {open ? '收起' : '为什么'}
          </Tap>
        </View>
      </View>
      {open && <Why line={line} />}
    </View>
  );
}
