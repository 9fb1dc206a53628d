import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Tap } from '../../components/tap';
import './choices.scss';

type Choice<Id extends string> = { id: Id; label: string };
type Props<Id extends string> = {
  choices: readonly Choice<Id>[];
  chosen: string | null;
  onChoose: (id: Id) => void;
};

/** A few short answers side by side, of which one holds. */
export function Choices<Id extends string>({ choices, chosen, onChoose }: Props<Id>) {
  return (
    <View className="choices">
      {choices.map(({ id, label }) => (
        <Tap
          key={id}
          className={classes('choice', id === chosen && 'choice-chosen')}
          selected={id === chosen}
          onTap={() => onChoose(id)}
        >
          {label}
        </Tap>
      ))}
    </View>
  );
}
