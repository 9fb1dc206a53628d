import { cp, rm } from 'node:fs/promises';
import { type Cloud, startCloud } from '../../../local-cloud';
import { type CloudClient, connect } from '../cloud-client';
import { cloudOptions } from '../cloud-options';
import { copyOfTown } from '../kept-town';
import { buildCast, buildSampleTown, buildShops, type SampleCast, sampleSeed } from '../sample';
import { historyDays, seedHistory } from '../seed/history';
import { sampleTownship, seedTownship, storyVillageNumber } from '../seed/township';

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

type Wanted = { history: boolean; templates?: string };

const dayMs = 86_400_000;
/** Of every town that is kept; a cloud on a copy of one must be started with them. */
export const sampleSecrets = {
  jifenSecret: 'sample-key-'.repeat(4),
  foundingSecret: 'a-sample-founding',
};
/** A village beside that of the story. */
export const neighbourNumber = 4;
export const keptVillageNumbers = [storyVillageNumber, neighbourNumber];

/** On a cloud whose past begins where the sample's does. */
async function fill(
  dataDirectory: string,
  work: (client: CloudClient, startedAtMs: number) => Promise<unknown>,
): Promise<void> {
  const clockOffsetMs = -historyDays * dayMs;
  // A worker costs as much as a hundred calls: here nobody waits for two at once.
  const options = {
    ...cloudOptions(sampleSecrets),
    ...{ port: 0, dataDirectory, clockOffsetMs, maximumWorkersPerFunction: 1 },
  };
  const cloud = await startCloud(options);
  try {
    const client = connect(cloud.url);
    await work(client, await client.nowMs());
  } finally {
    await cloud.stop();
  }
}

/** A data folder with the village of the story and its neighbour, founded nine days ago. */
export function copyOfFoundedTown(): Promise<string> {
  const { foundingSecret } = sampleSecrets;
  const say = () => undefined;
  return copyOfTown('founded', (directory) =>
    fill(directory, (client, startedAtMs) =>
      seedTownship({
        ...{ client, foundingSecret, startedAtMs, say },
        villageNumbers: keptVillageNumbers,
      }),
    ),
  );
}

/** The founded town with more done to it, kept as well. @param grow works on the folder itself */
export function copyOfGrownTown(
  name: string,
  grow: (directory: string) => Promise<void>,
): Promise<string> {
  return copyOfTown(name, async (directory) => {
    const founded = await copyOfFoundedTown();
    try {
      await cp(founded, directory, { recursive: true });
    } finally {
      await rm(founded, { recursive: true, force: true });
    }
    await grow(directory);
  });
}

/** The founded town after nine days of life. */
export function copyOfTownWithHistory(): Promise<string> {
  return copyOfGrownTown('history', (directory) =>
    fill(directory, (client, startedAtMs) => {
      const villageNumbers = keptVillageNumbers;
      const township = sampleTownship({ client, villageNumbers, startedAtMs });
      return seedHistory(client, township, startedAtMs);
    }),
  );
}

/**
 * A local cloud with the built functions in a folder of its own, seeded with the sample village of
 * the story and one beside it; its clock stands at now when it is handed over.
 * @param history also nine days of life, so that screens are filled
 * @param templates of subscribe messages, as in `JIFEN_TEMPLATES`; none unless said
 * @throws an error that names the step when seeding did not come through; nothing stays open then
 */
export async function openSampleCloud({ history, templates }: Wanted): Promise<SampleCloud> {
  const dataDirectory = await (history ? copyOfTownWithHistory() : copyOfFoundedTown());
  const cloud = await startCloud({
    ...cloudOptions(sampleSecrets, templates),
    ...{ port: 0, dataDirectory, maximumWorkersPerFunction: 2 },
  });
  const stop = async () => {
    await cloud.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  const villages = buildSampleTown(sampleSeed);
  const seeded = villages.filter(({ villageNumber }) => keptVillageNumbers.includes(villageNumber));
  const cast = buildCast(seeded, storyVillageNumber);
  const { villageId } = cast.cadre;
  const [shop] = buildShops(villages).filter(({ keeper }) => keeper.villageId === villageId);
  const shopId = shop?.shopId ?? '';
  const client = connect(cloud.url);
  return { url: cloud.url, client, engine: cloud.engine, cast, villageId, shopId, stop };
}
