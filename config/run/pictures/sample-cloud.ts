import { rm } from 'node:fs/promises';
import { type Cloud, startCloud } from '../../../local-cloud';
import { type CloudClient, connect } from '../cloud-client';
import { cloudOptions } from '../cloud-options';
import { copyOfTown } from '../kept-town';
import { buildCast, buildSampleTown, buildShops, type SampleCast, sampleSeed } from '../sample';
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

async function seedInto(dataDirectory: string, villageNumbers: number[], history: boolean) {
  const clockOffsetMs = history ? -historyDays * dayMs : 0;
  const options = { ...cloudOptions(secrets), port: 0, dataDirectory, clockOffsetMs };
  const cloud = await startCloud(options);
  try {
    const client = connect(cloud.url);
    const startedAtMs = await client.nowMs();
    const { foundingSecret } = secrets;
    const say = () => undefined;
    const given = { client, foundingSecret, villageNumbers, startedAtMs, say };
    const township = await seedTownship(given);
    if (history) await seedHistory(client, township, startedAtMs);
  } finally {
    await cloud.stop();
  }
}

/**
 * A local cloud with the built functions in a folder of its own, seeded with the sample village of
 * the story; its clock stands at now when it is handed over.
 * @param history also seeds nine days of life, so that screens are filled
 * @param neighbours numbers of other sample villages that are founded too
 * @throws an error that names the step when seeding did not come through; nothing stays open then
 */
export async function openSampleCloud({ history, neighbours = [] }: Wanted): Promise<SampleCloud> {
  const villageNumbers = [storyVillageNumber, ...neighbours];
  const name = `sample-${villageNumbers.join('-')}${history ? '-history' : ''}`;
  const dataDirectory = await copyOfTown(name, (directory) =>
    seedInto(directory, villageNumbers, history),
  );
  const cloud = await startCloud({ ...cloudOptions(secrets), port: 0, dataDirectory });
  const stop = async () => {
    await cloud.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  const villages = buildSampleTown(sampleSeed);
  const cast = buildCast(villages, storyVillageNumber);
  const { villageId } = cast.cadre;
  const [shop] = buildShops(villages).filter(({ keeper }) => keeper.villageId === villageId);
  const shopId = shop?.shopId ?? '';
  const client = connect(cloud.url);
  return { url: cloud.url, client, engine: cloud.engine, cast, villageId, shopId, stop };
}
