import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { instantInWords } from '../../../components/days';
import { Icon } from '../../../components/icon';
import { SectionHead } from '../../../components/section-head';
import type { ValueOf } from '../../../contracts/contract';
import type { readMatter } from '../../../contracts/lists';
import './heading.scss';

type Value = ValueOf<typeof readMatter>;

/** 名称类别, and whether what hangs on the wall is still true. */
export function Heading({ value }: { value: Value }) {
  const { matter, listName, version, current, currentVersion, publishedAtMs } = value;
  const days = matter.daysToFinish === null ? '不限天数' : `最多 ${matter.daysToFinish} 个工作日`;
  return (
    <>
      {!current && (
        <Card tone="red">
          <View className="matter-old">
            <Icon name="warning" tone="red" />
            <View>
              这是第 {version} 版,已过期。现在用的是第 {currentVersion} 版,请以新的为准。
            </View>
          </View>
        </Card>
      )}
      <SectionHead title="名称类别" extra={`第 ${version} 版`} />
      <Card>
        <View className="matter-name">{matter.name}</View>
        <View className="matter-kind">
          {listName} · {matter.category}
        </View>
        {matter.list !== 'negative' && (
          <View>
            {days} · {matter.fee}
          </View>
        )}
        <View className="matter-kind">{instantInWords(publishedAtMs)}公布</View>
      </Card>
    </>
  );
}
