import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Tap } from './tap';
import './chips.scss';

type Choice = { id: string; label: string };
type Props = {
  choices: readonly Choice[];
  chosen: string | null;
  onChoose: (id: string) => void;
};

/** One of a few: each a button with its words, the chosen one with a tick. */
export function Chips({ choices, chosen, onChoose }: Props) {
  return (
    <View className="chips">
      {choices.map(({ id, label }) => (
        <Tap
          key={id}
          className={id === chosen ? 'chip chip-chosen' : 'chip'}
          selected={id === chosen}
          onTap={() => onChoose(id)}
        >
          {id === chosen && <Icon name="check" tone="green" />}
          <View>{label}</View>
        </Tap>
      ))}
    </View>
  );
}
