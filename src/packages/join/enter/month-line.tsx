import { Picker, View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import '../../../components/day-line.scss';
import { Icon } from '../../../components/icon';

type Props = { month: string; thisMonth: string; onChoose: (month: string) => void };

/** Since which month somebody lives here; `YYYY-MM`, empty until chosen. */
export function MonthLine({ month, thisMonth, onChoose }: Props) {
  const [year, number] = month.split('-');
  const words = month === '' ? '点这里选' : `${year}年${Number(number)}月`;
  return (
    <Picker
      mode="date"
      fields="month"
      value={month || thisMonth}
      start="1930-01"
      end={thisMonth}
      onChange={({ detail }) => onChoose(detail.value.slice(0, 7))}
    >
      <View className="day-line" {...aria('button', `从哪年哪月住在这里 ${words}`)}>
        <View className="day-line-words">从哪年哪月住在这里</View>
        <View>{words}</View>
        <Icon name="down" />
      </View>
    </Picker>
  );
}
