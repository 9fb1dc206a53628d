import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { BottomButton } from '../../../components/bottom-button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { readActivity } from '../../../contracts/activities';
import './activity.scss';
import { ActivityFacts } from './activity-facts';
import { ActivityLines } from './activity-lines';
import { DecidedCard } from './decided-card';
import { DecisionBottom } from './decision-bottom';
import { TakingOut } from './taking-out';
import { type FullActivity, stepOf, type TogetherStep } from './together-step';
import { useDecision } from './use-decision';
import { useNotice } from './use-notice';
import { Withdrawing } from './withdrawing';

const title = '一起记的好事';
type Props = { full: FullActivity; reload: () => Promise<void> };

/** Of those that somebody may decide on: all at once, but for some. */
function Deciding({ full, reload, step }: Props & { step: TogetherStep }) {
  const decision = useDecision(full, step, reload);
  const { taking, decided } = decision;
  return (
    <Page title={title} bottom={<DecisionBottom step={step} decision={decision} />}>
      {decided && <DecidedCard decided={decided} full={full} />}
      <ActivityFacts full={full} />
      {taking ? <TakingOut decision={decision} /> : <ActivityLines lines={full.lines} />}
    </Page>
  );
}

/** Looks at it; whoever may puts what passed on public notice. */
function Reading({ full, reload }: Props) {
  const { count, lastDay, publish, busy, error } = useNotice(full, reload);
  const label = `公示 ${count} 户,到 ${lastDay}`;
  const bottom = (
    <BottomButton label={label} busy={busy} onTap={publish}>
      <ErrorNote error={error} />
      <View className="activity-hint">公示期里没有异议就入账。公示开始后不能撤回。</View>
    </BottomButton>
  );
  return (
    <Page title={title} bottom={count > 0 && bottom}>
      <ActivityFacts full={full} />
      <ActivityLines lines={full.lines} />
      <Withdrawing full={full} onDone={reload} />
    </Page>
  );
}

function Activity({ activityId }: { activityId: string }) {
  const call = useCall(readActivity, { activityId });
  const { value, reload } = call;
  // Once it is done nothing is offered any more, and what became of it is still to be read.
  const [held, hold] = useState<TogetherStep | null>(null);
  const step = held ?? (value && stepOf(value));
  if (step !== held) hold(step);
  if (!value) {
    return (
      <Page title={title}>
        <Loaded call={call} lines={4}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return step ? (
    <Deciding full={value} reload={reload} step={step} />
  ) : (
    <Reading full={value} reload={reload} />
  );
}

/** One deed of many households, for whoever handles it. */
export default function ActivityPage() {
  const { activityId } = usePageParams();
  if (activityId) return <Activity key={activityId} activityId={activityId} />;
  return (
    <Page title={title}>
      <EmptyState text="没找到这件事。" hint="请回到上一页再点一次。" />
    </Page>
  );
}
