import { View } from '@tarojs/components';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { listOffices } from '../../../contracts/offices';

/** Who the supervisory committee is, and how to reach them: in person. */
export default function SupervisorsPage() {
  const villageId = useSession(({ me, village }) => me?.villageId ?? village?.villageId);
  const call = useCall(listOffices, villageId ? { villageId } : null);
  if (!villageId) {
    return (
      <Page title="找监委会">
        <EmptyState icon="house" text="先加入本村,或在“公开”里选一个嘎查村。" />
      </Page>
    );
  }
  return (
    <Page title="找监委会">
      <Card>
        <View>对结果不服,当面找村务监督委员会,说清是哪天的哪一件,请他们问明原因,答复您。</View>
      </Card>
      <Loaded
        call={call}
        lines={2}
        isEmpty={({ offices }) => !offices.some(({ role }) => role === 'supervisor')}
        empty={<EmptyState icon="person" text="村里还没有登记监委会的人,请问嘎查村委员会。" />}
      >
        {({ offices }) => (
          <Card flush>
            {offices
              .filter(({ role }) => role === 'supervisor')
              .map(({ officeId, name }) => (
                <Line key={officeId} icon="person" title={name ?? '监委会的人'} note="监委会" />
              ))}
          </Card>
        )}
      </Loaded>
      <Card>
        <View>还是不服,可以打政府热线 12345,不用经过村里。</View>
      </Card>
    </Page>
  );
}
