import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { Disk, damaged, schema } from './disk';
import { FolderRefused } from './errors';

const fileName = 'documents.sqlite';
const journalName = `${fileName}-journal`;
// SQLite's own place to say whose file it is ("LCDB"), and the version of the tables in it.
const applicationId = 0x4c434442;
const schemaVersion = 1;
const applicationIdAt = 68;

function refuseForeign(directory: string): FolderRefused {
  return new FolderRefused(
    `The folder ${directory} holds files of something else. Nothing was changed in it. ` +
      'Choose an empty folder or the one this database made.',
  );
}

/** Everything a crash of the engine leaves is ours too. */
function isOurs(name: string): boolean {
  return name === fileName || name === journalName || name.startsWith(`${fileName}.new`);
}

function createFile(directory: string): void {
  const draft = join(directory, `${fileName}.new`);
  for (const name of [draft, `${draft}-journal`]) rmSync(name, { force: true });
  const database = new Database(draft);
  database.exec('PRAGMA synchronous = EXTRA');
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
  database.exec(`BEGIN; ${schema} COMMIT;`);
  database.close();
  // In place only once complete: a file of length 0 can then only be damage.
  renameSync(draft, join(directory, fileName));
}

function checkHeader(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const length = readSync(file, header, 0, header.length, 0);
  closeSync(file);
  if (length < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw damaged(`${fileName} is cut short or is no database`);
  }
  if (header.readUInt32BE(applicationIdAt) !== applicationId) {
    throw new FolderRefused(
      `${path} is a database, but not one of this program, or its first bytes are damaged. ` +
        'Nothing was changed in it. Put a backup in its place or choose another folder.',
    );
  }
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
      `The data folder ${directory} is in use by another process. ` +
        'Stop that one first, or choose another folder.',
    );
  }
}

function checkAll(database: Database.Database): void {
  const version = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version.user_version !== schemaVersion) {
    throw new FolderRefused(
      `The data folder was written by another version (${version.user_version}, ` +
        `this one knows ${schemaVersion}). Nothing was changed in it. Use that version.`,
    );
  }
  const answer = database.prepare('PRAGMA integrity_check').get() as { integrity_check: string };
  if (answer.integrity_check !== 'ok') throw damaged('its pages do not fit together');
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
    if (names.includes(journalName)) throw damaged(`${fileName} is missing`);
    createFile(directory);
  }
  checkHeader(path);
  let database: Database.Database | null = null;
  try {
    database = new Database(path);
    takeHold(database, directory);
    database.exec('PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL');
    checkAll(database);
    const disk = new Disk(database);
    return { disk, loaded: disk.load() };
  } catch (error) {
    database?.close();
    if (error instanceof FolderRefused) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}
