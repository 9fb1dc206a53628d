import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { readOverview } from '../../../contracts/town';
import { dayInWords } from '../../../domain/kernel/time';
import { readsBySeat } from '../../../domain/people/offices/seats';
import { OfTown } from '../of-town';
import { ways } from '../ways';
import { lateJobs, nextStep, type Overview } from './next-step';
import { VillageLine } from './village-line';

const title = '全镇';
/** About a screen of lines. */
const villagesAtOnce = 10;

const open = (url: string) => () => {
  openPage(url);
};

/** What the clock should have done by itself: whoever sets up can do something about it. */
function LateJobs({ overview }: { overview: Overview }) {
  const late = lateJobs(overview);
  if (late.length === 0) return null;
  return (
    <Card flush tone="red">
      <Line
        icon="warning"
        title="有自动办的事没有按时办"
        note={`${late.join('、')}。请告诉装这套系统的人,查一查定时器。`}
      />
    </Card>
  );
}

/** Given by one alone, once: everybody who looks after the town is to know. */
function SecondGiven({ onDay }: { onDay: string }) {
  return (
    <Card flush>
      <Line
        icon="person"
        title={`第二位镇管理员是 ${dayInWords(onDay)} 定的`}
        note="由建镇的人一个人定,只有这一次;往后给职务都要两个人。"
      />
    </Card>
  );
}

/** @param mayOpen who sets villages up; others read what stands here */
function Villages({ overview, mayOpen }: { overview: Overview; mayOpen: boolean }) {
  return (
    <>
      <SectionHead title="每个村还差什么" extra={`${overview.villages.length} 个村`} />
      <Card flush>
        <Growing
          groups={[{ key: 'villages', rows: overview.villages }]}
          keyOf={({ villageId }) => villageId}
          atOnce={villagesAtOnce}
          lined
        >
          {(village) => <VillageLine village={village} mayOpen={mayOpen} />}
        </Growing>
      </Card>
    </>
  );
}

function ToDo() {
  return (
    <>
      <SectionHead title="镇里要办的" />
      <Card flush>
        <Line icon="plus" title="开嘎查村" note="填个名字就行" onTap={open(ways.newVillage())} />
        <Line
          icon="list"
          title="导入户册"
          note="几个村的可以在一张表里"
          onTap={open(ways.register())}
        />
        <Line icon="bag" title="开超市" note="一个村的,或几个村合开" onTap={open(ways.newShop())} />
      </Card>
    </>
  );
}

function AllVillages({ mayOpen }: { mayOpen: boolean }) {
  const overview = useCall(readOverview, {});
  const step = mayOpen && overview.value && nextStep(overview.value);
  return (
    <Page
      title={overview.value?.townName ?? title}
      primary={step ? { label: step.label, onTap: open(step.url) } : undefined}
    >
      <Loaded
        call={overview}
        lines={4}
        isEmpty={({ villages }) => villages.length === 0}
        empty={
          <EmptyState
            icon="house"
            text="还没有嘎查村"
            hint="先开嘎查村,再导入户册、开超市。每个村还差什么,这里会列出来。"
          />
        }
      >
        {(value) => (
          <>
            <View>
              <LateJobs overview={value} />
            </View>
            <Villages overview={value} mayOpen={mayOpen} />
            <View>{value.secondGivenOnDay && <SecondGiven onDay={value.secondGivenOnDay} />}</View>
          </>
        )}
      </Loaded>
      <View>{mayOpen && <ToDo />}</View>
    </Page>
  );
}

/** All villages of the town, and what each still lacks; seats that oversee read it. */
export default function OverviewPage() {
  const roles = useSession((session) => session.roles);
  if (placesOf(roles, 'town-admin').length === 0 && readsBySeat(roles, 'town.read-overview')) {
    return <AllVillages mayOpen={false} />;
  }
  return (
    <OfTown title={title}>
      <AllVillages mayOpen />
    </OfTown>
  );
}
