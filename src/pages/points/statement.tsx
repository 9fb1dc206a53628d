import { usePages } from '../../client/use-pages';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing } from '../../components/growing';
import { Loaded } from '../../components/loaded';
import { MoreButton } from '../../components/more-button';
import { SectionHead } from '../../components/section-head';
import { readStatement } from '../../contracts/ledger';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import { StatementRow } from './statement-row';
import { groupByDay } from './statement-words';

/** About a screen of lines. */
const linesAtOnce = 10;

/** What stands in the account book, newest day first. */
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
            groups={groupByDay(pages.rows).map(({ day, lines }) => ({
              key: day,
              rows: lines,
              frame: (rows) => (
                <>
                  <SectionHead title={`已入账 · ${dayInWords(day, today)}`} />
                  <Card flush>{rows}</Card>
                </>
              ),
            }))}
            keyOf={(line) => String(line.sequence)}
            atOnce={linesAtOnce}
            lined
          >
            {(line) => <StatementRow line={line} />}
          </Growing>
          <MoreButton pages={pages} label="看更早的" />
        </>
      )}
    </Loaded>
  );
}
