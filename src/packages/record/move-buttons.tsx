import { Button } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { aria } from '../../components/aria';
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
          size="xlarge"
          shape="square"
          type={move.tone === 'primary' ? 'primary' : 'default'}
          onClick={() => onChoose(move)}
          {...aria('button')}
        >
          {move.label}
        </Button>
      ))}
    </View>
  );
}
