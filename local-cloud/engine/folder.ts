import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { Disk, damaged, letGo, schema } from './disk';
import { FolderRefused } from './errors';

const fileName = 'documents.sqlite';
const journalName = `${fileName}-journal`;
// SQLite's own place to say whose file it is: "LCD" and the version of the tables in it.
const ownerId = 0x4c4344;
const schemaVersion = 1;
const applicationIdAt = 68;
const userVersionAt = 60;
// The first page: a part that never changes, a header that does, and the tables' own definition.
const pageLength = 4096;
const fixedLength = 24;
const headerLength = 100;

function refuseForeign(directory: string): FolderRefused {
  return new FolderRefused(
    `目录 ${directory} 里放着别的东西,未作任何改动。请换一个空目录,或本程序以前建立的目录。`,
  );
}

/** Everything a crash of the engine leaves is ours too. */
function isOurs(name: string): boolean {
  return name === fileName || name === journalName || name.startsWith(`${fileName}.new`);
}

/** Checksum of what never changes in the first page: kept in SQLite's free user_version. */
function firstPageChecksum(page: Buffer): number {
  const hash = createHash('sha256');
  hash.update(page.subarray(0, fixedLength)).update(page.subarray(headerLength));
  return hash.digest().readInt32BE(0);
}

function readFirstPage(path: string): Buffer {
  const page = Buffer.alloc(pageLength);
  const file = openSync(path, 'r');
  const length = readSync(file, page, 0, page.length, 0);
  closeSync(file);
  return page.subarray(0, length);
}

function createFile(directory: string): void {
  const draft = join(directory, `${fileName}.new`);
  for (const name of [draft, `${draft}-journal`]) rmSync(name, { force: true });
  const database = new Database(draft);
  database.exec(`PRAGMA page_size = ${pageLength}; PRAGMA synchronous = EXTRA`);
  database.exec(`PRAGMA application_id = ${ownerId * 256 + schemaVersion}`);
  database.exec(`BEGIN; ${schema} COMMIT;`);
  database.exec(`PRAGMA user_version = ${firstPageChecksum(readFirstPage(draft))}`);
  database.close();
  // In place only once complete: a file of length 0 can then only be damage.
  renameSync(draft, join(directory, fileName));
  const folder = openSync(directory, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Looks at the file before SQLite does: some damage there would end the whole process. */
function checkFirstPage(path: string): void {
  const page = readFirstPage(path);
  if (page.length < pageLength || page.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw damaged(`${fileName} 不完整,或不是数据库`);
  }
  const applicationId = page.readUInt32BE(applicationIdAt);
  if (applicationId >>> 8 !== ownerId) {
    throw new FolderRefused(
      `${path} 不是本程序的数据库,或开头已损坏,未作任何改动。请用备份换掉它,或换一个目录。`,
    );
  }
  const version = applicationId & 0xff;
  if (version !== schemaVersion) {
    throw new FolderRefused(
      `数据目录是另一个版本写的(它是 ${version},本程序认得 ${schemaVersion}),未作任何改动。` +
        '请用那个版本打开。',
    );
  }
  if (page.readInt32BE(userVersionAt) !== firstPageChecksum(page)) {
    throw damaged('第一页被改动');
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|locked/.test(`${String((error as { code?: unknown }).code)} ${error.message}`)
  );
}

function takeHold(database: Database.Database, directory: string): void {
  try {
    // Held until the process ends, however it ends: no stale lock to clean up.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new FolderRefused(
      `数据目录 ${directory} 正被另一个程序使用。请先关掉那个程序,或换一个目录。`,
    );
  }
}

function checkAll(database: Database.Database): void {
  const answer = database.prepare('PRAGMA integrity_check').get() as { integrity_check: string };
  if (answer.integrity_check !== 'ok') throw damaged('页与页对不上');
}

/**
 * Opens or makes a data folder and takes hold of it for this process alone.
 * @throws FolderRefused when it is damaged, foreign or in use; it is then left as it was
 */
export function openFolder(directory: string): { disk: Disk; loaded: ReturnType<Disk['load']> } {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, fileName);
  const names = readdirSync(directory);
  if (names.some((name) => !isOurs(name))) throw refuseForeign(directory);
  if (!existsSync(path)) {
    if (names.includes(journalName)) throw damaged(`缺了 ${fileName}`);
    createFile(directory);
  }
  checkFirstPage(path);
  let database: Database.Database | null = null;
  try {
    database = new Database(path);
    takeHold(database, directory);
    database.exec('PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL');
    checkAll(database);
    const disk = new Disk(database);
    return { disk, loaded: disk.load() };
  } catch (error) {
    const refusal = error instanceof FolderRefused ? error : damaged(reasonOf(error));
    try {
      if (database !== null) letGo(database);
    } catch (closing) {
      throw new FolderRefused(`${refusal.message} (${reasonOf(closing)})`);
    }
    throw refusal;
  }
}
