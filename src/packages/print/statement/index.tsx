import { View } from '@tarojs/components';
import { useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { usePrinting } from '../../../client/printing/use-printing';
import { type Me, useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DayLine } from '../../../components/day-line';
import { EmptyState } from '../../../components/empty-state';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import { PrintedCard, PrintingFoot } from '../../../components/printing-card';
import { Skeleton } from '../../../components/skeleton';
import { printMine } from '../../../contracts/documents';
import { dayInWords, dayOf, yearOf } from '../../../domain/kernel/time';
import { PrintHint } from '../print-hint';
import { type Period, type PeriodName, periodLabels, periodOf } from './periods';

const title = '打印积分明细';
const dayWords = (day: string) => `${yearOf(day)}年${dayInWords(day)}`;

function usePeriod() {
  const today = dayOf(Date.now());
  const [name, choose] = useState<PeriodName>('this-year');
  const [own, setOwn] = useState<Period>(() => periodOf('this-year', today));
  const period = name === 'own' ? own : periodOf(name, today);
  /** Begins with the days that were shown last. */
  const chooseName = (chosen: PeriodName) => {
    if (chosen === 'own') setOwn(period);
    choose(chosen);
  };
  return { today, name, period, chooseName, setOwn };
}

function OwnDays({ today, period, setOwn }: ReturnType<typeof usePeriod>) {
  return (
    <Card flush>
      <DayLine
        label="从哪天"
        day={period.from}
        today={today}
        onChoose={(from) => setOwn((before) => ({ ...before, from }))}
      />
      <DayLine
        label="到哪天"
        day={period.to}
        today={today}
        onChoose={(to) => setOwn((before) => ({ ...before, to }))}
      />
    </Card>
  );
}

function fileName({ householdNumber }: Me, { from, to }: Period): string {
  return `${householdNumber}号户积分明细${from.replace(/-/g, '')}-${to.replace(/-/g, '')}.pdf`;
}

function StatementOf({ me }: { me: Me }) {
  const chosen = usePeriod();
  const { name, period, chooseName } = chosen;
  const { run } = useCommand(printMine);
  const by = usePrinting();
  const print = () =>
    by.start(fileName(me, period), (blanks) =>
      run({ print: { document: 'statement', ...period }, ...(blanks && { blanks }) }),
    );
  return (
    <Page
      title={title}
      primary={{ label: '打印', onTap: print, busy: by.isBusy }}
      bottom={<PrintingFoot by={by} />}
    >
      <PrintedCard by={by} />
      <FormPart label="印哪一段?" hint="每一笔什么时候、为什么、加减了几分,印前印后各有多少。">
        <Chips choices={periodLabels} chosen={name} onChoose={chooseName} />
      </FormPart>
      <View>
        {name === 'own' ? (
          <OwnDays {...chosen} />
        ) : (
          <Card>
            {dayWords(period.from)} 到 {dayWords(period.to)}
          </Card>
        )}
      </View>
      <PrintHint text="纸上有户号、户主的姓和您家的分,给谁看您自己定。只有您家的人能印,村里和镇里也印不了。" />
    </Page>
  );
}

/** A household's own statement, of a period that people have a name for. */
export default function PrintStatementPage() {
  const { me, state } = useSession();
  if (me) return <StatementOf key={me.householdId} me={me} />;
  if (state !== 'ready') {
    return (
      <Page title={title}>
        <Skeleton lines={2} />
      </Page>
    );
  }
  const join = () => replacePage('/packages/join/index');
  return (
    <Page title={title} primary={{ label: '加入本村', onTap: join }}>
      <EmptyState icon="house" text="还没有您家的积分" hint="加入本村以后,就能印您家的积分明细。" />
    </Page>
  );
}
