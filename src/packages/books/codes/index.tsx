import { View } from '@tarojs/components';
import { useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { usePages } from '../../../client/use-pages';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { listSeals } from '../../../contracts/seals';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { sealCodeWords } from '../../../domain/seals/seal-code';
import '../books.scss';

/** About a screen of them. */
const sealsAtOnce = 8;

/** What stands on paper is compared with these. */
export default function SealCodesPage() {
  const asked = usePageParams().villageId;
  const own = useSession(({ village }) => village?.villageId);
  const villageId = asked ?? own;
  const pages = usePages({
    contract: listSeals,
    first: villageId === undefined ? null : { villageId },
    rowsOf: ({ seals }) => seals,
    keyOf: ({ day }) => day,
    after: ({ day }) => ({ villageId: villageId ?? '', before: day }),
  });
  const today = dayOf(Date.now());
  if (villageId === undefined) {
    return (
      <Page title="每天的留底号">
        <EmptyState icon="seal" text="先在“公开”里选一个村,再来看。" />
      </Page>
    );
  }
  return (
    <Page title="每天的留底号">
      <View className="books-words">
        {`${sealCodeWords}纸上印着的、您自己抄下的,都可以和这里比一比;不一样,请告诉村务监督委员会和镇里。`}
      </View>
      <Loaded
        call={pages.first}
        lines={4}
        isEmpty={({ seals }) => seals.length === 0}
        empty={<EmptyState icon="seal" text="还没有留过底。" hint="今天夜里第一次留底。" />}
      >
        {() => (
          <>
            <Card flush>
              <Growing
                groups={[{ key: 'seals', rows: pages.rows }]}
                keyOf={({ day }) => day}
                atOnce={sealsAtOnce}
                lined
              >
                {({ day, code, households }) => (
                  <Line
                    title={<View className="books-code">{code}</View>}
                    note={`${dayInWords(day, today)}夜里 · ${households} 户`}
                  />
                )}
              </Growing>
            </Card>
            <MoreButton pages={pages} label="看更早的" />
          </>
        )}
      </Loaded>
    </Page>
  );
}
