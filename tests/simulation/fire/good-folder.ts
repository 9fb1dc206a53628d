import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { Document } from '../../../local-cloud/engine';
import { Disk } from '../../../local-cloud/engine/disk';
import { openState, type State } from '../../../local-cloud/state';

/** What a sound folder answers; a damaged one may refuse, but never answer anything else. */
export type Truth = {
  documents: Document[];
  offsetMs: number;
  files: Map<string, Buffer>;
  /** Temporary address → the path it was issued for. */
  address: { token: string; path: string };
};

export type GoodFolder = {
  root: string;
  /** Stopped properly. */
  clean: string;
  /** Killed in the middle of a commit whose pages had begun to reach the disk. */
  hot: string;
  /** Its database as it was at an earlier moment. */
  earlier: string;
  truth: Truth;
  remove(): void;
};

export const collection = 'rows';
export const documentCount = 300;
/** Documents of the earlier moment that are gone at the later one. */
export const goneCount = 10;
const fileCount = 6;
const dayMs = 86_400_000;
export const databaseName = path.join('database', 'documents.sqlite');
const filePath = (number: number) => `evidence/deed-${number}.jpg`;

export function openFolder(dataDirectory: string): Promise<State> {
  return openState({ dataDirectory, log: () => undefined });
}

export function documentsOf({ engine }: State): Document[] {
  if (!engine.collections().includes(collection)) return [];
  return engine.find(collection, { order: [{ field: 'n', direction: 'asc' }] });
}

async function fill(directory: string, earlier: string): Promise<Truth> {
  const state = await openFolder(directory);
  const { engine, files, clock, addresses } = state;
  engine.addCollection(collection);
  const rows = (count: number, word: string) =>
    Array.from({ length: count }, (_, n) => ({ _id: `r${n}`, n, text: word.repeat(n) }));
  await engine.insert(collection, rows(documentCount + goneCount, '清单'));
  copyFileSync(path.join(directory, databaseName), earlier);
  const later = engine.begin();
  for (const { _id, ...fields } of rows(documentCount, '积分')) {
    await later.set(collection, _id, fields);
  }
  await later.remove(collection, { n: { $gte: documentCount } });
  await later.commit();
  const stored = new Map<string, Buffer>();
  for (let number = 0; number < fileCount; number += 1) {
    const content = Buffer.alloc(2_000 * (number + 1), `photo ${number} `);
    const info = { path: filePath(number), openid: 'resident', contentType: 'image/jpeg' };
    await files.put(info, content);
    stored.set(info.path, content);
  }
  clock.moveTo(clock.nowMs() + 12 * dayMs + 34_567);
  const address = { token: addresses.issue('get', filePath(0), 1000 * dayMs), path: filePath(0) };
  const truth = {
    documents: documentsOf(state),
    offsetMs: clock.offsetMs(),
    files: stored,
    address,
  };
  await engine.close();
  return truth;
}

/**
 * Copies database and journal when a commit of all documents has written what it will write, but
 * does not hold yet: rows, their checksums and the seal change together, as in every commit.
 */
function copyInTheMiddle(clean: string, hot: string, documents: readonly Document[]): void {
  cpSync(clean, hot, { recursive: true });
  const inHot = path.join(hot, databaseName);
  const worked = path.join(hot, 'worked.sqlite');
  copyFileSync(inHot, worked);
  const database = new Database(worked);
  // A cache of a few pages: the others must go to the disk before the commit.
  database.exec('PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL; PRAGMA cache_size = 5');
  const prepare = database.prepare.bind(database);
  const watched = (text: string) => {
    const statement = prepare(text);
    if (text !== 'COMMIT') return statement;
    const run = statement.run.bind(statement);
    statement.run = (...values) => {
      for (const tail of ['', '-journal']) copyFileSync(worked + tail, inHot + tail);
      return run(...values);
    };
    return statement;
  };
  Object.assign(database, { prepare: watched });
  const disk = new Disk(database);
  disk.load();
  const writes = documents.map((document) => ({
    ...{ collection, id: document._id },
    document: { ...document, text: String(document.text).replaceAll('积', '假') },
  }));
  disk.write(writes, []);
  disk.close();
  for (const tail of ['', '-journal']) rmSync(worked + tail, { force: true });
}

/** A data folder with documents, files, a moved clock and an issued address. */
export async function makeGoodFolder(): Promise<GoodFolder> {
  const root = mkdtempSync(path.join(tmpdir(), 'jifen-damage-'));
  const [clean, hot] = [path.join(root, 'clean'), path.join(root, 'hot')];
  const earlier = path.join(root, 'earlier.sqlite');
  const truth = await fill(clean, earlier);
  copyInTheMiddle(clean, hot, truth.documents);
  const remove = () => rmSync(root, { recursive: true, force: true });
  return { root, clean, hot, earlier, truth, remove };
}
