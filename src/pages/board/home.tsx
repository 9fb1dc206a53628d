import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { whilePulledDown } from '../../client/pull-down';
import { useSession } from '../../client/session';
import { badgeOf, useToday } from '../../client/today';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { waitingAt } from '../../components/jobs-of';
import { LargeButton, LargeButtons } from '../../components/large-buttons';
import { Line } from '../../components/line';
import { Skeleton } from '../../components/skeleton';
import { homeOf } from './home-of';

const toMine = () => Taro.switchTab({ url: '/pages/me/index' });

/** `9 件`; `99 多件` where it is no longer counted. */
const countInWords = (badge: string) =>
  badge.endsWith('+') ? `${badge.slice(0, -1)} 多件` : `${badge} 件`;

/** Said above everything, where something waits. */
function WaitingLine() {
  const badge = useToday(({ cards }) => badgeOf(cards ?? []));
  return (
    // A place of its own: when it comes or goes, what is below is not sent again.
    <View>
      {badge !== '' && (
        <Card flush tone="blue">
          <Line icon="clock" title={`等您办的 ${countInWords(badge)}`} onTap={toMine} />
        </Card>
      )}
    </View>
  );
}

/** The first page in large type: what waits, and four ways on. */
export function Home() {
  const session = useSession();
  const { cards, refresh } = useToday();
  usePullDownRefresh(() => whilePulledDown(session.refresh().then(refresh)));
  return (
    <>
      <View>
        <ErrorNote error={session.error} />
      </View>
      <WaitingLine />
      <View>
        {session.state === 'loading' ? (
          <Skeleton lines={4} />
        ) : (
          <LargeButtons>
            {homeOf(session).map(({ title, icon, open, job }) => (
              <LargeButton
                key={title}
                {...{ title, icon }}
                waiting={job && waitingAt(job, cards)}
                onTap={open}
              />
            ))}
          </LargeButtons>
        )}
      </View>
    </>
  );
}
