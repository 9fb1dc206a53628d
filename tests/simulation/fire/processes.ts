import { execFileSync } from 'node:child_process';

export type ProcessInfo = { pid: number; parent: number; kilobytes: number; command: string };

/** What `ps` knows of a process's children; resident memory in kB. */
export function childrenOf(parent: number): ProcessInfo[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { maxBuffer: 1 << 24 });
  return text
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [, pid, ppid, rss, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      if (command === undefined || Number(ppid) !== parent) return [];
      return [{ pid: Number(pid), parent, kilobytes: Number(rss), command }];
    });
}

/** The processes in which a cloud's functions run. */
export function workersOf(cloudPid: number): ProcessInfo[] {
  return childrenOf(cloudPid).filter(({ command }) => command.includes('worker-process.cjs'));
}
