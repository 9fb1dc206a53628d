import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ulid } from 'ulid';
import { type CloudClient, connect } from '../../config/run/cloud-client';
import { buildRegisterRows, sampleOpenid, sampleSeed } from '../../config/run/sample';
import { joinWithPhone, seedTownship } from '../../config/run/seed/township';
import { points } from '../../src/contracts';
import { dayOf } from '../../src/domain/kernel/time';
import { type CloudProcess, startCloudProcess } from '../support/cloud-process';

const declarations = 1000;
const secrets = { JIFEN_SECRET: 'kill-nine-'.repeat(4), JIFEN_FOUNDING_SECRET: 'kill-nine' };
/** How often a household may get each in a quarter: 24 small deeds, 51 of its 60 points. */
const timesAQuarter = {
  'law-and-fraud-lesson': 3,
  'settle-dispute': 4,
  'village-clean-up': 4,
  'culture-and-sports': 3,
  'errand-for-neighbour': 4,
  'health-talk-and-exercise': 3,
  'skills-training': 3,
};
const smallDeeds = Object.entries(timesAQuarter).flatMap(([itemId, times]) =>
  Array.from({ length: times }, () => itemId),
);
const villageNumbers = [3, 4];

type Intent = { openid: string; itemId: string; commandId: string };

/** One adult with a phone of each household that has one. */
function phoneHolders() {
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

function makeIntents(openids: string[], itemIds: string[]): Intent[] {
  const each = Math.ceil(declarations / openids.length);
  return openids
    .flatMap((openid) =>
      Array.from({ length: each }, (_, index) => ({
        openid,
        itemId: itemIds[index] ?? '',
        commandId: ulid(),
      })),
    )
    .slice(0, declarations);
}

/** Sends all at once; answers which were acknowledged, with the record each got. */
async function declareAll(client: CloudClient, intents: Intent[], onAnswer?: (n: number) => void) {
  const day = dayOf(await client.nowMs());
  const acknowledged = new Map<string, string>();
  const refused = new Map<string, string>();
  await Promise.all(
    intents.map(async ({ openid, itemId, commandId }) => {
      const input = { itemId, day, photos: [] };
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

async function countRecords(client: CloudClient, openids: string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const openid of openids) {
    for (let after: string | undefined; ; ) {
      const page = await client
        .as(openid)
        .must(points.listRecords, { view: 'own', ...(after && { after }) });
      for (const { recordId } of page.records) {
        expect(found.has(recordId)).toBe(false);
        found.add(recordId);
      }
      after = page.records.at(-1)?.recordId;
      if (!page.more) break;
    }
  }
  return found;
}

test('kill -9 amid 1 000 declarations loses no acknowledged one and doubles none', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'jifen-kill-'));
  let cloud: CloudProcess = await startCloudProcess(data, secrets);
  try {
    const client = connect(cloud.url);
    const startedAtMs = await client.nowMs();
    const say = () => undefined;
    const foundingSecret = secrets.JIFEN_FOUNDING_SECRET;
    await seedTownship({ client, foundingSecret, villageNumbers, startedAtMs, say });
    const holders = [];
    for (const holder of phoneHolders()) {
      const joined = await joinWithPhone(client, holder).then(
        () => true,
        () => false, // this member's own phone has joined already as part of the cast
      );
      if (joined) holders.push(holder.openid);
    }
    const intents = makeIntents(holders, smallDeeds);
    expect(intents).toHaveLength(declarations);
    expect(intents.every(({ itemId }) => itemId !== '')).toBe(true);
    let killing: Promise<void> | null = null;
    const before = await declareAll(client, intents, (answered) => {
      if (answered === 300) killing = cloud.killNine();
    });
    expect(killing).not.toBeNull();
    await killing;
    expect(before.acknowledged.size).toBeLessThan(declarations);
    cloud = await startCloudProcess(data, secrets);
    const again = connect(cloud.url);
    let open = intents.filter(({ commandId }) => !before.acknowledged.has(commandId));
    for (let round = 0; open.length > 0 && round < 5; round += 1) {
      const { acknowledged, refused } = await declareAll(again, open);
      expect([...new Set(refused.values())]).toEqual([]);
      open = open.filter(({ commandId }) => !acknowledged.has(commandId));
    }
    expect(open).toEqual([]);
    const records = await countRecords(again, holders);
    expect(records.size).toBe(declarations);
    const lost = [...before.acknowledged.values()].filter((recordId) => !records.has(recordId));
    expect(lost).toEqual([]);
  } finally {
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}, 180_000);
