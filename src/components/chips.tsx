import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Tap } from './tap';
import './chips.scss';

type Choice<Id extends string> = { id: Id; label: string };
type Props<Id extends string> = {
  choices: readonly Choice<Id>[];
  chosen: string | null;
  onChoose: (id: Id) => void;
};

/** One of a few: each a button with its words, the chosen one with a tick. */
export function Chips<Id extends string>({ choices, chosen, onChoose }: Props<Id>) {
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
