import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Temporary addresses: who holds one may do this one thing with this one path for a while. */
export type Addresses = {
  issue(purpose: 'get' | 'put', path: string, lifetimeMs: number): string;
  /** The path; null when the token is forged, expired or made for another purpose. */
  open(purpose: 'get' | 'put', token: string): string | null;
};

const KEY_FILE = 'address-key';

function loadKey(directory: string | null): Buffer {
  if (directory === null) return randomBytes(32);
  const path = join(directory, KEY_FILE);
  try {
    return readFileSync(path);
  } catch {
    const key = randomBytes(32);
    writeFileSync(path, key, { mode: 0o600 });
    return key;
  }
}

/**
 * Signs addresses instead of remembering them: nothing grows, and with a data folder an address
 * outlives a restart, as it does on the platform.
 */
export function openAddresses(directory: string | null, nowMs: () => number): Addresses {
  const key = loadKey(directory);
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest();
  return {
    issue(purpose, path, lifetimeMs) {
      const fields = [purpose, nowMs() + lifetimeMs, path];
      const payload = Buffer.from(JSON.stringify(fields)).toString('base64url');
      return `${payload}.${sign(payload).toString('base64url')}`;
    },
    open(purpose, token) {
      const [payload = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = sign(payload);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const fields: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
      const [kind, expiresAtMs, path] = fields as [string, number, string];
      return kind === purpose && nowMs() < expiresAtMs ? path : null;
    },
  };
}
