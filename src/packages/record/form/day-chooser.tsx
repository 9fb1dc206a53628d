import { Picker, View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Chips } from '../../../components/chips';
import { Icon } from '../../../components/icon';
import { addDays, dayInWords } from '../../../domain/kernel/time';
import './day-chooser.scss';
import { earliestDay } from './deed';

type Props = { day: string; today: string; onChoose: (day: string) => void };

/** The day of the deed: mostly today or yesterday, at most thirty days ago. */
export function DayChooser({ day, today, onChoose }: Props) {
  const near = [
    { id: today, label: '今天' },
    { id: addDays(today, -1), label: '昨天' },
    { id: addDays(today, -2), label: '前天' },
  ];
  const isNear = near.some(({ id }) => id === day);
  return (
    <View>
      <Chips choices={near} chosen={day} onChoose={onChoose} />
      <Picker
        mode="date"
        value={day}
        start={earliestDay(today)}
        end={today}
        onChange={({ detail }) => onChoose(detail.value)}
      >
        <View className={isNear ? 'day-other' : 'day-other day-other-chosen'} {...aria('button')}>
          {!isNear && <Icon name="check" tone="green" />}
          <View className="day-other-words">{isNear ? '选别的日子' : dayInWords(day, today)}</View>
          <Icon name="down" />
        </View>
      </Picker>
    </View>
  );
}
