import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type ActingFor, useSession } from '../client/session';
import { isUndecided } from '../client/trouble';
import { useCommand } from '../client/use-command';
import { endProxy } from '../contracts/proxy';
import { Button } from './button';
import './proxy-banner.scss';

const lookAgainEveryMs = 10_000;

/** Minutes that are left, by the clock of this phone since the server said so. */
function useMinutesLeft({ untilMs }: ActingFor): number {
  const [nowMs, setNow] = useState(Date.now);
  useEffect(() => {
    const looking = setInterval(() => setNow(Date.now()), lookAgainEveryMs);
    return () => clearInterval(looking);
  }, []);
  return Math.max(0, Math.ceil((untilMs - nowMs) / 60_000));
}

function Running({ proxy }: { proxy: ActingFor }) {
  const { run, busy, error } = useCommand(endProxy);
  const left = useMinutesLeft(proxy);
  const end = async () => {
    const answer = await run({ proxyId: proxy.proxyId });
    if (answer.ok || !isUndecided(answer.error)) await useSession.getState().refresh();
  };
  const time = left > 0 ? `还剩 ${left} 分钟` : '时间到了';
  return (
    <View className="proxy-banner">
      <View className="proxy-banner-words">
        {error ? error.message : `正在替 ${proxy.householdNumber}号户 代办,${time}`}
      </View>
      <Button busy={busy} onTap={end}>
        结束
      </Button>
    </View>
  );
}

/** On every page, so that nobody takes another household's things for their own. */
export function ProxyBanner() {
  const proxy = useSession((session) => session.proxy);
  return <View>{proxy && <Running key={proxy.proxyId} proxy={proxy} />}</View>;
}
