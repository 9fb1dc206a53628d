import { openPage } from '../../client/open-page';
import type { Me, Session } from '../../client/session';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Line } from '../../components/line';
import { roleWords } from '../../components/role-words';
import { StateTag } from '../../components/state-tag';
import { dayInWords, dayOf } from '../../domain/kernel/time';

const open = (url: string) => () => {
  openPage(url);
};

function Member({ me }: { me: Me }) {
  return (
    <Card flush>
      <Line
        icon="person"
        title={me.name}
        note={`${me.villageName} ${me.householdNumber}号户 ${me.householdName}`}
      />
      <Line
        icon="house"
        title="我家的人"
        note={
          me.joinedLately
            ? `${dayInWords(me.joinedLately, dayOf(Date.now()))}有人加入了您家,看看是谁`
            : '谁加入了、怎么加入的'
        }
        onTap={open('/packages/people/household/index')}
      />
      <Line
        icon="list"
        title="户册的变动"
        note="谁登记、谁确认的,都看得到"
        onTap={open('/packages/life/list/index')}
      />
    </Card>
  );
}

/** Who I am here: a member of a household, somebody waiting, staff of the town, or a guest. */
export function WhoCard({ session }: { session: Session }) {
  const { me, waitingJoin, waitingEntry, roles } = session;
  if (me) return <Member me={me} />;
  if (waitingJoin) {
    return (
      <Card flush>
        <Line
          title={`${waitingJoin.villageName} ${waitingJoin.householdNumber}号户`}
          note={<StateTag tone="waiting" word="在等村里核对" />}
          onTap={open('/packages/join/index')}
        />
      </Card>
    );
  }
  if (waitingEntry) {
    const isOver = waitingEntry.state === 'refused' || waitingEntry.state === 'closed';
    return (
      <Card flush>
        <Line
          title={`${waitingEntry.villageName} 登记申请`}
          note={
            <StateTag
              tone={isOver ? 'stopped' : 'waiting'}
              word={isOver ? '没有同意,看看为什么' : '在等村里核实'}
            />
          }
          onTap={open('/packages/join/index')}
        />
      </Card>
    );
  }
  if (roles.length > 0) {
    // Those by invitation have a card of their own.
    const others = roles.filter(({ untilDay }) => untilDay === undefined);
    if (others.length === 0) return null;
    return (
      <Card flush>
        {others.map(({ role, place, placeName }) => (
          <Line key={`${role} ${place}`} icon="person" title={roleWords[role]} note={placeName} />
        ))}
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        icon="person"
        text="您还没有加入哪一户"
        hint="公开栏和清单不加入也能看。加入以后能记好事、攒积分、换东西。"
      />
    </Card>
  );
}
