import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endOnSignal, startCloud } from '../../local-cloud';
import { dayOf } from '../../src/domain/kernel/time';
import { buildFunctions, buildH5 } from './build';
import { type CloudClient, connect } from './cloud-client';
import { cloudAddressFile, cloudOptions } from './cloud-options';
import { say, withProgress } from './progress';
import { projectDirectory } from './project-directory';
import { sampleCast, sampleShops } from './sample';
import { historyDays, seedHistory } from './seed/history';
import { seedTownship } from './seed/township';
import { openFitting } from './start/open-fitting';
import { readSecrets } from './start/secrets';
import { startPhones } from './start/start-phones';

/**
 * `npm start [-- --port N] [--data DIR]`: builds what is stale, starts the local cloud on durable
 * data, founds the sample township the first time, and serves one page with three phones.
 */
const dayMs = 86_400_000;
const usualPort = 8620;

type Seeding = { startedAtMs: number; done: boolean };

function readSeeding(file: string): Seeding | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Seeding) : null;
}

async function seedOnce(client: CloudClient, file: string, foundingSecret: string): Promise<void> {
  const known = readSeeding(file);
  if (known?.done) return;
  const startedAtMs = known?.startedAtMs ?? (await client.nowMs());
  writeFileSync(file, JSON.stringify({ startedAtMs, done: false }));
  say('第一次启动,正在建示例镇(10 个嘎查,300 户)');
  await withProgress('还在建示例镇', async () => {
    const township = await seedTownship({ client, foundingSecret, startedAtMs, say });
    await seedHistory(client, township, startedAtMs);
  });
  writeFileSync(file, JSON.stringify({ startedAtMs, done: true }));
}

/** What is open, closed in reverse order when the process is told to end. */
const stopping: (() => Promise<void>)[] = [];

async function stop(): Promise<void> {
  say('\n正在收尾……');
  for (const each of stopping.reverse()) await each();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, data: { type: 'string', default: 'data' } },
  });
  const folder = path.resolve(projectDirectory, values.data);
  mkdirSync(folder, { recursive: true });
  await buildFunctions();
  await buildH5();
  const seedFile = path.join(folder, 'seed.json');
  const secrets = readSecrets(folder);
  const open = () =>
    startCloud({
      ...cloudOptions(secrets),
      port: 0,
      dataDirectory: path.join(folder, 'cloud'),
      // A new township begins in the past, so that its first days can have passed by today.
      ...(readSeeding(seedFile) ? {} : { clockOffsetMs: -historyDays * dayMs }),
    });
  const cloud = await openFitting(folder, dayOf(Date.now()), open, (aside) => {
    say(`数据是另一个版本的程序存的,这个版本读不了:没有删,挪到了 ${aside},现在从头建`);
  });
  stopping.push(() => cloud.stop());
  writeFileSync(path.join(folder, cloudAddressFile), `${cloud.url}\n`);
  const client = connect(cloud.url);
  await seedOnce(client, seedFile, secrets.foundingSecret);
  const { villageId } = sampleCast.cadre;
  const phones = await startPhones({
    cloudUrl: cloud.url,
    client,
    cast: sampleCast,
    shopId: sampleShops.find((shop) => shop.villageIds.includes(villageId))?.shopId ?? '',
    distH5: path.join(projectDirectory, 'dist/h5'),
    port: Number(values.port ?? usualPort),
    onBusy: (port) => say(`端口 ${port} 有别的程序在用,换下一个`),
  });
  stopping.push(() => phones.stop());
  say('');
  process.stdout.write(`打开 ${phones.url} 看三部手机。按 Ctrl-C 结束。\n`);
}

const isEnding = endOnSignal(stop, say);
main().catch((error: Error) => {
  if (isEnding()) return;
  say(error.message);
  process.exit(1);
});
