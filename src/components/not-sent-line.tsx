import { View } from '@tarojs/components';
import { openPage } from '../client/open-page';
import { notSentCount, useOutbox } from '../client/outbox';
import { Card } from './card';
import { Line } from './line';

/** Stands first where something is only on this phone yet. */
export function NotSentLine() {
  const count = notSentCount(useOutbox((outbox) => outbox.items));
  return (
    // A place of its own: when the line goes, the page below it is not sent again.
    <View>
      {count > 0 && (
        <Card flush tone="blue">
          <Line
            icon="upload"
            title={`本机有 ${count} 条没上传`}
            note="没上传的还不算记分。"
            extra="看看"
            onTap={() => openPage('/packages/record/outbox/index')}
          />
        </Card>
      )}
    </View>
  );
}
