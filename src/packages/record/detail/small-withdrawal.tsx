import { View } from '@tarojs/components';
import { Tap } from '../../../components/tap';
import type { Move } from '../../../components/workflow/move';
import type { RecordState } from '../../../contracts/records';
import { withdrawalKey } from './moves';
import './small-withdrawal.scss';

type RecordMove = Move<RecordState>;
type Props = { moves: readonly RecordMove[]; onChoose: (move: RecordMove) => void };

/** Small and plain: what takes something back never stands where one goes on. */
export function SmallWithdrawal({ moves, onChoose }: Props) {
  const withdrawal = moves.find(({ key }) => key === withdrawalKey);
  return (
    <View>
      {withdrawal && (
        <Tap className="small-withdrawal" onTap={() => onChoose(withdrawal)}>
          {withdrawal.label}
        </Tap>
      )}
    </View>
  );
}
