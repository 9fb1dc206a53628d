import { readJsonFile } from './json-file';
import { type Rule, toRule } from './rule';

export type DatabaseRules = { mayRead: Rule; mayWrite: Rule };

/**
 * Reads the "database" part of a rules file (null: closed). One rule for all collections, and none
 * that looks into documents. Throws when the file or a rule in it cannot be understood.
 */
export function readDatabaseRules(file: string | null): DatabaseRules {
  const all = file === null ? {} : readJsonFile(file);
  const database = (all as { database?: { read?: unknown; write?: unknown } }).database ?? {};
  return { mayRead: toRule(database.read, false), mayWrite: toRule(database.write, false) };
}
