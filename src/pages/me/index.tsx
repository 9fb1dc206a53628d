import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { openPage } from '../../client/open-page';
import { type Session, useSession } from '../../client/session';
import { useToday } from '../../client/today';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { Growing } from '../../components/growing';
import { HotlineLine } from '../../components/hotline-line';
import { hasWork } from '../../components/jobs-of';
import { Line } from '../../components/line';
import { Page } from '../../components/page';
import { RemindMe } from '../../components/remind-me';
import { SectionHead } from '../../components/section-head';
import { Skeleton } from '../../components/skeleton';
import { Choices } from './choices';
import { LargeJobs, OtherJobs } from './jobs';
import { OutboxLine } from './outbox-line';
import { SeatsCard } from './seats-card';
import { TodayCards } from './today';
import { WhoCard } from './who-card';

/** An office is taken up by its code, also by who lives in no household. */
function InvitedLine() {
  return (
    <Line
      icon="plus"
      title="我有邀请码"
      note="镇里请您当观察员、商户、会计等"
      onTap={() => {
        openPage('/packages/join/invited/index');
      }}
    />
  );
}

/** For everybody, also over the telephone: whether a printed paper is from here. */
function FindPrintedLine() {
  return (
    <Line
      icon="search"
      title="报码查"
      note="查纸上印的 8 个数字"
      onTap={() => {
        openPage('/packages/print/find/index');
      }}
    />
  );
}

/** Quiet, at the very end, and there for whoever something is kept of. */
function EraseLine({ shown }: { shown: boolean }) {
  if (!shown) return null;
  return (
    <Line
      title="注销并删除我的信息"
      onTap={() => {
        openPage('/packages/people/erase/index');
      }}
    />
  );
}

/** In their order, two at once: all of it together is more than one setData should carry. */
const atFirst = ['today', 'large-jobs'] as const;
const sections = [...atFirst, 'who', 'seats', 'outbox', 'jobs', 'settings', 'more'] as const;

type SectionProps = { of: (typeof sections)[number]; session: Session; isKnown: boolean };

function Today({ roles }: Pick<Session, 'roles'>) {
  return (
    <>
      <TodayCards />
      {hasWork(roles) && <RemindMe title="有事要办时提醒我" about={['to-do']} />}
    </>
  );
}

function Section({ of, session, isKnown }: SectionProps) {
  switch (of) {
    case 'today':
      return <Today roles={session.roles} />;
    case 'large-jobs':
      return <LargeJobs roles={session.roles} />;
    case 'who':
      return <WhoCard session={session} />;
    case 'seats':
      return <SeatsCard session={session} />;
    case 'outbox':
      return <OutboxLine />;
    case 'jobs':
      return <OtherJobs roles={session.roles} />;
    case 'settings':
      return (
        <>
          <SectionHead title="设置" />
          <Choices session={session} />
        </>
      );
    default:
      return (
        <Card flush>
          <InvitedLine />
          <FindPrintedLine />
          <HotlineLine title="投诉和建议打" />
          <EraseLine shown={isKnown} />
        </Card>
      );
  }
}

export default function MePage() {
  const session = useSession();
  const { me, roles, state, error } = session;
  const waits = session.waitingJoin ?? session.waitingEntry ?? null;
  const isKnown = me !== null || waits !== null || roles.length > 0;
  const mayJoin = state === 'ready' && me === null && waits === null && roles.length === 0;
  const join = () => openPage('/packages/join/index');
  useDidShow(() => {
    useToday.getState().refresh();
  });
  return (
    <Page
      tab="pages/me/index"
      title="我的"
      primary={mayJoin ? { label: '加入本村', onTap: join } : undefined}
    >
      <ErrorNote error={error} />
      <Growing
        groups={[{ key: 'me', rows: state === 'loading' ? atFirst : sections }]}
        keyOf={(key) => key}
        atOnce={2}
      >
        {(key) => <Section {...{ of: key, session, isKnown }} />}
      </Growing>
      <View>{state === 'loading' && <Skeleton lines={2} />}</View>
    </Page>
  );
}
