import Taro from '@tarojs/taro';
import { openPage } from '../../client/open-page';
import { type HeldRole, useSession } from '../../client/session';
import { useCall } from '../../client/use-call';
import type { ValueOf } from '../../contracts/contract';
import { listShops } from '../../contracts/exchange';
import { listMatters } from '../../contracts/lists';
import type { readBoard } from '../../contracts/records';
import { dayInWords, wholeDayInWords } from '../../domain/kernel/time';
import { alarmNote, alarmTitle } from '../../domain/seals/alarm-words';
import { sealCodeWords } from '../../domain/seals/seal-code';
import { Card } from '../card';
import { Line } from '../line';

type Seal = ValueOf<typeof readBoard>['seal'];
type Shops = ValueOf<typeof listShops>['shops'];
type Alarm = ValueOf<typeof readBoard>['alarm'];
type Checked = ValueOf<typeof readBoard>['checked'];
type Rechecked = ValueOf<typeof readBoard>['rechecked'];
type SecondGiven = ValueOf<typeof readBoard>['secondGivenOnDay'];
type Props = {
  villageId: string;
  seal: Seal;
  checked: Checked;
  rechecked?: Rechecked;
  secondGivenOnDay?: SecondGiven;
  alarm: Alarm;
};

function shopWords(shops: Shops | undefined): string | undefined {
  const [first] = shops ?? [];
  if (!shops) return undefined;
  if (!first) return '本村还没有能换货的超市';
  return shops.length > 1 ? `能去 ${shops.length} 家` : first.name;
}

const toFindPrinted = () => {
  openPage('/packages/print/find/index');
};
const toOffices = (villageId: string) => {
  openPage(`/packages/offices/list/index?villageId=${villageId}`);
};
const toAlarm = () => {
  openPage('/packages/work/alarm/index');
};

/** What one person alone decided is said before one looks who holds what. */
function officesInWords(secondGivenOnDay: SecondGiven): string {
  if (!secondGivenOnDay) return '村干部、监委会、评议小组,哪天起、到哪天';
  return `第二位镇管理员是建镇的人一个人定的(${wholeDayInWords(secondGivenOnDay)})`;
}

/** What the night's walk through every book came to. */
function checkedInWords(checked: Checked): string {
  if (!checked) return '全村的账,每天夜里查一遍';
  const { day, households, faults } = checked;
  const when = `${dayInWords(day)}查过 ${households} 户的账`;
  return faults === 0 ? `${when},笔笔对得上` : `${when},${faults} 户对不上`;
}

/** `上月抽查 3 条,属实 2 条`. */
function recheckedInWords(rechecked: Rechecked): string {
  if (!rechecked) return '每月抽查';
  const { drawn, holds, wrong } = rechecked;
  if (drawn === 0) return '上月没有入账的,不用抽查';
  const bad = wrong > 0 ? `,不属实 ${wrong} 条` : '';
  return `上月抽查 ${drawn} 条,属实 ${holds} 条${bad}`;
}

const toRechecks = (villageId: string) => {
  openPage(`/packages/record/recheck/index?villageId=${villageId}`);
};

/** Whoever may settle an alarm comes from here to where it is signed. */
function SealLine({ villageId, seal, checked, alarm }: Props) {
  const roles = useSession((session) => session.roles);
  const settles = ({ role, place }: HeldRole) =>
    role === 'town-admin' || (role === 'supervisor' && place === villageId);
  if (alarm) {
    const onTap = roles.some(settles) ? toAlarm : undefined;
    return <Line icon="warning" title={alarmTitle(alarm)} note={alarmNote(alarm)} onTap={onTap} />;
  }
  const onTap = () => {
    openPage(`/packages/books/codes/index?villageId=${villageId}`);
  };
  if (!seal) {
    return <Line icon="seal" title="账本还没有留过底" note={sealCodeWords} onTap={onTap} />;
  }
  return (
    <Line
      icon="seal"
      title={checkedInWords(checked)}
      note={`${dayInWords(seal.day)}留底号 ${seal.code}`}
      onTap={onTap}
    />
  );
}

/** What else is public: each line says its main figure before one opens it. */
export function MoreLines(props: Props) {
  const { villageId, seal, checked, rechecked, secondGivenOnDay, alarm } = props;
  const lists = useCall(listMatters, { villageId });
  const shops = useCall(listShops, { villageId });
  const matterCount = lists.value?.counts.reduce((sum, list) => sum + list.count, 0);
  return (
    <Card flush>
      <Line
        icon="list"
        title={matterCount === undefined ? '四张清单' : `四张清单 ${matterCount} 项`}
        note={lists.value ? `上墙第 ${lists.value.wallVersion} 版` : undefined}
        onTap={() => Taro.switchTab({ url: '/pages/lists/index' })}
      />
      <Line
        icon="bag"
        title="积分超市"
        note={shopWords(shops.value?.shops)}
        onTap={() => Taro.switchTab({ url: '/pages/shop/index' })}
      />
      <Line
        icon="person"
        title="谁在任职"
        note={officesInWords(secondGivenOnDay)}
        onTap={() => toOffices(villageId)}
      />
      <Line
        icon="search"
        title="报码查"
        note="纸上印的 8 个数字,是不是真的、新的"
        onTap={toFindPrinted}
      />
      <Line
        icon="check"
        title={recheckedInWords(rechecked)}
        note="入账的每 20 条抽 1 条,监委会再看一遍"
        onTap={() => toRechecks(villageId)}
      />
      <SealLine villageId={villageId} {...{ seal, checked, alarm }} />
    </Card>
  );
}
