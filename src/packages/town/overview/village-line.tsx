import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { Line } from '../../../components/line';
import { StateTag } from '../../../components/state-tag';
import { missingInWords } from '../../../domain/town/missing-words';
import type { OverviewVillage } from './next-step';

/** So many are named; the rest is counted. */
const mostNamed = 2;

function lacksInWords({ missing }: OverviewVillage): string {
  const named = missing.slice(0, mostNamed).map(missingInWords);
  return missing.length > mostNamed ? `${named.join('、')}等` : named.join('、');
}

/** One village: what it lacks, or how many have joined. */
export function VillageLine({ village, mayOpen }: { village: OverviewVillage; mayOpen: boolean }) {
  const { villageId, name, missing, alarm, households, joined } = village;
  const open = () => {
    openPage(`/packages/town/village/index?villageId=${villageId}`);
  };
  const tag =
    missing.length > 0 ? (
      <StateTag tone="waiting" word={`还差 ${missing.length} 样`} />
    ) : (
      <StateTag tone="done" word="都齐了" />
    );
  return (
    <Line
      icon={alarm ? 'warning' : 'house'}
      title={name}
      note={
        <>
          <View>
            {missing.length > 0 ? lacksInWords(village) : `${households} 户,${joined} 人加入`}
          </View>
          {tag}
        </>
      }
      label={missing.length > 0 ? `${name},还差 ${missing.length} 样` : `${name},都齐了`}
      onTap={mayOpen ? open : undefined}
    />
  );
}
