import { openPage } from '../../../client/open-page';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { openRecord } from '../../../components/record-line';
import { RemindMe } from '../../../components/remind-me';
import type { Recorded } from './use-record';

const openOutbox = () => openPage('/packages/record/outbox/index');

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
      <Card flush tone="green">
        <Line
          icon="check"
          title={label}
          note="交上去了,等另一位干部核对。可以接着记下一户。"
          onTap={() => openRecord(sent.recordId)}
        />
      </Card>
      <RemindMe title="没通过就提醒我" about={['result']} />
    </>
  );
}
