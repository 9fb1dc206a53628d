import { useSession } from '../../../client/session';
import type { RecordLineOf } from '../../../components/record-line';
import { RemindMe } from '../../../components/remind-me';
import { hasEnded } from '../../../domain/records/record-workflow';

type Props = { record: RecordLineOf; objected: boolean };

/** For the household whose deed it is, and for whoever has just objected. */
export function RemindOfRecord({ record, objected }: Props) {
  const number = useSession((session) => session.me?.householdNumber);
  if (hasEnded(record.state)) return null;
  if (objected) return <RemindMe title="有答复了提醒我" about={['result']} />;
  if (number === undefined || number !== record.householdNumber) return null;
  return <RemindMe title="有结果了提醒我" about={['on-notice', 'posted', 'result']} />;
}
