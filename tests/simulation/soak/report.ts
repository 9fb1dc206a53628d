import type { Report } from './play';
import type { Sample } from './samples';
import { bounds } from './verdict';
import type { WorkerGrowth } from './worker-growth';

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

function row(cells: (string | number)[]): string {
  return cells
    .map((cell, index) => (index === 0 ? `${cell}`.padEnd(30) : `${cell}`.padStart(9)))
    .join('');
}

function sampleRow(sample: Sample): string {
  const { atMs, residentBytes, heldBytes, workers, workerBytesMean, handles, calls } = sample;
  const seconds = `${Math.round(atMs / 1000)} s`;
  const memory = [residentBytes, heldBytes, workerBytesMean].map(megabytes);
  const delay = [sample.delayP50Ms, sample.delayP99Ms].map((ms) => ms.toFixed(0));
  return row([seconds, ...memory, workers, handles ?? '-', ...delay, calls]);
}

/** Some twenty lines of the samples, evenly: the JSON has them all. */
function everyFew(samples: readonly Sample[]): Sample[] {
  const step = Math.max(1, Math.ceil(samples.length / 20));
  return samples.filter((_, index) => index % step === 0 || index === samples.length - 1);
}

function growthLine(growth: WorkerGrowth): string {
  const { functionName, megabytesPerHour, megabytes, processes, throughout } = growth;
  const figures = `${megabytesPerHour.toFixed(1)} MB/h, ${megabytes.toFixed(1)} MB`;
  const of = throughout
    ? `median of ${processes} that lived throughout`
    : 'none lived throughout: the one that lived longest, over its later half';
  return `${functionName}: ${figures} (${of})`;
}

/** The report in words and tables; MB, ms. */
export function printReport(report: Report, say: (line: string) => void): void {
  const { settings, users, daysPassed, books, figures, errors, samples, verdict } = report;
  say(row(['at', 'RSS', 'held', 'worker', 'workers', 'handles', 'loop p50', 'p99', 'calls']));
  for (const sample of everyFew(samples)) say(sampleRow(sample));
  say(row(['action', 'calls', 'p50', 'p95', 'p99', 'max']));
  for (const { action, calls, p50Ms, p95Ms, p99Ms, maximumMs } of figures) {
    say(row([action, calls, p50Ms, p95Ms, p99Ms, maximumMs]));
  }
  say('answers that were no:');
  for (const [key, count] of Object.entries(errors)) say(`  ${count} × ${key}`);
  const { serverMegabytesPerHour, workers, heldMegabytes, freshHeldMegabytes } = verdict;
  say(`users ${users}, minutes ${settings.minutes}, days ${daysPassed}, seed ${settings.seed}`);
  say(`books hold: ${JSON.stringify(books)}`);
  const { workerMegabytesPerHour, workerMegabytes } = bounds;
  say(`workers, second half (bound ${workerMegabytesPerHour} MB/h and ${workerMegabytes} MB):`);
  for (const growth of workers) say(`  ${growthLine(growth)}`);
  say(`server RSS, second half: ${serverMegabytesPerHour.toFixed(1)} MB/h, data included`);
  const [held, fresh] = [heldMegabytes.toFixed(1), freshHeldMegabytes.toFixed(1)];
  say(`server holds ${held} MB after collection, a fresh one on the same data ${fresh} MB`);
  say(verdict.flat ? 'verdict: flat' : `verdict: NOT flat: ${verdict.problems.join('; ')}`);
}
