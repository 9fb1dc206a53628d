import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { quarterInWords } from '../../components/days';
import type { ValueOf } from '../../contracts/contract';
import type { readBoard } from '../../contracts/records';
import './quarter-card.scss';

type Board = ValueOf<typeof readBoard>;

function Figure({ value, unit, word }: { value: number; unit: string; word: string }) {
  return (
    <View className="quarter-figure">
      <View className="quarter-value">
        {value}
        {unit}
      </View>
      <View className="quarter-word">{word}</View>
    </View>
  );
}

/** What the quarter came to, in whole numbers, and in which of the eight fields. */
export function QuarterCard({ board: { quarter, byField, schemeVersion } }: { board: Board }) {
  const fields = byField.filter((field) => field.points > 0);
  const most = Math.max(1, ...fields.map((field) => field.points));
  return (
    <Card>
      <View className="quarter-name">{quarterInWords(quarter.name)}</View>
      <View className="quarter-figures">
        <Figure value={quarter.pointsIssued} unit="分" word="已入账" />
        <Figure value={quarter.householdsWithPoints} unit="户" word={`共${quarter.households}户`} />
        <Figure value={quarter.redeemed} unit="分" word="换了货" />
      </View>
      {fields.map((field) => (
        <View key={field.fieldId} className="quarter-field">
          <View className="quarter-field-words">
            <View>{field.name}</View>
            <View className="quarter-field-points">{field.points} 分</View>
          </View>
          <View className="quarter-bar">
            <View
              className="quarter-bar-filled"
              style={{ width: `${Math.round((field.points / most) * 100)}%` }}
            />
          </View>
        </View>
      ))}
      <View className="quarter-word">按第 {schemeVersion} 版评分办法计分</View>
    </Card>
  );
}
