import { type CloudProcess, startCloudProcess } from '../../support/cloud-process';
import { makeSmallDisk, type SmallDisk } from './small-disk';
import { type Database, databaseAt, holds, readWhole } from './wire';

export type FullDiskResult = {
  how: SmallDisk['how'];
  /** Transactions of two documents each. */
  writtenBefore: number;
  refused: number;
  writtenAfter: number;
  message: string;
};

const collection = 'fire-disk';
const filesOfPhone = '/storage/upload?path=';
const documentCharacters = 20_000;
const writesAtMost = 2000;
const refusalsWanted = 5;

type Half = { pair: number; half: number };
const idOf = (pair: number, half: number) => `p${String(pair).padStart(5, '0')}-${half}`;

/** Two documents in one transaction: both or neither. */
async function writePair(db: Database, pair: number): Promise<void> {
  const transaction = await db.startTransaction();
  for (const half of [1, 2]) {
    const text = 'x'.repeat(documentCharacters);
    await transaction.collection(collection).add({ _id: idOf(pair, half), pair, half, text });
  }
  await transaction.commit();
}

/** The message of what was refused, or null. */
async function refusalOf(write: Promise<unknown>): Promise<string | null> {
  try {
    await write;
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

async function checkPairs(db: Database, written: ReadonlySet<number>): Promise<void> {
  const found = await readWhole<Half & { text: string }>(db, collection);
  const halves = new Map<number, number>();
  for (const { pair, text } of found) {
    holds(text.length === documentCharacters, `pair ${pair} is cut`);
    holds(written.has(pair), `pair ${pair} was refused and is there`);
    halves.set(pair, (halves.get(pair) ?? 0) + 1);
  }
  for (const pair of written) holds(halves.get(pair) === 2, `pair ${pair} is not whole`);
}

async function upload(url: string, name: string, bytes: number): Promise<number> {
  const response = await fetch(`${url}${filesOfPhone}${name}`, {
    method: 'POST',
    headers: { 'x-local-openid': 'resident' },
    body: Buffer.alloc(bytes),
  });
  await response.arrayBuffer();
  return response.status;
}

async function fillUp(db: Database, written: Set<number>): Promise<string> {
  let message = '';
  let pair = 0;
  for (let refused = 0; refused < refusalsWanted; pair += 1) {
    holds(pair < writesAtMost, 'the disk never ran full');
    const refusal = await refusalOf(writePair(db, pair));
    if (refusal === null) written.add(pair);
    else {
      refused += 1;
      message = refusal;
      holds(/磁盘/.test(refusal) && /请/.test(refusal), `refused without a word: ${refusal}`);
    }
  }
  return message;
}

async function play(disk: SmallDisk, start: () => Promise<CloudProcess>): Promise<FullDiskResult> {
  let cloud = await start();
  try {
    let db = databaseAt(cloud.environment);
    await db.createCollection(collection);
    const written = new Set<number>();
    const message = await fillUp(db, written);
    const writtenBefore = written.size;
    holds(writtenBefore > 0, 'nothing was written before the disk was full');
    await checkPairs(db, written);
    const status = await upload(cloud.url, 'late.jpg', 8 * 1024 * 1024);
    holds(status >= 400, 'a file was taken that had no room');
    const health = await fetch(`${cloud.url}/health`);
    holds(health.ok, 'the cloud did not survive');
    if (!disk.giveBack()) {
      await cloud.stop();
      cloud = await startCloudProcess(disk.directory, {});
      db = databaseAt(cloud.environment);
    }
    const after = writtenBefore + 20;
    for (let pair = writesAtMost; written.size < after; pair += 1) {
      await writePair(db, pair);
      written.add(pair);
    }
    holds((await upload(cloud.url, 'now.jpg', 1024)) === 200, 'a file with room was refused');
    await checkPairs(db, written);
    // What a full disk left in the folder must also open again.
    await cloud.killNine();
    cloud = await startCloudProcess(disk.directory, {});
    await checkPairs(databaseAt(cloud.environment), written);
    const writtenAfter = written.size - writtenBefore;
    return { how: disk.how, writtenBefore, refused: refusalsWanted, writtenAfter, message };
  } finally {
    await cloud.stop();
  }
}

/**
 * Fills the disk under a running cloud: writes are refused with a sentence and leave nothing, reads
 * and the cloud go on, and with room again it writes.
 * @throws Error that says what does not hold
 */
export async function fullDisk(): Promise<FullDiskResult> {
  const disk = makeSmallDisk();
  const { shellBefore } = disk;
  try {
    return await play(disk, () =>
      startCloudProcess(disk.directory, {}, shellBefore === undefined ? {} : { shellBefore }),
    );
  } finally {
    disk.remove();
  }
}
