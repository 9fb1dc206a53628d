/**
 * Loaded before a script that must not outlive who started it (`node --import`): when that
 * process is gone, however it went, this one gets SIGTERM, as if it had been told to end.
 * Who started it may say its process id in STARTED_BY, so that it is missed even when it went
 * before this file was loaded.
 *
 * A shell that npm puts between itself and a script passes no signal on and outlives npm, so the
 * starter of a shell is watched as well. A thread of its own watches: a build may keep the main
 * one busy for many seconds.
 */
import { readFileSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const askEveryMs = 300;

/**
 * @param {number} processId
 * @returns {{ name: string, parentId: number } | null} null where the system keeps no /proc
 */
function lookUp(processId) {
  try {
    // `12 (a name) S 34 …`; the name itself may hold brackets and spaces.
    const [, name = '', rest = ''] =
      /^\d+ \((.*)\) (.*)/s.exec(readFileSync(`/proc/${processId}/stat`, 'utf8')) ?? [];
    return { name, parentId: Number(rest.split(' ')[1]) };
  } catch {
    return null;
  }
}

/** @param {number} parentId who started this process */
function watch(parentId) {
  const parent = lookUp(parentId);
  const isShell = parent !== null && /^\w*sh$/.test(parent.name);
  const isGone = () =>
    process.ppid !== parentId || (isShell && lookUp(parentId)?.parentId !== parent.parentId);
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, askEveryMs);
}

// Threads of the script itself load this file too, with data of their own.
if (isMainThread) {
  const watchedParentId = Number(process.env.STARTED_BY ?? process.ppid);
  // What this process starts in turn is not started by that one.
  delete process.env.STARTED_BY;
  const options = { workerData: { watchedParentId }, execArgv: [] };
  new Worker(new URL(import.meta.url), options).unref();
} else if (workerData?.watchedParentId !== undefined) {
  watch(workerData.watchedParentId);
}
