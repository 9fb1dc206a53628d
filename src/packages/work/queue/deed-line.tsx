import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { PointsNumber } from '../../../components/points-number';
import type { RecordLineOf } from '../../../components/record-line';
import { lookOf } from '../../../components/record-look';
import { StandingLine } from '../../../components/standing-line';
import { StateTag } from '../../../components/state-tag';
import { dayInWords, dayOf } from '../../../domain/kernel/time';

type Props = { records: readonly RecordLineOf[]; more: boolean };

/** One deed of many households: `集中整治 · 11月30日 · 12 户`. */
export function DeedLine({ records, more }: Props) {
  const [first] = records;
  if (!first) return null;
  const { activityId, itemName, points, state, stateLabel, next, day } = first;
  const { tone, icon } = lookOf(state);
  // Behind those that were read there may be more of it.
  const count = `${records.length} 户${more ? '以上' : ''}`;
  const open = () => openPage(`/packages/record/activity/index?activityId=${activityId}`);
  return (
    <StandingLine
      title={
        <>
          <View className="standing-line-small">很多户一起记的 · {count}</View>
          <View>{itemName}</View>
        </>
      }
      points={<PointsNumber points={points} signed />}
      state={<StateTag tone={tone} icon={icon} word={stateLabel} />}
      aside={`${dayInWords(day, dayOf(Date.now()))}做的`}
      next={next}
      onTap={open}
    />
  );
}
