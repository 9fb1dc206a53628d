import { useState } from 'react';
import { openPage, replacePage } from '../../../client/open-page';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { MoveButtons } from '../../../components/workflow/move-buttons';
import { MoveSheet } from '../../../components/workflow/move-sheet';
import { Timeline } from '../../../components/workflow/timeline';
import { useMove } from '../../../components/workflow/use-move';
import { readRecord } from '../../../contracts/records';
import { hasEnded } from '../../../domain/records/record-workflow';
import type { RecordState } from '../../../domain/records/types';
import { AnswerCard } from './answer-card';
import { EqualDecision } from './equal-decision';
import { decisionFor, foundWrongKey, movesFor, objectionKey, withdrawalKey } from './moves';
import { NextInQueue } from './next-in-queue';
import { type QueueView, readQueue } from './queue';
import { RecordFacts } from './record-facts';
import { RemindOfRecord } from './remind-of-record';
import { SmallWithdrawal } from './small-withdrawal';

type Props = { recordId: string; queue: QueueView | null; isTheirs: boolean; sent: boolean };

/** Before its check nobody is drawn for a record, and for what ended there nobody ever is. */
const undrawn: readonly RecordState[] = [
  ...(['waiting-check', 'waiting-cosign', 'withdrawn'] as const),
  ...(['refused-at-check', 'refused-at-cosign'] as const),
];

function DrawLine({ recordId, state }: { recordId: string; state: RecordState }) {
  if (undrawn.includes(state)) return null;
  const open = () => openPage(`/packages/record/draw/index?recordId=${recordId}`);
  return (
    <Card flush>
      <Line icon="search" title="评议员怎么抽的" note="谁都可以自己重抽一遍" onTap={open} />
    </Card>
  );
}

const another = () => replacePage('/packages/record/declare/index');

/**
 * @param isTheirs it was declared for the household that one acts for
 * @param sent it was declared just now
 */
function Detail({ recordId, queue, isTheirs, sent }: Props) {
  const proxyId = useSession((session) => session.proxy?.proxyId);
  const by = { proxyId };
  const own = { proxyId: isTheirs ? proxyId : undefined };
  const full = useCall(readRecord, { recordId, ...own });
  const [moved, setMoved] = useState(false);
  const [objected, setObjected] = useState(false);
  const move = useMove(recordId, () => {
    setMoved(true);
    setObjected(move.chosen?.key === objectionKey);
    full.reload();
  });
  const moves = moved ? [] : movesFor(full.value?.offered ?? [], by, own);
  const decision = moved ? null : decisionFor(full.value?.offered ?? []);
  const large = moves.filter(({ key }) => key !== withdrawalKey);
  const bottom =
    moved && queue ? (
      <NextInQueue queue={queue} doneId={recordId} />
    ) : (
      large.length > 0 && <MoveButtons moves={large} onChoose={move.open} />
    );
  return (
    <Page
      title="这一条记录"
      bottom={bottom}
      primary={sent ? { label: '再报一件', onTap: another } : undefined}
    >
      <Loaded call={full} lines={3}>
        {(value) => (
          <>
            <RecordFacts full={value} />
            {value.answer && <AnswerCard answer={value.answer} />}
            <RemindOfRecord record={value.record} objected={objected} />
            {decision && (
              <EqualDecision
                decision={decision}
                recordId={recordId}
                onDone={(key) => {
                  setMoved(key !== foundWrongKey);
                  full.reload();
                }}
              />
            )}
            <SmallWithdrawal moves={moves} onChoose={move.open} />
            <SectionHead title="经过" />
            <Timeline
              steps={value.timeline}
              next={hasEnded(value.record.state) ? null : value.record.next}
            />
            <DrawLine recordId={recordId} state={value.record.state} />
          </>
        )}
      </Loaded>
      <MoveSheet
        move={move.chosen}
        subjectId={recordId}
        busy={move.busy}
        error={move.error}
        onConfirm={move.run}
        onClose={() => move.open(null)}
      />
    </Page>
  );
}

export default function DetailPage() {
  const { recordId, queue, view, sent } = usePageParams();
  const isTheirs = view === 'proxy';
  if (recordId) {
    return <Detail {...{ recordId, isTheirs }} queue={readQueue(queue)} sent={sent === 'yes'} />;
  }
  return (
    <Page title="这一条记录">
      <EmptyState text="没找到这一条。" hint="请回到上一页再点一次。" />
    </Page>
  );
}
