import { View } from '@tarojs/components';
import { openPage } from '../../client/open-page';
import { useSession } from '../../client/session';
import { useCall } from '../../client/use-call';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { RecordLine, type RecordLineOf } from '../../components/record-line';
import { isRefused } from '../../components/record-look';
import { SectionHead } from '../../components/section-head';
import { listRecords } from '../../contracts/records';
import { dayMs } from '../../domain/kernel/time';
import './refused.scss';

/** As long as the deed may be told again. */
const inSightMs = 30 * dayMs;
const mostShown = 5;

const ask = () => openPage('/packages/record/supervisors/index');

function One({ record }: { record: RecordLineOf }) {
  const again = () => openPage(`/packages/record/declare/index?recordId=${record.recordId}`);
  return (
    <Card flush>
      <RecordLine record={record} />
      <View className="refused-buttons">
        <Button className="refused-button" onTap={ask}>
          找监委会
        </Button>
        {!record.byCadre && (
          <Button className="refused-button" tone="outline" onTap={again}>
            改好再报
          </Button>
        )}
      </View>
    </Card>
  );
}

/** What was not agreed to lately, with its reason and both ways on. */
export function Refused() {
  const acts = useSession((session) => session.proxy !== null);
  const own = useCall(listRecords, { view: 'own' });
  const sinceMs = Date.now() - inSightMs;
  const refused = (own.value?.records ?? [])
    .filter(({ state, recordedAtMs }) => isRefused(state) && recordedAtMs > sinceMs)
    .slice(0, mostShown);
  // What is shown around it is of whom one acts for.
  if (acts) return null;
  return (
    <View>
      {refused.length > 0 && <SectionHead title="没通过的" />}
      {refused.map((record) => (
        <One key={record.recordId} record={record} />
      ))}
    </View>
  );
}
