import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDirectory } from '../run/project-directory';
import { type CloudApi, connect } from './cloud-api';
import type { DeployOptions } from './command-line';
import { findCredentials } from './credentials';
import { readGiven } from './secrets';
import { readWanted, type Wanted } from './wanted';

/** What both commands work with. */
export type Work = {
  api: CloudApi;
  wanted: Wanted;
  /** Values of variables that whoever deploys has given. */
  given: Readonly<Record<string, string>>;
  /** The platform wants it beside some questions; null while the project has none. */
  appId: string | null;
  say(line: string): void;
};

/** The AppID, once the project has a real one. */
export function readAppId(): string | null {
  const file = readFileSync(path.join(projectDirectory, 'project.config.json'), 'utf8');
  const { appid } = JSON.parse(file) as { appid: string };
  return /^wx[0-9a-f]{16}$/.test(appid) ? appid : null;
}

/** @throws CannotGoOn when nobody is logged in or something is not built */
export function prepare(options: DeployOptions): Work {
  const credentials = findCredentials(process.env);
  return {
    api: connect({ ...options, credentials }),
    wanted: readWanted(),
    given: readGiven(),
    appId: readAppId(),
    say: (line) => process.stdout.write(`${line}\n`),
  };
}
