import { View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { QrCode } from '../../../components/qr-code';
import type { ValueOf } from '../../../contracts/contract';
import { readProxy } from '../../../contracts/proxy';
import { calledBy } from '../../../domain/kernel/names';
import { writeProxyText } from '../proxy-text';
import './proxy.scss';

type Visit = ValueOf<typeof readProxy>;

const lookAgainEveryMs = 3_000;

function Code({ proxyId, visit }: { proxyId: string; visit: Visit }) {
  const whose = calledBy(visit.householdNumber, visit.householdName);
  return (
    <Card className="proxy-code">
      <View className="proxy-code-title">替 {whose} 代办</View>
      <QrCode text={writeProxyText(proxyId)} label="给在场的人扫的码" />
      <View>请在场的另一个人打开“我的 › 作证”扫这个码,10 分钟内确认。</View>
      <View>不能是您家里的人、您的近亲,也不能是这一户的人。</View>
    </Card>
  );
}

type Props = { proxyId: string; onGone: () => void };

/** Shows the code to whoever stands there; goes on by itself once they have confirmed. */
export function Asked({ proxyId, onGone }: Props) {
  const visit = useCall(readProxy, { proxyId });
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const { value, reload } = visit;
  const waits = value === null || (value.state === 'asked' && value.leftMs > 0);
  useEffect(() => {
    if (!waits || !shown) return;
    const looking = setInterval(reload, lookAgainEveryMs);
    return () => clearInterval(looking);
  }, [waits, shown, reload]);
  const state = value?.state;
  useEffect(() => {
    if (state === 'running') useSession.getState().refresh();
  }, [state]);
  return (
    <Page title="等人确认" {...(!waits && { primary: { label: '再扫一次户码卡', onTap: onGone } })}>
      <Loaded call={visit} lines={3}>
        {(there) =>
          waits ? (
            <>
              <Code proxyId={proxyId} visit={there} />
              <View className="proxy-or">
                <Button onTap={onGone}>不等了</Button>
              </View>
            </>
          ) : (
            <View className="proxy-hint">过了 10 分钟没人确认。请再扫一次户码卡。</View>
          )
        }
      </Loaded>
    </Page>
  );
}
