import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import './counter.scss';

type Props = {
  name: string;
  unit: string;
  count: number;
  mayAdd: boolean;
  onChange: (count: number) => void;
};

/** How many of something; the first tap takes one. */
export function Counter({ name, unit, count, mayAdd, onChange }: Props) {
  if (count === 0) {
    return (
      <Tap
        className="counter-take"
        label={`换1${unit}${name}`}
        disabled={!mayAdd}
        onTap={() => onChange(1)}
      >
        换
      </Tap>
    );
  }
  return (
    <View className="counter">
      <Tap className="counter-button" label={`少1${unit}${name}`} onTap={() => onChange(count - 1)}>
        <Icon name="minus" tone="green" />
      </Tap>
      <View className="counter-count" aria-live="polite">
        {count}
      </View>
      <Tap
        className="counter-button"
        label={`多1${unit}${name}`}
        disabled={!mayAdd}
        onTap={() => onChange(count + 1)}
      >
        <Icon name="plus" tone="green" />
      </Tap>
    </View>
  );
}
