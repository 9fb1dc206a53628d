import { View } from '@tarojs/components';
import { useState } from 'react';
import { openOrder } from '../../client/open-order';
import { Icon } from '../../components/icon';
import { PointsNumber } from '../../components/points-number';
import { openRecord } from '../../components/record-line';
import { Tap } from '../../components/tap';
import { dayInWords } from '../../domain/kernel/time';
import type { StatementEvent } from '../../domain/ledger/statement-events';
import './statement-row.scss';

function Why({ event }: { event: StatementEvent }) {
  const [newest] = event.lines;
  if (!newest) return null;
  const { recordId, orderId, spendableAfter, honourAfter } = newest;
  // What came first stands first, each with its day where there was more than one.
  const steps = [...event.lines].reverse();
  return (
    <View className="statement-why">
      {steps.map(({ sequence, day, kind, why }) => (
        <View key={sequence}>
          {steps.length > 1 && (
            <View className="statement-why-step">
              {dayInWords(day)} {kind}
            </View>
          )}
          {why.map((sentence) => (
            <View key={sentence} className="statement-why-sentence">
              {sentence}
            </View>
          ))}
        </View>
      ))}
      <View className="statement-why-sentence">
        记完这一笔:兑换分 {spendableAfter} 分,荣誉分 {honourAfter} 分。
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

/** What it did to each purse, in the purse's own colour. */
function Changes({ event }: { event: StatementEvent }) {
  const { spendable, honour } = event;
  return (
    <View className="statement-row-changes">
      {spendable !== 0 && (
        <View className="statement-row-change">
          <View className="statement-row-purse">兑换</View>
          <PointsNumber points={spendable} signed />
        </View>
      )}
      {honour !== 0 && (
        <View className="statement-row-change">
          <View className="statement-row-purse">荣誉</View>
          <PointsNumber points={honour} signed tone="honour" />
        </View>
      )}
    </View>
  );
}

/** One event of the account book, which explains itself when asked. */
export function StatementRow({ event }: { event: StatementEvent }) {
  const [open, setOpen] = useState(false);
  const { title, note } = event;
  return (
    <View className="statement-row">
      <View className="statement-row-head">
        <View className="statement-row-words">
          <View>{title}</View>
          <View className="statement-row-note">{note}</View>
          <Tap
            className="statement-row-why"
            label={open ? '收起' : `${title},为什么`}
            onTap={() => setOpen(!open)}
          >
            {open ? '收起' : '为什么'}
          </Tap>
        </View>
        <Changes event={event} />
      </View>
      {open && <Why event={event} />}
    </View>
  );
}
