import jobsConfig from '../../../cloudfunctions/jobs/config.json';
import type { BenchRow } from '../section';
import type { CallCost } from './measure';

/** The platform's longest function run. */
const platformLimitSec = 60;
const deployedLimitSec = jobsConfig.timeout;

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(2);
const secondsOf = ({ waitedMs, processMs }: CallCost) => (waitedMs + processMs) / 1000;

function inWords(cost: CallCost): string {
  return [
    `requests ${cost.requests}`,
    `read ${cost.documentsRead} (looked at ${cost.examined})`,
    `written ${cost.documentsWritten}`,
    `MB ${megabytes(cost.bytesRead)} in, ${megabytes(cost.bytesWritten)} out`,
    `own ms ${cost.processMs}`,
  ].join(' · ');
}

/** A job's dearest call against the limits, and what all its calls did together. */
export function jobRows(job: string, calls: readonly CallCost[]): BenchRow[] {
  const dearest = calls.reduce((most, each) => (secondsOf(each) > secondsOf(most) ? each : most));
  const seconds = Number(secondsOf(dearest).toFixed(1));
  const done = calls.reduce((sum, { value }) => sum + ((value as { done?: number }).done ?? 0), 0);
  return [
    {
      what: `${job}: dearest of ${calls.length} calls, ${done} done`,
      value: inWords(dearest),
      unit: '',
    },
    {
      what: `${job}: time of it`,
      ...{ value: seconds, unit: 's', aim: `≤ ${platformLimitSec}` },
      met: seconds <= platformLimitSec,
    },
    {
      what: `${job}: against the time it is deployed with`,
      ...{ value: seconds, unit: 's', aim: `≤ ${deployedLimitSec}` },
      met: seconds <= deployedLimitSec,
    },
  ];
}

export function readRow(name: string, cost: CallCost): BenchRow {
  return { what: name, value: `${inWords(cost)} · waits ${cost.waitedMs} ms`, unit: '' };
}
