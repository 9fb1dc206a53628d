import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { SectionHead } from '../../../components/section-head';
import { StateTag } from '../../../components/state-tag';
import { alarmTitle, sideWords } from '../../../domain/seals/alarm-words';
import { outcomeWords } from '../../../domain/seals/outcome-words';
import type { AlarmOutcome } from '../../../domain/seals/types';
import './alarm-card.scss';
import { type Alarm, foundInWords, howToCheck, nextInWords, sidesOf } from './alarm-words';

const outcomes = ['restored', 'kept'] as const;

/** `onSign` null: who only reads it. */
type Props = { alarm: Alarm; onSign: ((outcome: AlarmOutcome) => void) | null };

/** One village whose books are looked into: what was found, who has signed, what comes next. */
export function AlarmCard({ alarm, onSign }: Props) {
  return (
    <>
      <SectionHead title={alarm.villageName} />
      <Card>
        <View className="alarm-title">{alarmTitle(alarm)}</View>
        <View className="alarm-text">{foundInWords(alarm)}</View>
        <View className="alarm-text">{howToCheck}</View>
        {sidesOf(alarm).map(({ side, words, done }) => (
          <View key={side} className="alarm-side">
            <View>{sideWords[side]}</View>
            <StateTag tone={done ? 'done' : 'waiting'} word={words} />
          </View>
        ))}
        <View className="alarm-text">
          两边都签了,当天夜里接着留底。查账的时候,积分照常记、照常换。
        </View>
        <View>{onSign && <View className="alarm-next">{nextInWords(alarm)}</View>}</View>
        {(onSign ? outcomes : []).map((outcome) => (
          <Button
            key={outcome}
            className="alarm-button"
            tone="outline"
            onTap={() => onSign?.(outcome)}
          >
            {outcomeWords[outcome]}
          </Button>
        ))}
      </Card>
    </>
  );
}
