import { View } from '@tarojs/components';
import { Button } from '../button';
import './move-buttons.scss';
import type { Move } from './move';

/** What may be done with it now, side by side; the usual one is the green one. */
export function MoveButtons<State extends string>({
  moves,
  onChoose,
}: {
  moves: Move<State>[];
  onChoose: (move: Move<State>) => void;
}) {
  return (
    <View className="move-buttons">
      {moves.map((move) => (
        <Button
          key={move.key}
          className="move-button"
          tone={move.tone === 'primary' ? 'primary' : 'plain'}
          onTap={() => onChoose(move)}
        >
          {move.label}
        </Button>
      ))}
    </View>
  );
}
