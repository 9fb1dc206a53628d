import { View } from '@tarojs/components';
import { useState } from 'react';
import { scanCode } from '../client/scan';
import { useCall } from '../client/use-call';
import type { ValueOf } from '../contracts/contract';
import { findHouseholds } from '../contracts/people';
import { Card } from './card';
import { EmptyState } from './empty-state';
import { Field } from './field';
import './household-picker.scss';
import { Icon } from './icon';
import { Line } from './line';
import { Loaded } from './loaded';
import { Tap } from './tap';

export type FoundHousehold = ValueOf<typeof findHouseholds>['households'][number];

type Props = { villageId: string; onPick: (household: FoundHousehold) => void };

/** Finds one household: by its card, by number, by name. Needs network. */
export function HouseholdPicker({ villageId, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [scanned, setScanned] = useState<string | null>(null);
  const search = scanned ?? typed.trim();
  const found = useCall(findHouseholds, search === '' ? null : { villageId, search });
  const scan = async () => setScanned(await scanCode());
  const type = (text: string) => {
    setScanned(null);
    setTyped(text);
  };
  return (
    <View className="household-picker">
      <Tap className="household-picker-scan" onTap={scan}>
        <Icon name="scan" tone="green" />
        <View>扫户码</View>
      </Tap>
      <Field label="或输户号、姓名" value={typed} onInput={type} placeholder="比如 17" />
      {search !== '' && (
        <Loaded
          call={found}
          lines={1}
          isEmpty={(value) => value.households.length === 0}
          empty={
            <EmptyState icon="house" text="没找到这一户" hint="请看看户号或姓名有没有写错。" />
          }
        >
          {(value) => (
            <Card flush>
              {value.households.map((household) => (
                <Line
                  key={household.householdId}
                  icon="house"
                  title={`${household.householdNumber}号户 ${household.householdName}`}
                  note={`${household.memberCount}口人`}
                  onTap={() => onPick(household)}
                />
              ))}
            </Card>
          )}
        </Loaded>
      )}
    </View>
  );
}
