import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Clock, openClock } from './clock';
import { type DatabaseRules, readDatabaseRules } from './database-rules';
import { type Engine, FolderRefused, type IndexFile, openEngine } from './engine';
import { type FunctionRules, readFunctionRules } from './functions/rules';
import { readJsonFile } from './json-file';
import { type Addresses, openAddresses } from './storage/addresses';
import { createMemoryFiles, type FileStore, openFolderFiles } from './storage/files';
import { readStorageRules, type StorageRules } from './storage/rules';

export type StateOptions = {
  dataDirectory: string | null;
  indexesFile?: string;
  rulesFile?: string;
  clockOffsetMs?: number;
  refuseUnindexed?: boolean;
  log: (event: Record<string, unknown>) => void;
};

/** All that a cloud keeps, and the rules it was deployed with. */
export type State = {
  clock: Clock;
  engine: Engine;
  files: FileStore;
  addresses: Addresses;
  rules: StorageRules;
  functionRules: FunctionRules;
  databaseRules: DatabaseRules;
};

const DATABASE_FOLDER = 'database';

/** Makes the folder, or takes one that is empty or was made here; null stays null. */
function takeFolder(directory: string | null): string | null {
  if (directory === null) return null;
  const path = resolve(directory);
  let names: string[];
  try {
    mkdirSync(path, { recursive: true });
    names = readdirSync(path);
  } catch {
    throw new FolderRefused(`数据目录 ${path} 无法使用,请换一个可以写入的目录。`);
  }
  if (names.length > 0 && !names.includes(DATABASE_FOLDER)) {
    throw new FolderRefused(
      `数据目录 ${path} 里放着别的东西,未作任何改动。请换一个空目录,或本程序以前建立的目录。`,
    );
  }
  return path;
}

/**
 * Opens the data folder: `database/`, `files/`, `clock.json`, `address-key`.
 * Throws FolderRefused, or Error for a wrong indexes or rules file; nothing stays open then.
 */
export async function openState(options: StateOptions): Promise<State> {
  const { log } = options;
  const rulesFile = options.rulesFile ?? null;
  const rules = readStorageRules(rulesFile);
  const functionRules = readFunctionRules(rulesFile);
  const databaseRules = readDatabaseRules(rulesFile);
  const { indexesFile } = options;
  const indexes = indexesFile === undefined ? {} : (readJsonFile(indexesFile) as IndexFile);
  const folder = takeFolder(options.dataDirectory);
  const clock = openClock(folder, options.clockOffsetMs);
  const directory = folder === null ? null : join(folder, DATABASE_FOLDER);
  const elapsedMs = () => performance.now();
  const refuseUnindexed = options.refuseUnindexed === true;
  const now = clock.nowMs;
  const engine = openEngine({ directory, indexes, now, elapsedMs, log, refuseUnindexed });
  try {
    const files =
      folder === null ? createMemoryFiles() : await openFolderFiles(join(folder, 'files'));
    const addresses = openAddresses(folder, clock.nowMs);
    return { clock, engine, files, addresses, rules, functionRules, databaseRules };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
