import { readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { CloudProcess } from '../../support/cloud-process';
import { workersOf } from '../fire/processes';

/** What the probe in the cloud's process tells. */
export type Probe = {
  residentBytes: number;
  heldBytes: number;
  delayP50Ms: number;
  delayP99Ms: number;
  delayMaximumMs: number;
};

export type WorkerSample = { pid: number; functionName: string; bytes: number };

export type Sample = Probe & {
  /** Since the start of the traffic. */
  atMs: number;
  workers: number;
  workerBytesMean: number;
  workerProcesses: WorkerSample[];
  /** Open file descriptors; null where the system does not tell. */
  handles: number | null;
  workerHandlesMaximum: number | null;
  calls: number;
};

const probeLimitMs = 30_000;

/** @param collect also collects garbage first, so that `heldBytes` is what is really held */
export function askProbe({ child }: CloudProcess, collect = false): Promise<Probe> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the cloud does not answer')), probeLimitMs);
    child.once('message', (probe) => {
      clearTimeout(timer);
      resolve(probe as Probe);
    });
    child.send({ collect });
  });
}

function handlesOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}

/** A worker stands in its function's folder; one name for all where the system does not tell. */
function functionOf(pid: number): string {
  try {
    return path.basename(readlinkSync(`/proc/${pid}/cwd`));
  } catch {
    return 'functions';
  }
}

export async function takeSample(
  cloud: CloudProcess,
  atMs: number,
  calls: number,
): Promise<Sample> {
  const probe = await askProbe(cloud);
  const workers = workersOf(cloud.pid);
  const bytes = workers.map(({ kilobytes }) => kilobytes * 1024);
  const handles = workers
    .map(({ pid }) => handlesOf(pid))
    .filter((count): count is number => count !== null);
  return {
    ...probe,
    ...{ atMs, calls, workers: workers.length },
    workerBytesMean: bytes.reduce((sum, each) => sum + each, 0) / Math.max(1, bytes.length),
    workerProcesses: workers.map(({ pid, kilobytes }) => ({
      ...{ pid, functionName: functionOf(pid), bytes: kilobytes * 1024 },
    })),
    handles: handlesOf(cloud.pid),
    workerHandlesMaximum: handles.length > 0 ? Math.max(...handles) : null,
  };
}
