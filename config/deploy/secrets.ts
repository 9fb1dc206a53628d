import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { projectDirectory } from '../run/project-directory';
import type { Wanted } from './wanted';

export type Variables = Record<string, string>;

/** What each variable shall hold, as far as it is known, and in words what stands in the way. */
export type Secrets = { values: Variables; problems: string[] };

type Kept = ReadonlyMap<string, { variables: Variables }>;

const kinds: Readonly<Record<string, { shortest: number; mayBeAbsent?: boolean }>> = {
  JIFEN_SECRET: { shortest: 32 },
  // Taken away again once the town is founded, so only a first deployment must have it.
  JIFEN_FOUNDING_SECRET: { shortest: 16, mayBeAbsent: true },
};
const otherSecret = { shortest: 1, mayBeAbsent: false };

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
  const { shortest, mayBeAbsent = false } = kinds[key] ?? otherSecret;
  const value = given ?? (kept.length === 1 ? kept[0] : undefined);
  if (isSetting(key)) {
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
    const price = '换掉它,已发出的码和认人的钥匙全部作废';
    return { problem: `给出的 ${key} 和云上的不同。${price};确实要换就加 --replace-secrets。` };
  }
  return { value };
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
