import { View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { type PerUnit, unitsInWords } from '../../../domain/scheme/score';
import './stepper.scss';

type Props = { value: number; standard: PerUnit; onChange: (value: number) => void };

/** How many, from one share to the most, in what people count, by two large buttons. */
export function Stepper({ value, standard, onChange }: Props) {
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
        {unitsInWords(value, standard)}
      </View>
      <Tap
        className="stepper-button"
        label="多一点"
        disabled={value >= standard.maximumUnits}
        onTap={() => onChange(value + 1)}
      >
        <Icon name="plus" tone="green" />
      </Tap>
    </View>
  );
}
