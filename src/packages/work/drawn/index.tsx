import { placesOf, useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { openRecord, RecordLine, type RecordLineOf } from '../../../components/record-line';
import { listRecords } from '../../../contracts/records';

/** About a screen of lines. */
const recordsAtOnce = 6;
const view = 'drawn-for' as const;

/** Only their own vote; where it still waits a tap opens it, to vote or to step aside. */
function voteInWords({ state, mine }: RecordLineOf): string {
  if (mine?.agreed === true) return '您同意了';
  if (mine?.agreed === false) return '您没有同意';
  return state === 'waiting-review' ? '等您表态,不便评的可以回避' : '您没有表态';
}

function Drawn() {
  const pages = usePages({
    contract: listRecords,
    first: { view },
    rowsOf: ({ records }) => records,
    keyOf: ({ recordId }) => recordId,
    after: (_row, { next }) => ({ view, ...(next !== null && { after: next }) }),
  });
  return (
    <>
      <QueueHint>90 天里抽到您评议的,您怎么表的态,结果怎样。</QueueHint>
      <Loaded
        call={pages.first}
        isEmpty={({ records, more }) => records.length === 0 && !more}
        empty={<EmptyState icon="list" text="还没有抽到您。" hint="抽到了会出现在这里。" />}
      >
        {() => (
          <>
            <Card flush>
              <Growing
                groups={[{ key: view, rows: pages.rows }]}
                keyOf={({ recordId }) => recordId}
                atOnce={recordsAtOnce}
                lined
              >
                {(record) => (
                  <RecordLine
                    record={record}
                    withHousehold
                    step={voteInWords(record)}
                    onTap={() =>
                      openRecord(
                        record.recordId,
                        record.state === 'waiting-review' ? 'to-review' : undefined,
                      )
                    }
                  />
                )}
              </Growing>
            </Card>
            <MoreButton pages={pages} label="看更早的" />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What a member of the panel was drawn for, and what came of it. */
export default function DrawnPage() {
  const roles = useSession((session) => session.roles);
  return (
    <Page title="抽到我评的">
      {placesOf(roles, 'panel').length > 0 ? (
        <Drawn />
      ) : (
        <EmptyState icon="list" text="抽到谁评议,谁在这里看。" hint="评议小组的人才会抽到。" />
      )}
    </Page>
  );
}
