import { View } from '@tarojs/components';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { type Pages, usePages } from '../../../client/use-pages';
import { Card } from '../../../components/card';
import { atLeastNowMs, daysLeftInWords, lastDayBefore } from '../../../components/days';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { NoticeLine } from '../../../components/notice-line';
import { Page } from '../../../components/page';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import { readBoard } from '../../../contracts/records';
import { dayInWords } from '../../../domain/kernel/time';
import './index.scss';

type Board = ValueOf<typeof readBoard>;
type Notice = Board['notices'][number];

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

function NoticesOf({ pages, member }: { pages: Pages<Board, Notice>; member: boolean }) {
  const groups = pages.rows.map((notice) => ({
    key: notice.noticeId,
    rows: notice.lines,
    frame: (lines: ReactNode) => <NoticeOf notice={notice} lines={lines} />,
  }));
  return (
    <>
      <Growing groups={groups} keyOf={({ recordId }) => recordId} atOnce={linesAtOnce} lined>
        {(line) => <NoticeLine line={line} member={member} />}
      </Growing>
      <MoreButton pages={pages} label="看后面的公示" />
    </>
  );
}

/** One notice alone, or all that run, page by page. */
function useNotices(villageId: string | null, noticeId: string | undefined) {
  const asked = { villageId: villageId ?? '', ...(noticeId && { noticeId }) };
  return usePages({
    contract: readBoard,
    first: villageId === null ? null : asked,
    rowsOf: (value) => value.notices,
    keyOf: (notice) => notice.noticeId,
    after: (last) => {
      const { closesAtMs } = last;
      return { villageId: asked.villageId, after: { noticeId: last.noticeId, closesAtMs } };
    },
  });
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

/** One batch on public notice; without a number, all that stand now. */
export default function NoticePage() {
  const { villageId: asked, noticeId } = usePageParams();
  const { me, village } = useSession();
  const villageId = asked ?? village?.villageId ?? null;
  const pages = useNotices(villageId, noticeId);
  useShareAppMessage(() => shareNotice(villageId, noticeId));
  const nothing = (
    <EmptyState icon="notice" text="这一批公示结束了。" hint="没有异议的已经入账。" />
  );
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
      <Loaded call={pages.first} isEmpty={(value) => value.notices.length === 0} empty={nothing}>
        {() => <NoticesOf pages={pages} member={me?.villageId === villageId} />}
      </Loaded>
    </Page>
  );
}
