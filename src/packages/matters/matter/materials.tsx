import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/card';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon';
import { SectionHead } from '../../../components/section-head';
import './materials.scss';

/** 要带什么, to tick off at the kitchen table; nothing is sent anywhere. */
export function Materials({ materials }: { materials: readonly string[] }) {
  const [packed, setPacked] = useState<readonly string[]>([]);
  const toggle = (material: string) =>
    setPacked((before) =>
      before.includes(material)
        ? before.filter((other) => other !== material)
        : [...before, material],
    );
  return (
    <>
      <SectionHead title="要带什么" extra={`备好 ${packed.length}/${materials.length}`} />
      <Card flush>
        {materials.map((material) => {
          const checked = packed.includes(material);
          return (
            <View
              key={material}
              className="material"
              onClick={() => toggle(material)}
              {...aria('checkbox', material, { checked })}
            >
              <View className={classes('material-box', checked && 'material-box-checked')}>
                {checked && <Icon name="check" tone="white" />}
              </View>
              <View className="material-name">{material}</View>
            </View>
          );
        })}
      </Card>
    </>
  );
}
