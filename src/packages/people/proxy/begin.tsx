import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { useScanned } from '../../../client/use-scanned';
import { BottomButton } from '../../../components/bottom-button';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import { beginProxy } from '../../../contracts/proxy';
import { looksLikeACard, readCardText } from '../../../domain/people/household-card';
import { TypedCode } from '../typed-code';
import './proxy.scss';

const isPin = (text: string) => /^\d{4,6}$/.test(text);
const steps = [
  '1. 扫这一户的户码卡。',
  '2. 请他自己按密码;没有密码,就请在场的另一个人用自己的手机确认。',
  '3. 30 分钟里,您办的都算这一户自己的。他家里看得到是谁代办的。',
];

/** Null where it is no card of ours. */
function numberOf(cardText: string): number | null {
  try {
    return readCardText(cardText).householdNumber;
  } catch {
    return null;
  }
}

function useBegin(cardText: string, onAsked: (proxyId: string) => void) {
  const { run, busy, error, clearError } = useCommand(beginProxy);
  const begin = async (pin?: string) => {
    const answer = await run({ cardText, ...(pin !== undefined && { pin }) });
    if (!answer.ok) return;
    if (answer.value.state === 'running') await useSession.getState().refresh();
    else onAsked(answer.value.proxyId);
  };
  return { begin, busy, error, clearError };
}

type WithCard = { cardText: string; onAsked: (proxyId: string) => void; onAnother: () => void };

function BeginWith({ cardText, onAsked, onAnother }: WithCard) {
  const [pin, setPin] = useState('');
  const { begin, busy, error, clearError } = useBegin(cardText, onAsked);
  const type = (text: string) => {
    clearError();
    setPin(text);
  };
  const withPin = () => {
    setPin('');
    begin(pin);
  };
  const bottom = (
    <BottomButton label="密码对了就开始" onTap={withPin} busy={busy} disabled={!isPin(pin)}>
      <ErrorNote error={error} />
    </BottomButton>
  );
  return (
    <Page title="代办" bottom={bottom}>
      <Card flush>
        <Line icon="house" title={`${numberOf(cardText)}号户`} extra="换一张卡" onTap={onAnother} />
      </Card>
      <Field
        label="请这一户的人自己按密码"
        type="number"
        secret
        value={pin}
        onInput={type}
        maximumLength={6}
        placeholder="4 到 6 个数"
        hint="密码不要念出来,也不要替他记。"
      />
      <View className="proxy-or">
        <Button tone="outline" busy={busy} onTap={() => begin()}>
          没有密码,请在场的人确认
        </Button>
      </View>
    </Page>
  );
}

type Props = { cardText: string | null; onAsked: (proxyId: string) => void };

/** First the card: scanned here, or at the counter. */
export function Begin({ cardText, onAsked }: Props) {
  const [shown, show] = useState(cardText);
  const [wrong, setWrong] = useState(false);
  const { scan, scanning } = useScanned((text) => {
    const isCard = looksLikeACard(text) && numberOf(text) !== null;
    setWrong(!isCard);
    if (isCard) show(text);
  });
  if (shown && numberOf(shown) !== null) {
    return <BeginWith cardText={shown} onAsked={onAsked} onAnother={() => show(null)} />;
  }
  return (
    <Page title="代办" primary={{ label: '扫户码卡', onTap: scan, busy: scanning }}>
      <Card>
        {steps.map((step) => (
          <View key={step} className="proxy-step">
            {step}
          </View>
        ))}
      </Card>
      <View className="proxy-hint">自己家和近亲属家的不能代办,请另一位来。</View>
      <View>{wrong && <View className="proxy-wrong">这不是户码卡。请扫卡上的方码。</View>}</View>
      <TypedCode />
    </Page>
  );
}
