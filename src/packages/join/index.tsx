import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useSession } from '../../client/session';
import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { ErrorState } from '../../components/error-state';
import { Line } from '../../components/line';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { VillageChoice } from '../../components/village-choice';
import { readVillage } from '../../contracts/people';
import { JoinForm } from './join-form';
import { Joined } from './joined';
import { Waiting } from './waiting';

/** The village whose code was scanned, if one was, else the one that is looked at. */
function useAskedVillage() {
  const { params } = useRouter();
  const chosen = useSession((session) => session.village);
  const [villageId, setVillageId] = useState(params.villageId ?? chosen?.villageId ?? null);
  return { villageId, setVillageId };
}

function ChooseAndFill() {
  const { villageId, setVillageId } = useAskedVillage();
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
  return <ChooseAndFill />;
}
