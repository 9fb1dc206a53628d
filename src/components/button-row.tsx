import { View } from '@tarojs/components';
import { Button } from './button';
import './button-row.scss';

type Choice = {
  words: string;
  onTap: () => void;
  /** The one that most will want has a frame. */
  usual?: boolean;
  /** What a screen reader says instead of the words. */
  label?: string;
};

/** What may be done about a card, side by side below it. */
export function ButtonRow({ choices }: { choices: readonly Choice[] }) {
  return (
    <View className="button-row">
      {choices.map(({ words, onTap, usual, label }) => (
        <Button
          key={words}
          className="button-row-button"
          tone={usual ? 'outline' : 'plain'}
          label={label}
          onTap={onTap}
        >
          {words}
        </Button>
      ))}
    </View>
  );
}
