import { readJsonFile } from '../json-file';
import { type Rule, toRule } from '../rule';

export type StorageRules = { mayRead: Rule; mayWrite: Rule };

const DEFAULT_WRITE = 'auth != null && resource.openid == auth.openid';

/**
 * Reads the "storage" part of a rules file (null: the default, create one's own and read nothing).
 * Throws when the file or a rule in it cannot be understood.
 */
export function readStorageRules(file: string | null): StorageRules {
  const all = file === null ? {} : readJsonFile(file);
  const storage = (all as { storage?: { read?: unknown; write?: unknown } }).storage ?? {};
  return {
    mayRead: toRule(storage.read, false),
    mayWrite: toRule(storage.write, DEFAULT_WRITE),
  };
}
