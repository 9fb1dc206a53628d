import { View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { unitsInWords } from '../../../domain/scheme/score';
import './stepper.scss';

type Props = { value: number; maximum: number; unit: string; onChange: (value: number) => void };

/** How many, from 1 to a maximum, by two large buttons. */
export function Stepper({ value, maximum, unit, onChange }: Props) {
  return (
    <View className="stepper">
      <Tap
        className="stepper-button"
        label="少一点"
        disabled={value <= 1}
        onTap={() => onChange(value - 1)}
      >
        <Icon name="minus" tone="green" />
      </Tap>
      <View className="stepper-value" aria-live="polite">
        {unitsInWords(value, unit)}
      </View>
      <Tap
        className="stepper-button"
        label="多一点"
        disabled={value >= maximum}
        onTap={() => onChange(value + 1)}
      >
        <Icon name="plus" tone="green" />
      </Tap>
    </View>
  );
}
