import { readdirSync, readFileSync } from 'node:fs';

/** A process that is there, with what tells it from a later one of the same number. */
export type Running = { processId: number; parentId: number; startedAt: string; words: string };

/** Everything that runs on this machine; Linux alone, where /proc is. */
export function listProcesses(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').join(' ').trim();
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const [state = '', parent = '', ...rest] = fields;
        if (state === 'Z') return [];
        const startedAt = rest[17] ?? '';
        return [{ processId: Number(name), parentId: Number(parent), startedAt, words }];
      } catch {
        return []; // gone meanwhile
      }
    });
}

/** A process and all below it. */
export function treeOf(rootId: number): Running[] {
  const all = listProcesses();
  const found = all.filter(({ processId }) => processId === rootId);
  for (const each of found)
    found.push(...all.filter(({ parentId }) => parentId === each.processId));
  return found;
}

/** Those of the given that still run, and whatever they started since. */
export function stillRunning(before: readonly Running[]): Running[] {
  const all = listProcesses();
  const same = (a: Running, b: Running) =>
    a.processId === b.processId && a.startedAt === b.startedAt;
  return all
    .filter((each) => before.some((old) => same(old, each)))
    .flatMap((each) => treeOf(each.processId));
}
