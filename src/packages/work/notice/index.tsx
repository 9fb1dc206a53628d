import { View } from '@tarojs/components';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Board } from '../../../components/board/board';
import { Card } from '../../../components/card';
import { atLeastNowMs, daysLeftInWords, lastDayBefore } from '../../../components/days';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { NoticeLine } from '../../../components/notice-line';
import { Page } from '../../../components/page';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import { readBoard } from '../../../contracts/records';
import { dayInWords } from '../../../domain/kernel/time';
import './index.scss';

type Notice = ValueOf<typeof readBoard>['notices'][number];

/** About a screen of lines. */
const linesAtOnce = 10;

function NoticeOf({ notice, lines }: { notice: Notice; lines: ReactNode }) {
  const { openedAtMs, closesAtMs, count, points } = notice;
  const lastDay = dayInWords(lastDayBefore(closesAtMs));
  return (
    <>
      <Card>
        <View className="notice-sum">
          {count} 条,共 {points} 分
        </View>
        <StateTag
          tone="waiting"
          icon="notice"
          word={daysLeftInWords(closesAtMs, atLeastNowMs([openedAtMs]))}
        />
        <View className="notice-until">公示到 {lastDay},没有异议就入账。</View>
      </Card>
      <Card flush>{lines}</Card>
    </>
  );
}

const over = <EmptyState icon="notice" text="这一批公示结束了。" hint="没有异议的已经入账。" />;

/** One notice alone, with all its lines. */
function OneNotice({ villageId, noticeId }: { villageId: string; noticeId: string }) {
  const member = useSession(({ me }) => me?.villageId === villageId);
  const read = useCall(readBoard, { villageId, noticeId });
  const groupOf = (notice: Notice) => ({
    key: notice.noticeId,
    rows: notice.lines,
    frame: (lines: ReactNode) => <NoticeOf notice={notice} lines={lines} />,
  });
  return (
    <Loaded call={read} isEmpty={(value) => value.notices.length === 0} empty={over}>
      {({ notices }) => (
        <Growing
          groups={notices.map(groupOf)}
          keyOf={({ recordId }) => recordId}
          atOnce={linesAtOnce}
          lined
        >
          {(line) => <NoticeLine line={line} member={member} />}
        </Growing>
      )}
    </Loaded>
  );
}

const toBoard = {
  label: '去公开栏选',
  onTap: () => Taro.switchTab({ url: '/pages/board/index' }),
};

function shareNotice(villageId: string | null, noticeId: string | undefined) {
  const query = [villageId && `villageId=${villageId}`, noticeId && `noticeId=${noticeId}`];
  return {
    title: '正在公示的积分,有不对的可以提异议',
    path: `/packages/work/notice/index?${query.filter(Boolean).join('&')}`,
  };
}

/** One batch on public notice; without a number, the board with all that stand now. */
export default function NoticePage() {
  const { villageId: asked, noticeId } = usePageParams();
  const village = useSession((session) => session.village);
  const villageId = asked ?? village?.villageId ?? null;
  useShareAppMessage(() => shareNotice(villageId, noticeId));
  if (villageId === null) {
    return (
      <Page title="公示" primary={toBoard}>
        <EmptyState
          icon="notice"
          text="不知道要看哪个嘎查村的公示。"
          hint="请先在“公开”里选一个嘎查村。"
        />
      </Page>
    );
  }
  return (
    <Page title="公示">
      {noticeId ? (
        <OneNotice villageId={villageId} noticeId={noticeId} />
      ) : (
        <Board villageId={villageId} />
      )}
    </Page>
  );
}
