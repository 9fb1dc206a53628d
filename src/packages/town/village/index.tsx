import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { readOverview } from '../../../contracts/town';
import { missingInWords, nextInWords } from '../../../domain/town/missing-words';
import { InVillage } from '../in-village';
import type { OverviewVillage } from '../overview/next-step';
import { iconOf, mend, ways } from '../ways';

const title = '还差什么';

const open = (url: string) => () => {
  openPage(url);
};

function Missing({ village: { villageId, missing } }: { village: OverviewVillage }) {
  if (missing.length === 0) {
    return <EmptyState icon="check" text="都齐了,可以用起来了。" />;
  }
  return (
    <>
      <SectionHead title="还差什么" extra={`${missing.length} 样`} />
      <Card flush>
        {missing.map((each) => (
          <Line
            key={each.thing}
            icon={iconOf(each.thing)}
            title={missingInWords(each)}
            note={nextInWords(each.thing, missing)}
            onTap={() => mend(each.thing, villageId, missing)}
          />
        ))}
      </Card>
    </>
  );
}

function Alarm({ says }: { says: string }) {
  return (
    <Card flush tone="red">
      <Line
        icon="warning"
        title="账本要查"
        note={says}
        onTap={open('/packages/work/alarm/index')}
      />
    </Card>
  );
}

function Village({ village }: { village: OverviewVillage }) {
  const { villageId, households, members, joined, backing, alarm } = village;
  return (
    <>
      <View>{alarm && <Alarm says={alarm.says} />}</View>
      <Missing village={village} />
      <SectionHead title="现在" />
      <Card flush>
        <Line
          icon="person"
          title={`${households} 户,${members} 人`}
          note={`${joined} 人已经加入`}
        />
        <Line icon="person" title="谁在任职" onTap={open(ways.offices(villageId))} />
        <Line icon="star" title="账上的钱" note={backing} onTap={open(ways.funds(villageId))} />
        <Line icon="bag" title="货架" onTap={open(ways.goods(villageId))} />
        <Line
          icon="printer"
          title="打印户码和码"
          note="户码、村口的码、超市的码"
          onTap={open(ways.print(villageId))}
        />
      </Card>
    </>
  );
}

const nothing = (
  <EmptyState icon="house" text="没有找到这个嘎查村" hint="请从“我的—全镇”里点它。" />
);

function OneVillage({ villageId }: { villageId: string }) {
  const overview = useCall(readOverview, { villageId });
  const name = overview.value?.villages[0]?.name;
  return (
    <Page title={name ?? title}>
      <Loaded
        call={overview}
        lines={4}
        isEmpty={({ villages }) => villages.length === 0}
        empty={nothing}
      >
        {({ villages }) => (
          <>
            {villages.map((village) => (
              <Village key={village.villageId} village={village} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What one village still lacks, each line with the tap that mends it. */
export default function VillagePage() {
  return <InVillage title={title}>{(villageId) => <OneVillage villageId={villageId} />}</InVillage>;
}
