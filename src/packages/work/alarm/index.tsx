import { View } from '@tarojs/components';
import { useState } from 'react';
import { placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { StateTag } from '../../../components/state-tag';
import { listSealAlarms } from '../../../contracts/seals';
import { readsBySeat } from '../../../domain/people/offices/seats';
import { AlarmCard } from './alarm-card';
import { type Signing, SignSheet } from './sign-sheet';

function Settled() {
  return (
    <Card tone="green">
      <StateTag tone="done" word="两边都签了" />
      <View>今天夜里接着给账本留底。公开栏上的提醒已经撤下。</View>
    </Card>
  );
}

/** Of one village, or of all of them for the town. */
function Alarms({ villageId, maySign }: { villageId: string | undefined; maySign: boolean }) {
  const alarms = useCall(listSealAlarms, villageId === undefined ? {} : { villageId });
  const [signing, setSigning] = useState<Signing | null>(null);
  const [settled, setSettled] = useState(false);
  const close = () => setSigning(null);
  const signed = async (both: boolean) => {
    close();
    setSettled(both);
    await alarms.reload();
  };
  return (
    <>
      <View>{settled && <Settled />}</View>
      <Loaded
        call={alarms}
        isEmpty={(value) => value.alarms.length === 0 && !settled}
        empty={
          <EmptyState
            icon="check"
            text="现在没有要查的账。"
            hint="夜里留底时会核对一遍,对不上的会出现在这里。"
          />
        }
      >
        {(value) => (
          <>
            {value.alarms.map((alarm) => (
              <AlarmCard
                key={`${alarm.villageId} ${alarm.number}`}
                alarm={alarm}
                onSign={maySign ? (outcome) => setSigning({ alarm, outcome }) : null}
              />
            ))}
          </>
        )}
      </Loaded>
      <View>{signing && <SignSheet signing={signing} onClose={close} onSigned={signed} />}</View>
    </>
  );
}

/** What kept a village from being sealed; one of its supervisors and one of the town sign here. */
export default function AlarmPage() {
  const roles = useSession((session) => session.roles);
  const places = placesOf(roles, 'supervisor').map(({ place }) => place);
  const ofTown = placesOf(roles, 'town-admin').length > 0;
  const readsAll = ofTown || readsBySeat(roles, 'points.list-seal-alarms');
  const mine = readsAll ? [undefined] : places;
  return (
    <Page title="查账签字">
      {mine.length > 0 && (
        <QueueHint>
          每天夜里给全村的账留个底,以后谁改动一笔都看得出来。对不上的时候先不留底,要查清。
        </QueueHint>
      )}
      {mine.map((villageId) => (
        <Alarms
          key={villageId ?? 'town'}
          villageId={villageId}
          maySign={ofTown || places.length > 0}
        />
      ))}
      {mine.length === 0 && (
        <EmptyState
          icon="seal"
          text="账本由村务监督委员会和镇里的人一起查。"
          hint="查账的时候,积分照常记、照常换。"
        />
      )}
    </Page>
  );
}
