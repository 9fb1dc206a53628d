import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { readActivity } from '../../../contracts/activities';
import { type Household, nameOf } from './use-households';
import type { Recorded } from './use-together';

export const openActivity = (activityId: string) =>
  openPage(`/packages/record/activity/index?activityId=${activityId}`);

type Props = { recorded: Recorded; households: readonly Household[] };

/** What was recorded, what comes next and until when, and which were left out and why. */
export function RecordedTogether({ recorded, households }: Props) {
  const { activityId, itemName, points, left } = recorded;
  const full = useCall(readActivity, { activityId });
  const next = full.value?.next ?? '等另一位干部核对。';
  const nameById = new Map(households.map((each) => [each.householdId, nameOf(each)]));
  return (
    <>
      <Card flush tone={recorded.recorded > 0 ? 'green' : 'plain'}>
        <Line
          icon={recorded.recorded > 0 ? 'check' : 'warning'}
          title={`${itemName}:记了 ${recorded.recorded} 户,每户 ${points} 分`}
          note={recorded.recorded > 0 ? next : '一户也没有记上,原因在下面。'}
          onTap={() => openActivity(activityId)}
        />
      </Card>
      {left.length > 0 && (
        <View>
          <SectionHead title="没记上的" extra={`${left.length} 户`} />
          <Card flush>
            {left.map(({ householdId, message }) => (
              <Line
                key={householdId}
                icon="warning"
                title={nameById.get(householdId) ?? '一户'}
                note={message}
              />
            ))}
          </Card>
        </View>
      )}
    </>
  );
}
