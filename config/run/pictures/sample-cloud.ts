import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Cloud, startCloud } from '../../../local-cloud';
import { type CloudClient, connect } from '../cloud-client';
import { cloudOptions } from '../cloud-options';
import { buildCast, type SampleCast } from '../sample';
import { historyDays, seedHistory } from '../seed/history';
import { seedTownship, storyVillageNumber } from '../seed/township';

export type SampleCloud = {
  url: string;
  client: CloudClient;
  /** For what no action makes in a short time: years of history. */
  engine: Cloud['engine'];
  cast: SampleCast;
  villageId: string;
  shopId: string;
  /** Ends the cloud and removes what it kept. */
  stop(): Promise<void>;
};

type Wanted = { history: boolean; neighbours?: readonly number[] };

const dayMs = 86_400_000;
const secrets = { jifenSecret: 'sample-key-'.repeat(4), foundingSecret: 'a-sample-founding' };

/**
 * A local cloud with the built functions in a folder of its own, seeded with the sample village of
 * the story; its clock stands at now when it is handed over.
 * @param history also seeds nine days of life, so that screens are filled
 * @param neighbours numbers of other sample villages that are founded too
 * @throws an error that names the step when seeding did not come through; nothing stays open then
 */
export async function openSampleCloud({ history, neighbours = [] }: Wanted): Promise<SampleCloud> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jifen-sample-'));
  const cloud = await startCloud({
    ...cloudOptions(secrets),
    port: 0,
    dataDirectory: directory,
    ...(history && { clockOffsetMs: -historyDays * dayMs }),
  });
  const stop = async () => {
    await cloud.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const client = connect(cloud.url);
    const startedAtMs = await client.nowMs();
    const township = await seedTownship({
      client,
      foundingSecret: secrets.foundingSecret,
      villageNumbers: [storyVillageNumber, ...neighbours],
      startedAtMs,
      say: () => undefined,
    });
    if (history) await seedHistory(client, township, startedAtMs);
    const cast = buildCast(township.villages, storyVillageNumber);
    const shopId = township.shops[0]?.shopId ?? '';
    const { villageId } = cast.cadre;
    return { url: cloud.url, client, engine: cloud.engine, cast, villageId, shopId, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
