import { usePages } from '../../client/use-pages';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing } from '../../components/growing';
import { Loaded } from '../../components/loaded';
import { MoreButton } from '../../components/more-button';
import { SectionHead } from '../../components/section-head';
import { readStatement } from '../../contracts/ledger';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import { eventsOf } from '../../domain/ledger/statement-events';
import { StatementRow } from './statement-row';
import { groupByDay } from './statement-words';

/** About a screen of lines. */
const linesAtOnce = 10;

/** What stands in the account book, told as events, newest day first. */
export function Statement() {
  const pages = usePages({
    contract: readStatement,
    first: {},
    rowsOf: (value) => value.lines,
    keyOf: (line) => line.sequence,
    after: (line) => ({ before: line.sequence }),
  });
  const today = dayOf(Date.now());
  return (
    <Loaded
      call={pages.first}
      lines={2}
      isEmpty={(value) => value.lines.length === 0}
      empty={
        <>
          <SectionHead title="已入账" />
          <EmptyState text="还没有入账的分。" hint="公示期满、没有异议,就会记在这里。" />
        </>
      }
    >
      {() => (
        <>
          <Growing
            groups={groupByDay(eventsOf(pages.rows)).map(({ day, events }) => ({
              key: day,
              rows: events,
              frame: (rows) => (
                <>
                  <SectionHead title={`已入账 · ${dayInWords(day, today)}`} />
                  <Card flush>{rows}</Card>
                </>
              ),
            }))}
            keyOf={({ sequence }) => String(sequence)}
            atOnce={linesAtOnce}
            lined
          >
            {(event) => <StatementRow event={event} />}
          </Growing>
          <MoreButton pages={pages} label="看更早的" />
        </>
      )}
    </Loaded>
  );
}
