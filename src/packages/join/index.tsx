import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useSession } from '../../client/session';
import { isUndecided } from '../../client/trouble';
import { useCall } from '../../client/use-call';
import { usePageParams } from '../../client/use-page-params';
import { Card } from '../../components/card';
import { ErrorState } from '../../components/error-state';
import { Line } from '../../components/line';
import { Page } from '../../components/page';
import { RemindMe } from '../../components/remind-me';
import { Skeleton } from '../../components/skeleton';
import { VillageChoice } from '../../components/village-choice';
import { readVillage } from '../../contracts/people';
import { JoinForm } from './join-form';
import { Joined } from './joined';
import { Waiting } from './waiting';

/** @param asked the village whose code was scanned, if one was, else the one that is looked at */
function ChooseAndFill({ asked }: { asked: string | undefined }) {
  const looked = useSession((session) => session.village?.villageId);
  const [villageId, setVillageId] = useState(asked ?? looked ?? null);
  const village = useCall(readVillage, villageId ? { villageId } : null);
  if (villageId === null) {
    return (
      <Page title="加入本村">
        <VillageChoice onChoose={(chosen) => setVillageId(chosen.villageId)} />
      </Page>
    );
  }
  if (village.value === null) {
    return (
      <Page title="加入本村">
        {village.error ? (
          <ErrorState error={village.error} onRetry={village.reload} />
        ) : (
          <Skeleton />
        )}
        {village.error && !isUndecided(village.error) && (
          <VillageChoice onChoose={(chosen) => setVillageId(chosen.villageId)} />
        )}
      </Page>
    );
  }
  return (
    <JoinForm village={village.value}>
      <Card flush>
        <Line
          icon="house"
          title={village.value.name}
          note={village.value.townName}
          extra="换一个"
          onTap={() => setVillageId(null)}
        />
      </Card>
    </JoinForm>
  );
}

export default function JoinPage() {
  const { villageId } = usePageParams();
  const { state, error, me, waitingJoin, refresh } = useSession();
  useEffect(() => {
    refresh();
  }, [refresh]);
  const toPoints = () => Taro.switchTab({ url: '/pages/points/index' });
  const toBoard = () => Taro.switchTab({ url: '/pages/board/index' });
  if (me) {
    return (
      <Page title="加入本村" primary={{ label: '看我家的积分', onTap: toPoints }}>
        <Joined me={me} />
      </Page>
    );
  }
  if (waitingJoin) {
    return (
      <Page title="加入本村" primary={{ label: '先看公开栏', onTap: toBoard }}>
        <Waiting waiting={waitingJoin} onCheck={refresh} />
        <RemindMe title="有结果了提醒我" about={['result']} />
      </Page>
    );
  }
  if (state !== 'ready') {
    return (
      <Page title="加入本村">
        {state === 'failed' && error ? (
          <ErrorState error={error} onRetry={refresh} />
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  }
  return <ChooseAndFill asked={villageId} />;
}
