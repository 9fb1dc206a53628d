import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { usePageParams } from '../../../client/use-page-params';
import { useScanned } from '../../../client/use-scanned';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import type { ValueOf } from '../../../contracts/contract';
import { confirmProxy, readProxy } from '../../../contracts/proxy';
import { calledBy } from '../../../domain/kernel/names';
import { helperWords } from '../../../domain/people/proxy-words';
import { readProxyText } from '../proxy-text';
import { TypedCode } from '../typed-code';
import './confirm.scss';

type Visit = ValueOf<typeof readProxy>;

const helperOf = ({ as, helperNumber }: Visit) =>
  helperNumber === null ? helperWords[as] : `${helperWords[as]}(${helperNumber}号户)`;

function Question({ visit }: { visit: Visit }) {
  return (
    <Card>
      <View className="confirm-title">
        {calledBy(visit.householdNumber, visit.householdName)} 的人在您旁边吗?
      </View>
      <View>{helperOf(visit)}要替这一户办 30 分钟的事:申报、换东西、取货、提异议。</View>
      <View className="confirm-note">
        看见这一户的人本人在场、愿意让他办,再点确认。您确认过,会记在这一户的页面上。
      </View>
    </Card>
  );
}

const done = (
  <EmptyState icon="check" text="您确认过了。" hint="现在可以代办了,30 分钟后自己结束。" />
);
const over = (
  <EmptyState
    icon="clock"
    text="这次代办已经结束,或过了 10 分钟。"
    hint="请帮忙的人再扫一次户码卡。"
  />
);

function Confirm({ proxyId }: { proxyId: string }) {
  const visit = useCall(readProxy, { proxyId });
  const { run, busy, error } = useCommand(confirmProxy);
  const confirm = async () => {
    await run({ proxyId });
    visit.reload();
  };
  const { value } = visit;
  const waits = value?.state === 'asked' && value.leftMs > 0;
  return (
    <Page
      title="作证"
      primary={waits ? { label: '在场,我确认', onTap: confirm, busy } : undefined}
      bottom={waits && <ErrorNote error={error} />}
    >
      <Loaded call={visit} lines={2}>
        {(there) => {
          if (there.state === 'running') return done;
          return waits ? <Question visit={there} /> : over;
        }}
      </Loaded>
    </Page>
  );
}

/** For whoever stands beside: scans the helper's code, and says on their own phone what is so. */
export default function ConfirmPage() {
  const given = usePageParams().proxyId ?? null;
  const [scanned, setScanned] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const { scan, scanning } = useScanned((text) => {
    const proxyId = readProxyText(text);
    setWrong(proxyId === null);
    setScanned(proxyId);
  });
  const proxyId = scanned ?? given;
  if (proxyId) return <Confirm key={proxyId} proxyId={proxyId} />;
  return (
    <Page title="作证" primary={{ label: '扫对方手机上的码', onTap: scan, busy: scanning }}>
      <EmptyState
        icon="check"
        text="邻居没有手机,请村干部或超市的人代办时,要在场的另一个人作证。"
        hint="您看见本人在场,就扫代办的人手机上的码,用自己的手机确认。"
      />
      <View>
        {wrong && <View className="confirm-wrong">这不是代办的码。请对方在“代办”里再出示。</View>}
      </View>
      <TypedCode />
    </Page>
  );
}
