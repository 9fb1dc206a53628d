import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { AnswerQueue, type Ways } from '../../../components/answer-queue';
import { ButtonRow } from '../../../components/button-row';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
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
  const choices = [
    { words: '不同意', onTap: () => onChoose({ event, how: 'refuse' }) },
    { words: '同意', usual: true, onTap: () => onChoose({ event, how: 'accept' }) },
  ];
  return (
    <EventLine event={event}>
      <ButtonRow choices={choices} />
    </EventLine>
  );
}

function Own({ event, onChoose }: ToChoose) {
  const withdraw = () => onChoose({ event, how: 'withdraw' });
  return (
    <EventLine event={event}>
      <ButtonRow choices={[{ words: '撤回', onTap: withdraw }]} />
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

function Events() {
  const pages = usePages({
    contract: listLifeEvents,
    first: {},
    rowsOf: ({ events }) => events,
    keyOf,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const { own = [], ofHousehold = [] } = pages.first.value ?? {};
  const sections = [
    {
      key: 'own',
      title: '您登记的,等别人确认',
      rows: own,
      line: (event: LifeEvent, { choose }: Ways<Answering>) => (
        <Own event={event} onChoose={choose} />
      ),
    },
    {
      key: 'household',
      title: '我家户册的变动',
      rows: ofHousehold,
      line: (event: LifeEvent, { reload }: Ways<Answering>) => (
        <OfHousehold event={event} onSigned={reload} />
      ),
    },
  ];
  return (
    <AnswerQueue
      pages={pages}
      keyOf={keyOf}
      atOnce={eventsAtOnce}
      empty={nothing}
      more="看后面的"
      line={(event, { choose }) => <ToAnswer event={event} onChoose={choose} />}
      sections={sections}
      sheet={(answering: Answering, ends) => <AnswerSheet answering={answering} {...ends} />}
    />
  );
}

const offices = ['cadre', 'supervisor', 'town-admin'];
const hint =
  '先问清楚真有这件事。两个人里有一个不是村委会的;自己家和近亲属家的要回避。登记错了的,再登记一次改过来。';

/** What happens to households: for the second who confirms it, and for the household itself. */
export default function LifeEventsPage() {
  const roles = useSession((session) => session.roles);
  const me = useSession((session) => session.me);
  const enters = roles.some(({ role }) => offices.includes(role));
  const propose = () => openPage('/packages/life/propose/index');
  return (
    <Page title="户里的变动" primary={enters ? { label: '登记变动', onTap: propose } : undefined}>
      {enters || me ? (
        <>
          <View>{enters && <QueueHint>{hint}</QueueHint>}</View>
          <Events />
        </>
      ) : (
        <EmptyState icon="person" text="加入本村以后,能看到自己家户册的变动。" />
      )}
    </Page>
  );
}
