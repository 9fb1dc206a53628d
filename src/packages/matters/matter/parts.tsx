import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { StateTag } from '../../../components/state-tag';
import type { MatterContent } from '../../../contracts/lists';
import { dayInWords } from '../../../domain/kernel/time';
import { Materials } from './materials';
import './parts.scss';

type Props = { matter: MatterContent };

/** 办理条件: who can, what the law counts, what to bring. */
export function Conditions({ matter }: Props) {
  return (
    <>
      <SectionHead title="办理条件" />
      <Card>
        {matter.conditions.map((condition) => (
          <View key={condition} className="matter-point">
            {condition}
          </View>
        ))}
        {matter.legalTerms?.map(({ name, value, unit }) => (
          <View key={name} className="matter-point">
            {name}:{value}
            {unit}
          </View>
        ))}
      </Card>
      {matter.materials.length > 0 && <Materials materials={matter.materials} />}
    </>
  );
}

/** 政策依据: which text, and whether anybody has checked it against the one in force. */
export function Bases({ matter, unchecked }: Props & { unchecked: boolean }) {
  return (
    <>
      <SectionHead title="政策依据" />
      <Card flush>
        {matter.legalBases.map(({ law, article, versionDate, checked }) => (
          <Line
            key={`${law} ${article}`}
            title={`《${law}》${article}`}
            note={
              checked === '待核' ? (
                <StateTag tone="points" icon="clock" word="待核" />
              ) : (
                `按 ${versionDate} 的文本,${dayInWords(checked)}核对过`
              )
            }
          />
        ))}
        {unchecked && (
          <View className="matter-unchecked">
            待核的依据还没有和现行法条对过,办事以窗口答复为准。
          </View>
        )}
      </Card>
    </>
  );
}

/** 监督管理: who watches whom, and whom to call. */
export function Supervision({ matter: { supervision } }: Props) {
  const { subject, object, method, phone } = supervision;
  return (
    <>
      <SectionHead title="监督管理" />
      <Card flush>
        <Line title={`${subject} 监督 ${object}`} note={method} />
        {phone && (
          <Line
            icon="phone"
            title={`打 ${phone} 反映`}
            onTap={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
          />
        )}
      </Card>
    </>
  );
}

/** 指导单位. */
export function Guidance({ matter }: Props) {
  return (
    <>
      <SectionHead title="指导单位" />
      <Card>{matter.guidingOffice}</Card>
    </>
  );
}
