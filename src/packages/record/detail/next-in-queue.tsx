import { View } from '@tarojs/components';
import { goBack, replacePage } from '../../../client/open-page';
import { useCall } from '../../../client/use-call';
import { BottomButton } from '../../../components/bottom-button';
import { listRecords } from '../../../contracts/records';
import './next-in-queue.scss';
import type { QueueView } from './queue';

const toWork = () => replacePage('/packages/work/queue/index');

/** After a decision: on to the next one that waits, or back when all is done. */
export function NextInQueue({ queue, doneId }: { queue: QueueView; doneId: string }) {
  const { value } = useCall(listRecords, { view: queue });
  if (value === null) return null;
  const waiting = value.records.filter((record) => record.recordId !== doneId);
  const [next] = waiting;
  if (!next) {
    return (
      <BottomButton label="回去" onTap={() => goBack(toWork)}>
        <View className="next-in-queue">这一类都办完了。</View>
      </BottomButton>
    );
  }
  const query = `recordId=${next.recordId}&queue=${queue}`;
  const open = () => replacePage(`/packages/record/detail/index?${query}`);
  const count = value.more ? `${waiting.length} 条以上` : `${waiting.length} 条`;
  return <BottomButton label={`看下一条(还有 ${count})`} onTap={open} />;
}
