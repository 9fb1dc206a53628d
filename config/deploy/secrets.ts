import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { listedSecrets } from '../../cloudfunctions/runtime/secret';
import { addDays } from '../../src/domain/kernel/time';
import { projectDirectory } from '../run/project-directory';
import type { Wanted } from './wanted';

export type Variables = Record<string, string>;

/** What each variable shall hold, as far as it is known, and in words what stands in the way. */
export type Secrets = { values: Variables; problems: string[] };

type Kept = ReadonlyMap<string, { variables: Variables }>;

type Kind = { shortest: number; mayBeAbsent?: boolean; neverNeeded?: boolean };

const kinds: Readonly<Record<string, Kind>> = {
  JIFEN_SECRET: { shortest: 32 },
  // Made below from what a new one replaces.
  JIFEN_SECRETS_BEFORE: { shortest: 1, neverNeeded: true },
  // Taken away again once the town is founded, so only a first deployment must have it.
  JIFEN_FOUNDING_SECRET: { shortest: 16, mayBeAbsent: true },
};
const otherSecret: Kind = { shortest: 1 };
/** Codes that were printed or shown under a replaced secret live so long. */
const daysOfOldCodes = 7;

/** What is no secret is a setting: it may be absent, and another value harms nobody. */
const isSetting = (key: string) => !/SECRET|KEY|TOKEN/.test(key);

/** The variables of this shell and, where it has none, of `.env.local` at the root. */
export function readGiven(directory: string = projectDirectory): Record<string, string> {
  const file = path.join(directory, '.env.local');
  const local = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const both = { ...local, ...process.env };
  return Object.fromEntries(
    Object.entries(both).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}

/** The values that functions hold now; an empty one is none. */
function keptValues(kept: Kept, key: string): string[] {
  const values = [...kept.values()].map(({ variables }) => variables[key] ?? '');
  return [...new Set(values.filter((value) => value !== ''))];
}

type Asked = {
  key: string;
  given: string | undefined;
  kept: readonly string[];
  mayReplace: boolean;
  isFirst: boolean;
};

function decide(asked: Asked): { value?: string; problem?: string } {
  const { key, given, kept, mayReplace, isFirst } = asked;
  const { shortest, mayBeAbsent = false, neverNeeded = false } = kinds[key] ?? otherSecret;
  const value = given ?? (kept.length === 1 ? kept[0] : undefined);
  if (isSetting(key) || (neverNeeded && value === undefined)) {
    return value === undefined ? {} : { value };
  }
  if (given === undefined && kept.length > 1) {
    return { problem: `各云函数的 ${key} 不是同一个值。请给出对的那个,加上 --replace-secrets。` };
  }
  if (value === undefined) {
    const how = '请放进环境变量或 .env.local';
    return mayBeAbsent && !isFirst
      ? {}
      : { problem: `${key} 这里没有,云上也没有(空的也算没有)。${how}。` };
  }
  if (value.length < shortest) {
    return { problem: `${key} 太短,至少要 ${shortest} 个字符。` };
  }
  if (!mayReplace && kept.some((each) => each !== value)) {
    const price = `旧的留在 JIFEN_SECRETS_BEFORE 里认人、认账本,旧码还能用 ${daysOfOldCodes} 天`;
    return { problem: `给出的 ${key} 和云上的不同。${price};确实要换就加 --replace-secrets。` };
  }
  return { value };
}

/**
 * What the secrets before shall hold: whatever functions hold that is the newest no more, with the
 * last day of its codes, before those that are there already. Without them nobody would be known.
 */
function withReplaced(
  newest: string | undefined,
  kept: Kept,
  before: string | undefined,
  today: string,
): string | undefined {
  const listed = listedSecrets(before);
  const known = new Set([newest, ...listed.map(({ secret }) => secret)]);
  const replaced = keptValues(kept, 'JIFEN_SECRET').filter((each) => !known.has(each));
  const lastDay = addDays(today, daysOfOldCodes);
  const all = [
    ...replaced.map((secret) => ({ lastDay, secret })),
    // Somebody may go back to one of them: it is the newest then, and no other.
    ...listed.filter(({ secret }) => secret !== newest),
  ];
  return all.map((each) => `${each.lastDay}:${each.secret}`).join(',') || undefined;
}

/**
 * What the variables shall hold: what is given, else what functions hold already, so that an
 * update, which replaces all of them, wipes none. One value of a name for all functions.
 */
export function decideSecrets(
  wanted: Wanted,
  kept: Kept,
  given: Readonly<Record<string, string>>,
  mayReplace: boolean,
  today: string,
): Secrets {
  const keys = [...new Set(wanted.functions.flatMap(({ variables }) => variables))].sort();
  const secrets: Secrets = { values: {}, problems: [] };
  for (const key of keys) {
    const holders = wanted.functions.filter(({ variables }) => variables.includes(key));
    const isFirst = holders.some(({ name }) => !kept.has(name));
    const values = keptValues(kept, key);
    const { value, problem } = decide({
      key,
      given: given[key],
      kept: values,
      mayReplace,
      isFirst,
    });
    if (value !== undefined) secrets.values[key] = value;
    if (problem !== undefined) secrets.problems.push(problem);
  }
  if (keys.includes('JIFEN_SECRETS_BEFORE') && secrets.problems.length === 0) {
    const { JIFEN_SECRET, JIFEN_SECRETS_BEFORE } = secrets.values;
    const before = withReplaced(JIFEN_SECRET, kept, JIFEN_SECRETS_BEFORE, today);
    if (before !== undefined) secrets.values.JIFEN_SECRETS_BEFORE = before;
    else delete secrets.values.JIFEN_SECRETS_BEFORE;
  }
  return secrets;
}

/**
 * The variables of one function as an update must send them: those that somebody added by hand
 * stay as they are.
 */
export function variablesFor(
  names: readonly string[],
  kept: Variables,
  secrets: Secrets,
): Variables {
  const ours = names.flatMap((name) => {
    const value = secrets.values[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...kept, ...Object.fromEntries(ours) };
}
