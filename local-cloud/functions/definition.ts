import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformFailure } from '../platform-failure';
import { type Cron, parseCron } from './cron';
import type { Deployment } from './deployment';

export type Trigger = { name: string; cron: Cron };

/** A deployed function: folder, limits, timers and open-API rights out of its config.json. */
export type FunctionDefinition = {
  name: string;
  directory: string;
  entry: string;
  timeoutMs: number;
  memoryMb: number;
  triggers: Trigger[];
  openApis: string[];
  /** Changes whenever index.js or config.json is rebuilt. */
  stamp: string;
};

const NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
const MAXIMUM_TIMEOUT_SECONDS = 60;

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? `${stat.mtimeMs}:${stat.size}:${stat.ino}` : '';
}

function fail(name: string, what: string): never {
  throw new PlatformFailure('FUNCTIONS_EXECUTE_FAIL', `function ${name}: config.json: ${what}`);
}

function readConfig(name: string, path: string): Record<string, unknown> {
  const value: unknown = (() => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      return fail(name, 'not JSON');
    }
  })();
  if (typeof value !== 'object' || value === null) fail(name, 'not an object');
  return value as Record<string, unknown>;
}

function readTriggers(name: string, value: unknown): Trigger[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) fail(name, '"triggers" is not a list');
  return value.map((entry: { name?: unknown; type?: unknown; config?: unknown }) => {
    if (entry.type !== 'timer') fail(name, `trigger type ${String(entry.type)} is unknown`);
    if (typeof entry.name !== 'string') fail(name, 'a trigger has no name');
    if (typeof entry.config !== 'string') fail(name, `trigger ${entry.name} has no config`);
    try {
      return { name: entry.name, cron: parseCron(entry.config) };
    } catch (error) {
      return fail(name, `trigger ${entry.name}: ${(error as Error).message}`);
    }
  });
}

function readOpenApis(name: string, value: unknown): string[] {
  const openApis = (value as { openapi?: unknown } | undefined)?.openapi ?? [];
  if (!Array.isArray(openApis)) fail(name, '"permissions.openapi" is not a list');
  return openApis.map(String);
}

function build(
  directory: string,
  name: string,
  stamp: string,
  deployment: Deployment,
): FunctionDefinition {
  const folder = join(directory, name);
  const hasConfig = stamp.split('|')[1] !== '';
  const config = hasConfig ? readConfig(name, join(folder, 'config.json')) : {};
  const { timeout: timeoutSeconds, memorySize: memoryMb } = deployment.limitsOf(name, config);
  const triggers = readTriggers(name, config.triggers);
  if (triggers.length > deployment.triggersAtMost) {
    fail(name, `WeChat DevTools upload one timer per function, not ${triggers.length}`);
  }
  if (typeof timeoutSeconds !== 'number' || !(timeoutSeconds > 0)) fail(name, '"timeout" is wrong');
  if (timeoutSeconds > MAXIMUM_TIMEOUT_SECONDS) fail(name, '"timeout" is over 60 seconds');
  if (typeof memoryMb !== 'number' || !(memoryMb >= 64)) fail(name, '"memorySize" is wrong');
  return {
    name,
    directory: folder,
    entry: join(folder, 'index.js'),
    timeoutMs: timeoutSeconds * 1000,
    memoryMb,
    triggers,
    openApis: readOpenApis(name, config.permissions),
    stamp,
  };
}

export type FunctionCatalogue = {
  /** Null when no such function is deployed; throws PlatformFailure for a wrong config.json. */
  find(name: string): FunctionDefinition | null;
  names(): string[];
};

/** Looks functions up in a folder, anew for every call, so that a rebuild is noticed at once. */
export function openCatalogue(directory: string | null, deployment: Deployment): FunctionCatalogue {
  const known = new Map<string, FunctionDefinition>();
  return {
    find(name) {
      if (directory === null || !NAME_PATTERN.test(name)) return null;
      const entryStamp = stampOf(join(directory, name, 'index.js'));
      if (entryStamp === '') return null;
      const stamp = `${entryStamp}|${stampOf(join(directory, name, 'config.json'))}`;
      const kept = known.get(name);
      if (kept?.stamp === stamp) return kept;
      const definition = build(directory, name, stamp, deployment);
      known.set(name, definition);
      return definition;
    },
    names() {
      if (directory === null) return [];
      const stat = statSync(directory, { throwIfNoEntry: false });
      return stat?.isDirectory() ? readdirSync(directory).filter((n) => NAME_PATTERN.test(n)) : [];
    },
  };
}
