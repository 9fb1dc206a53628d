import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Pages } from '../../client/use-pages';
import type { ValueOf } from '../../contracts/contract';
import type { readBoard } from '../../contracts/records';
import { dayInWords } from '../../domain/kernel/time';
import { Card } from '../card';
import { atLeastNowMs, daysLeftInWords, lastDayBefore } from '../days';
import { EmptyState } from '../empty-state';
import { Growing } from '../growing';
import { Line } from '../line';
import { MoreButton } from '../more-button';
import { NoticeLine } from '../notice-line';
import { StateTag } from '../state-tag';
import { Tap } from '../tap';
import './notices.scss';

type Board = ValueOf<typeof readBoard>;
type Notice = Board['notices'][number];

const linesAtFirst = 5;
/** About a screen of them, in one notice or several. */
const linesAtOnce = 10;

const tornInWords = (torn: number) => `有 ${torn} 条读不出来,请告诉镇里`;

type Props = { pages: Pages<Board, Notice>; seal: Board['seal']; member: boolean };
type CardProps = { notice: Notice; nowMs: number; lines: ReactNode; unfold: (() => void) | null };

function NoticeCard({ notice, nowMs, lines, unfold }: CardProps) {
  const lastDay = dayInWords(lastDayBefore(notice.closesAtMs));
  return (
    <Card flush>
      <View className="notice-head">
        <View className="notice-title">公示中 {notice.count} 条</View>
        <StateTag tone="waiting" word={daysLeftInWords(notice.closesAtMs, nowMs)} />
        <View className="notice-next">公示到 {lastDay},没有异议就入账</View>
      </View>
      {lines}
      {notice.torn > 0 && <Line title={tornInWords(notice.torn)} note="这几条先不入账" />}
      {/* A place of its own: when the button goes, the lines above it are not sent again. */}
      <View>
        {unfold && (
          <Tap className="notice-more" onTap={unfold}>
            看全部 {notice.lines.length} 条
          </Tap>
        )}
      </View>
    </Card>
  );
}

/** What stands on public notice now; members may open a line and object there. */
export function Notices({ pages, seal, member }: Props) {
  const notices = pages.rows;
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
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
  const groups = notices.map((notice) => {
    const { noticeId, lines } = notice;
    const all = unfolded.includes(noticeId) || lines.length <= linesAtFirst;
    const unfold = () => setUnfolded((before) => [...before, noticeId]);
    return {
      key: noticeId,
      rows: all ? lines : lines.slice(0, linesAtFirst),
      frame: (shown: ReactNode) => (
        <NoticeCard notice={notice} nowMs={nowMs} lines={shown} unfold={all ? null : unfold} />
      ),
    };
  });
  return (
    <>
      <Growing groups={groups} keyOf={({ recordId }) => recordId} atOnce={linesAtOnce} lined>
        {(line) => <NoticeLine line={line} member={member} />}
      </Growing>
      <MoreButton pages={pages} label="看后面的公示" />
      {!member && <View className="notice-hint">登录并加入本村后,能看到是哪一户。</View>}
    </>
  );
}
