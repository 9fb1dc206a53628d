import { openPage } from '../../client/open-page';
import { notSentCount, useOutbox } from '../../client/outbox';
import { Card } from '../../components/card';
import { Line } from '../../components/line';
import { StateTag } from '../../components/state-tag';

/** What is only on this phone: never out of sight, never mistaken for points. */
export function OutboxLine() {
  const count = useOutbox(({ items }) => notSentCount(items));
  if (count === 0) return null;
  return (
    <Card flush tone="blue">
      <Line
        icon="upload"
        title={`没上传的 ${count} 条`}
        note={<StateTag tone="waiting" word="还没有记分" />}
        onTap={() => {
          openPage('/packages/record/outbox/index');
        }}
      />
    </Card>
  );
}
