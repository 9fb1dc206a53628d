import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../components/card';
import { atLeastNowMs, daysLeftInWords, lastDayBefore } from '../../components/days';
import { EmptyState } from '../../components/empty-state';
import { NoticeLine } from '../../components/notice-line';
import { StateTag } from '../../components/state-tag';
import { Tap } from '../../components/tap';
import type { ValueOf } from '../../contracts/contract';
import type { readBoard } from '../../contracts/points';
import { dayInWords } from '../../domain/kernel/time';
import './notices.scss';

type Board = ValueOf<typeof readBoard>;
type Notice = Board['notices'][number];

const linesAtFirst = 5;

type CardProps = { notice: Notice; nowMs: number; member: boolean };

function NoticeCard({ notice, nowMs, member }: CardProps) {
  const [all, setAll] = useState(false);
  const shown = all ? notice.lines : notice.lines.slice(0, linesAtFirst);
  const lastDay = dayInWords(lastDayBefore(notice.closesAtMs));
  return (
    <Card flush>
      <View className="notice-head">
        <View className="notice-title">公示中 {notice.count} 条</View>
        <StateTag tone="waiting" word={daysLeftInWords(notice.closesAtMs, nowMs)} />
        <View className="notice-next">公示到 {lastDay},没有异议就入账</View>
      </View>
      {shown.map((line) => (
        <NoticeLine key={line.recordId} line={line} member={member} />
      ))}
      {notice.lines.length > shown.length && (
        <Tap className="notice-more" onTap={() => setAll(true)}>
          看全部 {notice.lines.length} 条
        </Tap>
      )}
    </Card>
  );
}

/** What stands on public notice now; members may open a line and object there. */
export function Notices({ board, member }: { board: Board; member: boolean }) {
  const { notices, seal } = board;
  const nowMs = atLeastNowMs([
    ...notices.map((notice) => notice.openedAtMs),
    ...(seal ? [seal.day] : []),
  ]);
  if (notices.length === 0) {
    return (
      <Card>
        <EmptyState
          icon="notice"
          text="现在没有正在公示的"
          hint="评议通过的好事会在这里公示 5 天,没有异议才入账。"
        />
      </Card>
    );
  }
  return (
    <>
      {notices.map((notice) => (
        <NoticeCard key={notice.noticeId} notice={notice} nowMs={nowMs} member={member} />
      ))}
      {!member && <View className="notice-hint">登录并加入本村后,能看到是哪一户。</View>}
    </>
  );
}
