import type { CloudClient } from '../../../config/run/cloud-client';
import { randomFrom } from '../../support/random';
import { createRecorder } from './latency';
import { checkSome, noticeSome, reviewSome } from './staff';
import type { Village } from './township';
import { declareOne, type Traffic } from './traffic';

const deedsEach = 4;
const sittingsAtMost = 60;
const noticeDays = 6;
const dayMs = 86_400_000;

async function sit(work: () => Promise<number>): Promise<void> {
  for (let sitting = 0; sitting < sittingsAtMost; sitting += 1) if ((await work()) === 0) return;
}

async function warmVillage(traffic: Traffic, village: Village): Promise<void> {
  const [first, second] = village.cadres;
  for (const resident of village.residents) {
    for (let deed = 0; deed < deedsEach; deed += 1) await declareOne(traffic, resident);
  }
  for (const cadre of [first, second]) await sit(() => checkSome(traffic, cadre));
  for (const member of village.panel) await sit(() => reviewSome(traffic, member));
  await sit(() => noticeSome(traffic, first));
}

/** A few deeds of everybody, posted: from the first minute on there are points to spend. */
export async function warmUp(
  client: CloudClient,
  villages: readonly Village[],
  seed: number,
): Promise<void> {
  const traffic: Traffic = {
    ...{ client, recorder: createRecorder(), random: randomFrom(seed) },
    placed: new Map(),
    acknowledged: { orders: new Set(), records: new Set() },
  };
  await Promise.all(villages.map((village) => warmVillage(traffic, village)));
  await client.advance(noticeDays * dayMs);
}
