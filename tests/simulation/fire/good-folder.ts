import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { Document } from '../../../local-cloud/engine';
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
  truth: Truth;
  remove(): void;
};

const collection = 'rows';
const documentCount = 300;
const fileCount = 6;
const dayMs = 86_400_000;
const filePath = (number: number) => `evidence/deed-${number}.jpg`;

export function openFolder(dataDirectory: string): Promise<State> {
  return openState({ dataDirectory, log: () => undefined });
}

export function documentsOf({ engine }: State): Document[] {
  if (!engine.collections().includes(collection)) return [];
  return engine.find(collection, { order: [{ field: 'n', direction: 'asc' }] });
}

async function fill(directory: string): Promise<Truth> {
  const state = await openFolder(directory);
  const { engine, files, clock, addresses } = state;
  engine.addCollection(collection);
  for (let n = 0; n < documentCount; n += 1) {
    await engine.insert(collection, { _id: `r${n}`, n, text: '积分'.repeat(n) });
  }
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

/** Copies database and journal while a commit of 100 documents is half on its way. */
function copyInTheMiddle(clean: string, hot: string): void {
  cpSync(clean, hot, { recursive: true });
  const names = ['documents.sqlite', 'documents.sqlite-journal'];
  const worked = path.join(hot, 'worked.sqlite');
  const inHot = (name: string) => path.join(hot, 'database', name);
  copyFileSync(inHot('documents.sqlite'), worked);
  const database = new Database(worked);
  // A cache of a few pages: the others must go to the disk before the commit.
  database.exec('PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL; PRAGMA cache_size = 5');
  database.exec('BEGIN IMMEDIATE');
  database.exec("UPDATE documents SET body = replace(body, '积', '假')");
  for (const name of names) {
    copyFileSync(worked + name.replace('documents.sqlite', ''), inHot(name));
  }
  database.exec('ROLLBACK');
  database.close();
  for (const tail of ['', '-journal']) rmSync(worked + tail, { force: true });
}

/** A data folder with documents, files, a moved clock and an issued address. */
export async function makeGoodFolder(): Promise<GoodFolder> {
  const root = mkdtempSync(path.join(tmpdir(), 'jifen-damage-'));
  const [clean, hot] = [path.join(root, 'clean'), path.join(root, 'hot')];
  const truth = await fill(clean);
  copyInTheMiddle(clean, hot);
  return { root, clean, hot, truth, remove: () => rmSync(root, { recursive: true, force: true }) };
}
