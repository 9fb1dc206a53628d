import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { todayByServer } from '../../../client/server-clock';
import { usePageParams } from '../../../client/use-page-params';
import { type Pages, usePages } from '../../../client/use-pages';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { NotSentLine } from '../../../components/not-sent-line';
import { Page } from '../../../components/page';
import { RecordLine, type RecordLineOf } from '../../../components/record-line';
import { isRefused } from '../../../components/record-look';
import { listRecords } from '../../../contracts/records';
import { dayOf } from '../../../domain/kernel/time';
import './index.scss';

/** About a screen of lines. */
const recordsAtOnce = 6;

function recordAgain({ recordId }: RecordLineOf, villageId: string | undefined): void {
  const village = villageId === undefined ? '' : `&villageId=${villageId}`;
  openPage(`/packages/record/record/index?recordId=${recordId}${village}`);
}

/** Those of today, the newest first; older ones end the list. */
function ofToday({ rows, ...rest }: Pages<unknown, RecordLineOf>) {
  const today = todayByServer();
  const shown = rows.filter(({ recordedAtMs }) => dayOf(recordedAtMs) >= today);
  return { ...rest, rows: shown, more: rest.more && shown.length === rows.length };
}

/** What somebody recorded today, and where each of it stands. */
export default function MinePage() {
  const { villageId } = usePageParams();
  const view = 'recorded-by-me' as const;
  const pages = usePages({
    contract: listRecords,
    first: { view },
    rowsOf: ({ records }) => records,
    keyOf: ({ recordId }) => recordId,
    after: (_row, { next }) => ({ view, ...(next !== null && { after: next }) }),
  });
  const shown = ofToday(pages);
  return (
    <Page title="今天记的">
      <NotSentLine />
      <Loaded call={pages.first} lines={3}>
        {() => (
          <View>
            {shown.rows.length === 0 && (
              <EmptyState icon="list" text="今天还没有交上的。" hint="以前记的,在“公开”里看。" />
            )}
            <Card flush>
              <Growing
                groups={[{ key: 'mine', rows: shown.rows }]}
                keyOf={({ recordId }) => recordId}
                atOnce={recordsAtOnce}
                lined
              >
                {(record) => (
                  <View className="mine-one">
                    <RecordLine record={record} withHousehold />
                    {isRefused(record.state) && (
                      <View className="mine-again">
                        <Button tone="outline" onTap={() => recordAgain(record, villageId)}>
                          改好再记
                        </Button>
                      </View>
                    )}
                  </View>
                )}
              </Growing>
            </Card>
            <MoreButton pages={shown} label="看今天更早的" />
          </View>
        )}
      </Loaded>
    </Page>
  );
}
