import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../../../config/functions/build-functions';
import { sizeBytes } from '../../../config/run/fingerprint';
import { randomFrom } from '../../support/random';
import type { BenchResult, BenchRow, BenchSection } from '../section';
import { type CallTimes, measureCalls } from './call-times';
import { measureLoads } from './load-times';
import { inWords, quartilesOf } from './quartiles';
import { layOut, subjects } from './subjects';

/** A first call may cost this much of what the SDK alone, bundled, costs in the same run. */
const aimRatio = 1.1;
const aim = `≤ ${aimRatio}`;

const medianOf = (values: readonly number[]) => quartilesOf(values).median;
const rounded = (value: number, digits = 3) => Number(value.toFixed(digits));

type Measured = {
  calls: Record<string, CallTimes>;
  loads: Record<string, number[]>;
  bytes: Record<string, number>;
};

function rowsOf({ calls, loads, bytes }: Measured): BenchRow[] {
  const first = (name: string) => calls[name]?.first ?? [];
  const workOf = (name: string) => {
    const { later = [], requestsOfFirst = 0 } = calls[name] ?? {};
    return `${requestsOfFirst} requests; called again ${medianOf(later).toFixed(1)} ms`;
  };
  return subjects.flatMap(({ name, against, deferred }): BenchRow[] => {
    const size = (bytes[name] ?? 0) / 1024;
    const rows: BenchRow[] = [
      { what: `${name}: index.js`, value: rounded(size, 0), unit: 'KB' },
      {
        what: `${name}: loading (quartiles)`,
        value: inWords(quartilesOf(loads[name] ?? [])),
        unit: 'ms',
      },
      {
        what: `${name}: first call (quartiles)`,
        value: inWords(quartilesOf(first(name))),
        unit: 'ms',
        of: workOf(name),
      },
    ];
    if (against === null || deferred === null) return rows;
    const ratioTo = (other: string) => medianOf(first(name)) / medianOf(first(other));
    const what = `${name}: first call against`;
    const met = ratioTo(against) <= aimRatio;
    return [
      ...rows,
      { what: `${what} ${against}`, value: rounded(ratioTo(against)), unit: '×', aim, met },
      { what: `${what} ${deferred}`, value: rounded(ratioTo(deferred)), unit: '×' },
    ];
  });
}

function notesOf({ calls, loads }: Measured): string[] {
  const first = (name: string) => medianOf(calls[name]?.first ?? []);
  const load = (name: string) => medianOf(loads[name] ?? []);
  const bare = first('bare-bundled');
  const sdk = bare - first('nothing');
  const unbundled = first('bare-unbundled') / bare;
  return [
    `The SDK itself: ${load('bare-bundled').toFixed(1)} ms to load bundled, ` +
      `${load('bare-unbundled').toFixed(1)} ms out of node_modules; of a first call of ` +
      `${bare.toFixed(1)} ms it and one read are ${sdk.toFixed(1)} ms, ` +
      `the process ${first('nothing').toFixed(1)} ms.`,
    `With its seldom needed parts put off, as the product's functions have them, the SDK's first ` +
      `call takes ${(first('bare-deferred') / bare).toFixed(2)} × as long; what is left of a ` +
      `function's own is the difference to that.`,
    `The unbundled SDK's first call is ${unbundled.toFixed(2)} × the bundled one's.`,
    'A function also does its work, with the requests beside it, where the bare SDK makes one; ' +
      'what that takes without a start is the time of being called again.',
    'Times are from the call to its answer through the local cloud, in a process that was not ' +
      'there before; the cloud adds what it needs to find and unpack a function.',
  ];
}

function measuredBytes(directory: string): Record<string, number> {
  const pairs = subjects.map(({ name }) => {
    return [name, sizeBytes(path.join(directory, name, 'index.js'))] as const;
  });
  return Object.fromEntries(pairs);
}

/**
 * Size, loading time and first call of every function, against the SDK alone, bundled and out of
 * node_modules; each in as many fresh processes as asked for.
 */
export const firstCallSection: BenchSection = {
  name: 'first-call',
  async run({ seed, processes }): Promise<BenchResult> {
    await buildFunctions();
    const directory = mkdtempSync(path.join(tmpdir(), 'first-call-'));
    try {
      await layOut(directory);
      const random = randomFrom(seed);
      const measured: Measured = {
        bytes: measuredBytes(directory),
        loads: await measureLoads(directory, processes, random),
        calls: await measureCalls(directory, processes, random),
      };
      return { rows: rowsOf(measured), raw: measured, notes: notesOf(measured) };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
