import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing } from '../../components/growing';
import { Line } from '../../components/line';
import { Loaded } from '../../components/loaded';
import { NotSentLine } from '../../components/not-sent-line';
import { RecordLine } from '../../components/record-line';
import { RemindMe } from '../../components/remind-me';
import { SectionHead } from '../../components/section-head';
import { readAccount } from '../../contracts/ledger';
import { FreezeCard } from './freeze';
import { Purses } from './purses';
import { Refused } from './refused';
import { Statement } from './statement';

/** About a screen of lines. */
const recordsAtOnce = 8;

const toPrint = () => {
  openPage('/packages/print/statement/index');
};

const toBook = () => {
  openPage('/packages/books/account/index');
};

/** A household's points: the purses, what is on its way, what stands in the book. */
export function Account() {
  const account = useCall(readAccount, {});
  return (
    <>
      <NotSentLine />
      <Loaded call={account} lines={2}>
        {(value) => (
          <>
            <Purses account={value} />
            {value.lapse && <RemindMe title="分快到期时提醒我" about={['lapsing']} />}
            <SectionHead title="还没入账" />
            {value.pending.length === 0 ? (
              <EmptyState text="没有在等的。" hint="做了好事,点下面的“记一件好事”。" />
            ) : (
              <Card flush>
                <Growing
                  groups={[{ key: 'pending', rows: value.pending }]}
                  keyOf={({ recordId }) => recordId}
                  atOnce={recordsAtOnce}
                  lined
                >
                  {(record) => <RecordLine record={record} />}
                </Growing>
              </Card>
            )}
          </>
        )}
      </Loaded>
      <Refused />
      {account.state !== 'failed' && (
        <>
          <Card flush>
            <Line icon="printer" title="打印积分明细" note="选一段日子,印成 PDF" onTap={toPrint} />
            <Line icon="seal" title="查我家的账" note="一笔一笔,改没改过" onTap={toBook} />
          </Card>
          <View>{account.value?.frozen === null && <FreezeCard onDone={account.reload} />}</View>
          <Statement />
        </>
      )}
    </>
  );
}
