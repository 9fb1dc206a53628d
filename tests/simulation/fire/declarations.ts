import { ulid } from 'ulid';
import { type CloudClient, connect } from '../../../config/run/cloud-client';
import {
  copyOfGrownTown,
  keptVillageNumbers,
  sampleSecrets,
} from '../../../config/run/pictures/sample-cloud';
import { buildRegisterRows, sampleOpenid, sampleSeed } from '../../../config/run/sample';
import { joinWithPhone } from '../../../config/run/seed/township';
import { points } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { startCloudProcess } from '../../support/cloud-process';
import { holds } from './wire';

/** How often a household may get each in a quarter: 24 small deeds, 51 of its 60 points. */
const timesAQuarter = {
  'law-and-fraud-lesson': 3,
  'settle-dispute': 4,
  'public-order-patrol': 4,
  'culture-and-sports': 3,
  'errand-for-neighbour': 4,
  'health-talk-and-exercise': 3,
  'skills-training': 3,
};
/** What a resident declares without units, levels or photos. */
export const smallDeedItems = Object.keys(timesAQuarter);
const smallDeeds = Object.entries(timesAQuarter).flatMap(([itemId, times]) =>
  Array.from({ length: times }, () => itemId),
);

export type Intent = { openid: string; itemId: string; commandId: string };

/** One adult with a phone of each household that has one. */
export function phoneHolders(villageNumbers: readonly number[]) {
  const rows = buildRegisterRows(sampleSeed).filter((row) => row.phone !== '');
  return villageNumbers.flatMap((villageNumber) => {
    const villageId = `v${String(villageNumber).padStart(2, '0')}`;
    const prefix = `100${String(villageNumber).padStart(2, '0')}`;
    const own = rows.filter((row) => row.phone.startsWith(prefix) && row.job === '居民');
    const heads = new Map(own.map((row) => [row.householdNumber, row]));
    return [...heads.values()].map(({ villageName, householdNumber, name, phone }) => ({
      openid: `${sampleOpenid('resident', villageNumber, householdNumber)}-kill`,
      villageId,
      villageName,
      householdNumber,
      name,
      phone,
      job: 'resident' as const,
    }));
  });
}

/** Joins who has not; leaves out whose own phone has joined already as part of the cast. */
async function joinHolders(client: CloudClient) {
  const openids: string[] = [];
  for (const holder of phoneHolders(keptVillageNumbers)) {
    const joined = await joinWithPhone(client, holder).then(
      () => true,
      () => false,
    );
    if (joined) openids.push(holder.openid);
  }
  return openids;
}

/** Deeds of all households, none above what the scheme allows. */
function makeIntents(openids: readonly string[], count: number): Intent[] {
  const each = Math.ceil(count / openids.length);
  holds(each <= smallDeeds.length, `${openids.length} households may not declare ${count} deeds`);
  const all = openids.flatMap((openid) =>
    smallDeeds.slice(0, each).map((itemId) => ({ openid, itemId, commandId: ulid() })),
  );
  return all.slice(0, count);
}

/** Of a cloud that is there to be killed; for `startCloudProcess`. */
export const fireSecrets = {
  JIFEN_SECRET: sampleSecrets.jifenSecret,
  JIFEN_FOUNDING_SECRET: sampleSecrets.foundingSecret,
};

/**
 * A data folder where two villages are founded and a person of each household has joined; for
 * clouds with the secrets above.
 */
export function foundedFolder(): Promise<string> {
  return copyOfGrownTown('fire', async (directory) => {
    const cloud = await startCloudProcess(directory, fireSecrets);
    try {
      await joinHolders(connect(cloud.url));
    } finally {
      await cloud.stop();
    }
  });
}

/** Deeds to be declared by the people of a founded folder. */
export async function intentsOf(
  client: CloudClient,
  deeds: number,
): Promise<{ openids: string[]; intents: Intent[] }> {
  const openids = await joinHolders(client);
  return { openids, intents: makeIntents(openids, deeds) };
}

export type Declared = {
  /** Command id → record id. */
  acknowledged: Map<string, string>;
  /** Command id → code; `busy` is no answer and stands in neither. */
  refused: Map<string, string>;
};

/** Sends all at once; answers which were acknowledged, with the record each got. */
export async function declareAll(
  client: CloudClient,
  intents: readonly Intent[],
  onAnswer?: (count: number) => void,
): Promise<Declared> {
  const day = dayOf(await client.nowMs());
  const acknowledged = new Map<string, string>();
  const refused = new Map<string, string>();
  await Promise.all(
    intents.map(async ({ openid, itemId, commandId }) => {
      const input = { itemId, day, note: '又一回', photos: [] };
      const answer = await client
        .as(openid)
        .call(points.declareDeed, input, commandId)
        .catch(() => null);
      if (answer?.ok) acknowledged.set(commandId, answer.value.recordId);
      else if (answer && answer.error.code !== 'busy') refused.set(commandId, answer.error.code);
      if (answer?.ok) onAnswer?.(acknowledged.size);
    }),
  );
  return { acknowledged, refused };
}

/** Sends what is open until nothing is. @throws Error when a command is refused or never taken */
export async function declareUntilDone(
  client: CloudClient,
  intents: readonly Intent[],
): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  let open = [...intents];
  for (let round = 0; open.length > 0 && round < 10; round += 1) {
    const { acknowledged, refused } = await declareAll(client, open);
    holds(refused.size === 0, `refused: ${[...new Set(refused.values())].join(', ')}`);
    for (const [commandId, recordId] of acknowledged) all.set(commandId, recordId);
    open = open.filter(({ commandId }) => !acknowledged.has(commandId));
  }
  holds(open.length === 0, `${open.length} commands were never taken`);
  return all;
}

/** The records of all these people as they see them. @throws Error when one comes twice */
export async function listOwnRecords(
  client: CloudClient,
  openids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const openid of openids) {
    for (let after: string | undefined; ; ) {
      const page = await client
        .as(openid)
        .must(points.listRecords, { view: 'own', ...(after && { after }) });
      for (const { recordId } of page.records) {
        holds(!found.has(recordId), `${recordId} is listed twice`);
        found.add(recordId);
      }
      after = page.records.at(-1)?.recordId;
      if (!page.more) break;
    }
  }
  return found;
}
