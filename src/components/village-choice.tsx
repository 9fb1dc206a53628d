import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { DeviceProblem } from '../client/device-problem';
import { openPage } from '../client/open-page';
import { forgetOpening, openScene } from '../client/open-scene';
import { scanCode } from '../client/scan';
import type { ChosenVillage } from '../client/session';
import { useCall } from '../client/use-call';
import { listVillages } from '../contracts/people';
import { Button } from './button';
import { Card } from './card';
import { DeviceNote } from './device-note';
import { EmptyState } from './empty-state';
import { Growing } from './growing';
import { Icon } from './icon';
import { Line } from './line';
import { Loaded } from './loaded';
import { OpeningNote } from './opening-note';
import { Tap } from './tap';
import './village-choice.scss';

type Props = { onChoose: (village: ChosenVillage) => void; chosenId?: string };

/** About a screen of lines. */
const villagesAtOnce = 10;

async function openScanned(text: string): Promise<void> {
  if (!(await openScene(text))) {
    Taro.showToast({ title: '这个码不是村里的码,请扫村口或墙上的码', icon: 'none' });
  }
}

const toFound = () => {
  openPage('/packages/town/found/index');
};

/** A town that does not stand yet is founded from here: nobody sees more of it before. */
function NoVillage({ founded }: { founded: boolean }) {
  if (founded) {
    return <EmptyState icon="house" text="还没有开通的嘎查村" hint="镇里开通以后,这里就能选。" />;
  }
  return (
    <EmptyState icon="house" text="本镇还没有开通" hint="开通以后,这里能选嘎查村。开通要有口令。">
      <Button className="village-choice-found" tone="outline" onTap={toFound}>
        开通本镇
      </Button>
    </EmptyState>
  );
}

/** Which village: by its printed code or from the list. */
export function VillageChoice({ onChoose, chosenId }: Props) {
  const villages = useCall(listVillages, {});
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const scan = async () => {
    setProblem(null);
    const { text, problem: met } = await scanCode();
    setProblem(met);
    if (text !== null) await openScanned(text);
  };
  return (
    <>
      <OpeningNote />
      <Tap className="village-choice-scan" onTap={scan}>
        <Icon name="scan" tone="green" />
        <View>扫村口的码</View>
      </Tap>
      <DeviceNote problem={problem} instead="也可以在下面选。" onSettled={() => setProblem(null)} />
      <Loaded
        call={villages}
        isEmpty={(value) => value.villages.length === 0}
        empty={<NoVillage founded={villages.value?.founded === true} />}
      >
        {(value) => (
          <Card flush>
            <Growing
              groups={[{ key: 'villages', rows: value.villages }]}
              keyOf={({ villageId }) => villageId}
              atOnce={villagesAtOnce}
              lined
            >
              {({ villageId, name, townName, sample }) => (
                <Line
                  icon={villageId === chosenId ? 'check' : 'house'}
                  title={name}
                  note={sample ? `${townName} · 示例` : townName}
                  onTap={() => {
                    forgetOpening();
                    onChoose({ villageId, name });
                  }}
                />
              )}
            </Growing>
          </Card>
        )}
      </Loaded>
    </>
  );
}
