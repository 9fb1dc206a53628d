import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useSession } from '../../client/session';
import { usePageParams } from '../../client/use-page-params';
import { ErrorState } from '../../components/error-state';
import { Page } from '../../components/page';
import { RemindMe } from '../../components/remind-me';
import { Skeleton } from '../../components/skeleton';
import { Joined } from './joined';
import { Waiting } from './waiting';
import { WaitingEntry } from './waiting-entry';
import { Ways } from './ways';

export default function JoinPage() {
  const { villageId } = usePageParams();
  const { state, error, me, waitingJoin, waitingEntry, refresh } = useSession();
  const [otherWay, setOtherWay] = useState(false);
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
  if (waitingEntry && !otherWay) {
    return (
      <Page title="加入本村" primary={{ label: '先看公开栏', onTap: toBoard }}>
        <WaitingEntry waiting={waitingEntry} onCheck={refresh} onOther={() => setOtherWay(true)} />
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
  return <Ways asked={villageId} />;
}
