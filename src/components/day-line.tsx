import { Picker, View } from '@tarojs/components';
import { dayInWords, yearOf } from '../domain/kernel/time';
import { aria } from './aria';
import { Icon } from './icon';
import './day-line.scss';

type Props = {
  label: string;
  day: string;
  /** The last day that can be chosen. */
  today: string;
  /** The first one; a day to come where it is about what begins. */
  earliest?: string;
  onChoose: (day: string) => void;
};

/** Nothing was written here before. */
const earliestDay = '2022-01-01';

/** One end of a period, chosen from a calendar. */
export function DayLine({ label, day, today, earliest = earliestDay, onChoose }: Props) {
  const words = `${yearOf(day)}年${dayInWords(day)}`;
  return (
    <Picker
      mode="date"
      value={day}
      start={earliest}
      end={today}
      onChange={({ detail }) => onChoose(detail.value)}
    >
      <View className="day-line" {...aria('button', `${label} ${words}`)}>
        <View className="day-line-words">{label}</View>
        <View>{words}</View>
        <Icon name="down" />
      </View>
    </Picker>
  );
}
