import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Clock, openClock } from './clock';
import { type Engine, FolderRefused, type IndexFile, openEngine } from './engine';
import { type Addresses, openAddresses } from './storage/addresses';
import { createMemoryFiles, type FileStore, openFolderFiles } from './storage/files';
import { readStorageRules, type StorageRules } from './storage/rules';

export type StateOptions = {
  dataDirectory: string | null;
  indexesFile?: string;
  rulesFile?: string;
  clockOffsetMs?: number;
  log: (event: Record<string, unknown>) => void;
};

/** All that a cloud keeps, and the rules it was deployed with. */
export type State = {
  clock: Clock;
  engine: Engine;
  files: FileStore;
  addresses: Addresses;
  rules: StorageRules;
};

function makeFolder(directory: string | null): string | null {
  if (directory === null) return null;
  const path = resolve(directory);
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new FolderRefused(`数据目录 ${path} 无法使用,请换一个可以写入的目录。`);
  }
  return path;
}

function readIndexes(file: string | undefined): IndexFile {
  return file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as IndexFile);
}

/**
 * Opens the data folder: `database/`, `files/`, `clock.json`, `address-key`.
 * Throws FolderRefused, or Error for a wrong indexes or rules file; nothing stays open then.
 */
export async function openState(options: StateOptions): Promise<State> {
  const { log } = options;
  const rules = readStorageRules(options.rulesFile ?? null);
  const indexes = readIndexes(options.indexesFile);
  const folder = makeFolder(options.dataDirectory);
  const clock = openClock(folder, options.clockOffsetMs);
  const directory = folder === null ? null : join(folder, 'database');
  const engine = openEngine({ directory, indexes, now: clock.nowMs, log });
  try {
    const files =
      folder === null ? createMemoryFiles() : await openFolderFiles(join(folder, 'files'));
    return { clock, engine, files, addresses: openAddresses(folder, clock.nowMs), rules };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
