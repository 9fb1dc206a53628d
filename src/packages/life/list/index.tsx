import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../client/open-page';
import { useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { listLifeEvents } from '../../../contracts/life';
import type { LifeEvent } from '../words';
import { type Answering, AnswerSheet } from './answer-sheet';
import { EventLine } from './event-line';
import { OfHousehold } from './of-household';

/** About a screen of them. */
const eventsAtOnce = 4;
const keyOf = ({ lifeEventId }: LifeEvent) => lifeEventId;

type Choose = (answering: Answering) => void;
type ToChoose = { event: LifeEvent; onChoose: Choose };

function ToAnswer({ event, onChoose }: ToChoose) {
  return (
    <EventLine event={event}>
      <View className="event-line-buttons">
        <Button className="event-line-button" onTap={() => onChoose({ event, how: 'refuse' })}>
          不同意
        </Button>
        <Button
          className="event-line-button"
          tone="outline"
          onTap={() => onChoose({ event, how: 'accept' })}
        >
          同意
        </Button>
      </View>
    </EventLine>
  );
}

function Own({ event, onChoose }: ToChoose) {
  return (
    <EventLine event={event}>
      <View className="event-line-buttons">
        <Button className="event-line-button" onTap={() => onChoose({ event, how: 'withdraw' })}>
          撤回
        </Button>
      </View>
    </EventLine>
  );
}

const nothing = (
  <EmptyState
    icon="check"
    text="没有变动。"
    hint="户册上的变动由一个人登记,另一个人确认,这一户的人都看得到。"
  />
);

function useEvents() {
  const pages = usePages({
    contract: listLifeEvents,
    first: {},
    rowsOf: ({ events }) => events,
    keyOf,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const { own = [], ofHousehold = [] } = pages.first.value ?? {};
  return { pages, own, ofHousehold };
}

function Events({ pages, own, ofHousehold }: ReturnType<typeof useEvents>) {
  const [answering, choose] = useState<Answering | null>(null);
  const done = () => {
    choose(null);
    pages.first.reload();
  };
  const count = pages.rows.length + own.length + ofHousehold.length;
  return (
    <>
      <Loaded call={pages.first} isEmpty={() => count === 0} empty={nothing}>
        {() => (
          <>
            <Growing
              groups={[{ key: 'waiting', rows: pages.rows }]}
              keyOf={keyOf}
              atOnce={eventsAtOnce}
            >
              {(event) => <ToAnswer event={event} onChoose={choose} />}
            </Growing>
            <MoreButton pages={pages} label="看后面的" />
            <View>{own.length > 0 && <SectionHead title="您登记的,等别人确认" />}</View>
            <Growing groups={[{ key: 'own', rows: own }]} keyOf={keyOf} atOnce={eventsAtOnce}>
              {(event) => <Own event={event} onChoose={choose} />}
            </Growing>
            <View>{ofHousehold.length > 0 && <SectionHead title="我家户册的变动" />}</View>
            <Growing
              groups={[{ key: 'household', rows: ofHousehold }]}
              keyOf={keyOf}
              atOnce={eventsAtOnce}
            >
              {(event) => <OfHousehold event={event} onSigned={done} />}
            </Growing>
          </>
        )}
      </Loaded>
      <View>
        {answering && (
          <AnswerSheet answering={answering} onClose={() => choose(null)} onDone={done} />
        )}
      </View>
    </>
  );
}

const offices = ['cadre', 'supervisor', 'town-admin'];
const hint =
  '先问清楚真有这件事。两个人里有一个不是村委会的;自己家和近亲属家的要回避。登记错了的,再登记一次改过来。';

function OfSomebody({ enters }: { enters: boolean }) {
  const events = useEvents();
  return (
    <>
      <View>{enters && <View className="event-hint">{hint}</View>}</View>
      <Events {...events} />
    </>
  );
}

/** What happens to households: for the second who confirms it, and for the household itself. */
export default function LifeEventsPage() {
  const roles = useSession((session) => session.roles);
  const me = useSession((session) => session.me);
  const enters = roles.some(({ role }) => offices.includes(role));
  const propose = () => openPage('/packages/life/propose/index');
  return (
    <Page title="户里的变动" primary={enters ? { label: '登记变动', onTap: propose } : undefined}>
      {enters || me ? (
        <OfSomebody enters={enters} />
      ) : (
        <EmptyState icon="person" text="加入本村以后,能看到自己家户册的变动。" />
      )}
    </Page>
  );
}
