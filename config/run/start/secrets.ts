import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Secrets = { jifenSecret: string; foundingSecret: string };

/** The secrets of one data folder: made at random the first time, then kept beside the data. */
export function readSecrets(directory: string): Secrets {
  const file = path.join(directory, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secrets = {
    jifenSecret: randomBytes(32).toString('hex'),
    foundingSecret: randomBytes(16).toString('hex'),
  };
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  return secrets;
}
