import { openPage } from '../../../client/open-page';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { openRecord } from '../../../components/record-line';
import { RemindMe } from '../../../components/remind-me';
import { MoveSheet } from '../../../components/workflow/move-sheet';
import { useMove } from '../../../components/workflow/use-move';
import { readRecord } from '../../../contracts/records';
import { movesFor } from '../detail/moves';
import { SmallWithdrawal } from '../detail/small-withdrawal';
import type { Recorded } from './use-record';

const openOutbox = () => openPage('/packages/record/outbox/index');

type InProps = { label: string; recordId: string };

/** What happens next with it and until when, and the way to take it back. */
function InCard({ label, recordId }: InProps) {
  const full = useCall(readRecord, { recordId });
  const move = useMove(recordId, full.reload);
  const next = full.value?.record.next ?? '等另一位干部核对。';
  return (
    <>
      <Card flush tone="green">
        <Line
          icon="check"
          title={label}
          note={`交上去了。${next}可以接着记下一户。`}
          onTap={() => openRecord(recordId)}
        />
      </Card>
      <SmallWithdrawal moves={movesFor(full.value?.offered ?? [])} onChoose={move.open} />
      <MoveSheet
        move={move.chosen}
        subjectId={recordId}
        busy={move.busy}
        error={move.error}
        onConfirm={move.run}
        onClose={() => move.open(null)}
      />
    </>
  );
}

/** What became of the last record, and where to follow it. */
export function RecordedCard({ recorded }: { recorded: Recorded }) {
  const { label, sent } = recorded;
  if (sent.state === 'kept') {
    return (
      <Card flush tone="blue">
        <Line
          icon="upload"
          title={label}
          note="先存在本机,还没记分。有网时请再打开一次小程序,传上去才算。"
          onTap={openOutbox}
        />
      </Card>
    );
  }
  return (
    <>
      <InCard key={sent.recordId} label={label} recordId={sent.recordId} />
      <RemindMe title="没通过就提醒我" about={['result']} />
    </>
  );
}
