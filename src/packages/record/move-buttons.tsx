import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import './move-buttons.scss';
import type { Move } from './moves';

/** What may be done with the record now, side by side; the usual one is the green one. */
export function MoveButtons({
  moves,
  onChoose,
}: {
  moves: Move[];
  onChoose: (move: Move) => void;
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
