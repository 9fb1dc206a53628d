import { readJsonFile } from './json-file';
import { type Rule, toRule } from './rule';

/** What clients may do with the database; `creator` is the platform's default. */
export type DatabaseRules = { kind: 'rules'; mayRead: Rule; mayWrite: Rule } | { kind: 'creator' };

/**
 * Reads the "database" part of a rules file. Where nobody wrote one the platform's default holds:
 * whoever signed in may create documents, under any id, and read and write those. One rule for all
 * collections, and none that looks into documents. Throws when the file or a rule in it cannot be
 * understood.
 */
export function readDatabaseRules(file: string | null): DatabaseRules {
  const all = file === null ? {} : readJsonFile(file);
  const { database } = all as { database?: { read?: unknown; write?: unknown } };
  if (database === undefined) return { kind: 'creator' };
  const { read, write } = database;
  return { kind: 'rules', mayRead: toRule(read, false), mayWrite: toRule(write, false) };
}
