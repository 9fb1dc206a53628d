import { View } from '@tarojs/components';
import { useSession } from '../../client/session';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { Skeleton } from '../../components/skeleton';
import { dayInWords, dayOf } from '../../domain/kernel/time';

/** Instead of an account while there is none: not known yet, waiting, or not joined. */
export function NotJoined() {
  const { state, error, waitingJoin, refresh } = useSession();
  if (state === 'loading') return <Skeleton lines={3} />;
  if (state === 'failed' && error) return <ErrorState error={error} onRetry={refresh} />;
  if (waitingJoin) {
    const { villageName, householdNumber, askedAtMs } = waitingJoin;
    return (
      <Card tone="blue">
        <View>
          {dayInWords(dayOf(askedAtMs))}申请加入{villageName} {householdNumber}号户,等村里同意。
        </View>
        <View>同意后,这里能看到您家的积分。</View>
      </Card>
    );
  }
  return (
    <EmptyState icon="house" text="加入本村后,这里能看到您家的积分。" hint="扫村口的码就能加入。" />
  );
}
