import { keptSinceMs } from '../../src/domain/people/retention';
import type { CloudApi } from './cloud-api';

type Listed = { Key: string; LastModified: string; Size: string };

/** Where phones put what functions have not taken yet, and how long it may wait for that. */
const folders = [
  { folder: 'evidence/', kept: 'uploadedPhoto', what: '传了没交的照片' },
  { folder: 'registers/', kept: 'abandonedFile', what: '没有导入的户册文件' },
] as const;

export type SweepWork = {
  api: CloudApi;
  nowMs: number;
  say(line: string): void;
  confirm(): Promise<boolean>;
};

/** What lies in a folder longer than it may; the names are never printed. */
async function overdueIn(
  { api, nowMs }: SweepWork,
  { folder, kept }: (typeof folders)[number],
): Promise<string[]> {
  const files: Listed[] = await api.patiently(() => api.manager.storage.listDirectoryFiles(folder));
  const sinceMs = keptSinceMs(kept, nowMs);
  return files
    .filter(({ Key }) => Key.startsWith(folder) && !Key.endsWith('/'))
    .filter(({ LastModified }) => Date.parse(LastModified) < sinceMs)
    .map(({ Key }) => Key);
}

const mostAtOnce = 50;

async function removeAll({ api }: SweepWork, keys: readonly string[]): Promise<void> {
  const { storage, env } = api.manager;
  const { EnvInfo } = await api.patiently(() => env.getEnvInfo());
  const { Bucket = '', Region = '' } = EnvInfo.Storages?.[0] ?? {};
  for (let at = 0; at < keys.length; at += mostAtOnce) {
    const part = keys.slice(at, at + mostAtOnce);
    await api.patiently(() => storage.deleteFileCustom(part, Bucket, Region));
  }
}

/**
 * Deletes what was uploaded and never handed in: no document knows of it and the functions' SDK
 * lists no files. What was handed in lies in `kept/`, which is not looked at.
 * @returns the exit code
 */
export async function sweepStorage(
  work: SweepWork,
  { dryRun, yes }: { dryRun: boolean; yes: boolean },
): Promise<number> {
  const overdue: string[] = [];
  for (const each of folders) {
    const found = await overdueIn(work, each);
    work.say(`${each.folder} 里${each.what}:过期的 ${found.length} 个`);
    overdue.push(...found);
  }
  if (overdue.length === 0) {
    work.say('没有要清的。');
    return 0;
  }
  if (dryRun) return 0;
  if (!yes && !(await work.confirm())) {
    work.say('什么都没有删。');
    return 0;
  }
  await removeAll(work, overdue);
  work.say(`删了 ${overdue.length} 个。交上去的照片在 kept/ 里,没有动。`);
  return 0;
}
