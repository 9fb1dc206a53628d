import type { JobRun } from '../../src/domain/town/job-schedule';
import type { Reader } from '../runtime/store/store';

/** When each job last ran; one that never did has none. */
export function readJobRuns(read: Reader): Promise<JobRun[]> {
  return read.query<JobRun>('job-runs', { where: { townId: 'town' }, limit: 20 });
}
