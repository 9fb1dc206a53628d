import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../client/open-page';
import { type Me, useSession } from '../../client/session';
import { useCall } from '../../client/use-call';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Loaded } from '../../components/loaded';
import { RecordLine, type RecordLineOf } from '../../components/record-line';
import { isRefused } from '../../components/record-look';
import { SectionHead } from '../../components/section-head';
import { Sheet } from '../../components/sheet';
import { listOffices } from '../../contracts/offices';
import { listRecords } from '../../contracts/records';
import { dayMs } from '../../domain/kernel/time';
import './refused.scss';

/** As long as the deed may be told again. */
const inSightMs = 30 * dayMs;
const mostShown = 5;

/** Who the supervisory committee is, and how to reach them: in person. */
function Supervisors({ villageId }: { villageId: string }) {
  const call = useCall(listOffices, { villageId });
  return (
    <Loaded call={call} lines={1}>
      {({ offices }) => {
        const ours = offices.filter(({ role }) => role === 'supervisor');
        const names = ours.flatMap(({ name }) => name ?? []).join('、');
        return (
          <View className="refused-who">
            <View>
              {names === '' ? '村里还没有登记监委会的人,请问嘎查村委员会。' : `监委会:${names}。`}
            </View>
            <View>当面找,说是哪天的哪一件,他们查得到这一条。</View>
            <View>还是不服,可以打政府热线 12345。</View>
          </View>
        );
      }}
    </Loaded>
  );
}

type OneProps = { record: RecordLineOf; onAsk: () => void };

function One({ record, onAsk }: OneProps) {
  const again = () => openPage(`/packages/record/declare/index?recordId=${record.recordId}`);
  return (
    <Card flush>
      <RecordLine record={record} />
      <View className="refused-buttons">
        <Button className="refused-button" onTap={onAsk}>
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
export function Refused({ me }: { me: Me }) {
  const acts = useSession((session) => session.proxy !== null);
  const own = useCall(listRecords, { view: 'own' });
  const [asking, ask] = useState(false);
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
        <One key={record.recordId} record={record} onAsk={() => ask(true)} />
      ))}
      <Sheet visible={asking} title="找村务监督委员会" onClose={() => ask(false)}>
        <Supervisors villageId={me.villageId} />
      </Sheet>
    </View>
  );
}
