import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';

type Fact = { title: string; note: string };

const atOnce: readonly Fact[] = [
  { title: '微信和户册的关联', note: '小程序不再认得您,职务也一起取消' },
  { title: '登记的手机号', note: '户册里的这一格清空' },
  { title: '公示时显示姓的同意', note: '收回以后,公示只显示户号;家里人可以再选' },
  { title: '没有答复的加入申请', note: '撤下来' },
];
const tonight: readonly Fact[] = [
  { title: '照片、说明和位置', note: '您申报时交的;还没审完的也清掉' },
  { title: '村里别人写到的您的名字', note: '换成“名字已删”,其余的字留着' },
];
const stays: readonly Fact[] = [
  { title: '户册里您的姓名和出生年份', note: '这是村里的登记;要删请找镇里' },
  { title: '您家的积分账', note: '账上没有名字,家里人接着用' },
  { title: '办过哪些事的编号', note: '查账用,看不出是谁' },
];

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <>
      <SectionHead title={title} />
      <Card flush>
        {facts.map((fact) => (
          <Line key={fact.title} title={fact.title} note={fact.note} />
        ))}
      </Card>
    </>
  );
}

/** What erasing takes and what it leaves, before anybody is asked. */
export function WhatGoes() {
  return (
    <>
      <Facts title="马上删掉" facts={atOnce} />
      <Facts title="今天夜里删掉" facts={tonight} />
      <Facts title="留下来的" facts={stays} />
    </>
  );
}
