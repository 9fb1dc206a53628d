import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file';
import { FolderRefused } from '../engine';

/** Temporary addresses: who holds one may do this one thing with this one path for a while. */
export type Addresses = {
  issue(purpose: 'get' | 'put', path: string, lifetimeMs: number): string;
  /** The path; null when the token is forged, expired or made for another purpose. */
  open(purpose: 'get' | 'put', token: string): string | null;
};

const KEY_FILE = 'address-key';
const KEY_BYTES = 32;

function loadKey(directory: string | null): Buffer {
  if (directory === null) return randomBytes(KEY_BYTES);
  const path = join(directory, KEY_FILE);
  if (!existsSync(path)) writeDurably(path, randomBytes(KEY_BYTES));
  const key = readFileSync(path);
  // A shorter key could be guessed: an empty one by anybody.
  if (key.length === KEY_BYTES) return key;
  throw new FolderRefused(
    `数据目录里的 ${KEY_FILE} 已损坏。请从备份恢复这个文件,或删掉它再启动(以前发出的临时地址会失效)。`,
  );
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
