import { View } from '@tarojs/components';
import { useOpening } from '../client/open-scene';
import { Card } from './card';
import { ErrorNote } from './error-state';
import { Line } from './line';

/** Why a scanned code or a card from a chat did not open; what it was for is not lost. */
export function OpeningNote() {
  const { error, again } = useOpening();
  return (
    // A place of its own: when the note goes, the page below it is not sent again.
    <View>
      <ErrorNote error={error} />
      {again && (
        <Card flush>
          <Line icon="scan" title="再打开一次" note="刚才扫的还记着" onTap={again} />
        </Card>
      )}
    </View>
  );
}
