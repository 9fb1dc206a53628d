import { View } from '@tarojs/components';
import { useState } from 'react';
import { placesOf, useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { useNoticeBatch } from './notice-batch';
import { NoticeChoice } from './notice-choice';
import { QueueList } from './queue-list';
import { queueCount, useQueue } from './use-queue';
import { WorkTabBar } from './work-tab-bar';
import { tabsFor, type WorkTab, type WorkView } from './work-tabs';

/** All eight, because hooks cannot depend on roles; those without a job ask nothing. */
function useQueues(tabs: readonly WorkTab[]) {
  const mine = (view: WorkView) => tabs.some((tab) => tab.view === view);
  return {
    'to-check': useQueue('to-check', mine('to-check')),
    'to-cosign': useQueue('to-cosign', mine('to-cosign')),
    'to-review': useQueue('to-review', mine('to-review')),
    'review-late': useQueue('review-late', mine('review-late')),
    'to-notice': useQueue('to-notice', mine('to-notice')),
    objections: useQueue('objections', mine('objections')),
    reversals: useQueue('reversals', mine('reversals')),
    'to-recheck': useQueue('to-recheck', mine('to-recheck')),
  };
}

function useVillageOfCadre(): string | null {
  const { roles, village } = useSession();
  const places = placesOf(roles, 'cadre').map((held) => held.place);
  return places.find((place) => place === village?.villageId) ?? places[0] ?? null;
}

type Queues = ReturnType<typeof useQueues>;

/**
 * What was picked, else what was asked for, unless it turns out empty: nobody should land on an
 * empty list while something waits in another.
 */
function tabToShow(
  tabs: readonly WorkTab[],
  queues: Queues,
  picked: WorkView | null,
  first: WorkTab,
) {
  const chosen = tabs.find(({ view }) => view === picked);
  const { first: asked, rows } = queues[first.view];
  const isEmpty = asked.value !== null && rows.length === 0;
  const waiting = isEmpty && tabs.find(({ view }) => queues[view].rows.length > 0);
  return chosen || waiting || first;
}

function Work({ tabs, first }: { tabs: WorkTab[]; first: WorkTab }) {
  const [picked, setPicked] = useState<WorkView | null>(null);
  const queues = useQueues(tabs);
  const tab = tabToShow(tabs, queues, picked, first);
  const queue = queues[tab.view];
  const noticeQueue = queues['to-notice'];
  const villageId = useVillageOfCadre();
  const batch = useNoticeBatch(villageId, noticeQueue.rows, noticeQueue.first.reload);
  const count = batch.chosen.length;
  const publish = {
    label: count === 0 ? '先选要公示的' : `公示 ${count} 条`,
    onTap: () => batch.ask(true),
    disabled: count === 0,
  };
  const withButton =
    tab.view === 'to-notice' && noticeQueue.rows.some(({ activityId }) => activityId === null);
  const bar = tabs.map((each) => ({ tab: each, count: queueCount(queues[each.view]) }));
  return (
    <Page title="评议与公示" primary={withButton ? publish : undefined}>
      {tabs.length > 1 && (
        <WorkTabBar tabs={bar} chosen={tab} onChoose={({ view }) => setPicked(view)} />
      )}
      <View key={tab.view}>
        {tab.view === 'to-notice' ? (
          <NoticeChoice tab={tab} queue={queue} batch={batch} />
        ) : (
          <QueueList tab={tab} queue={queue} />
        )}
      </View>
    </Page>
  );
}

export default function WorkPage() {
  const roles = useSession((session) => session.roles);
  const { view } = usePageParams();
  const tabs = tabsFor(roles);
  const first = tabs.find((tab) => tab.view === view) ?? tabs[0];
  if (first) return <Work tabs={tabs} first={first} />;
  return (
    <Page title="评议与公示">
      <EmptyState
        icon="person"
        text="这里由干部、评议小组和监督委员会来办。"
        hint="公示中的都在“公开”里,觉得不对可以提异议。"
      />
    </Page>
  );
}
