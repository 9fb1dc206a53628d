import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { dayOf } from '../../src/domain/kernel/time';

/** Keys for different purposes never mix, so that a code of one kind cannot pass for another. */
export type SecretPurpose =
  | 'person'
  | 'command'
  | 'pickup'
  | 'phone'
  | 'draw'
  | 'lot'
  | 'evidence'
  | 'seal'
  | 'alarm'
  | 'print'
  | 'pin'
  | 'invite';

export type Secret = {
  /**
   * HMAC-SHA-256 of a text under the newest key of a purpose, hex, cut to `length` digits, of which
   * the first four name the key.
   */
  sign(purpose: SecretPurpose, text: string, length?: number): string;
  /** As `sign`, under every key there is, the newest first. */
  signEach(purpose: SecretPurpose, text: string, length?: number): string[];
  /** What somebody brings: by a key that is valid today. Compares in constant time. */
  matches(purpose: SecretPurpose, text: string, signature: string): boolean;
  /** What we keep ourselves: by any key there is, also one whose codes are dead. */
  matchesKept(purpose: SecretPurpose, text: string, signature: string): boolean;
  /** The names of a purpose's keys, the newest first. */
  keyIds(purpose: SecretPurpose): string[];
  /** Whether somebody knows the secret that founds the town; false where none was set. */
  isFoundingSecret(given: string): boolean;
};

/** What a function is given in its environment, and the clock by which codes die. */
export type SecretSettings = {
  /** `JIFEN_FOUNDING_SECRET`; empty once the town is founded. */
  founding?: string | undefined;
  /** `JIFEN_SECRETS_BEFORE`: `2026-12-31:secret,…`, each with the last day of its codes. */
  before?: string | undefined;
  nowMs?: () => number;
};

const shortest = 32;
const shortestFounding = 16;
const keyIdDigits = 4;

type Key = { id: string; key: KeyObject };
/** A root of keys; null for the day of the newest: its codes go on. */
type Root = { secret: string; lastDay: string | null };

const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest('hex');

// By bytes: a letter that takes two would make the comparison throw instead of saying no.
function isSame(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

function mustBeLongEnough(secret: string, name: string): void {
  if (secret.length >= shortest) return;
  throw new Error(`${name} must be set, at least ${shortest} characters long`);
}

/**
 * The secrets of `JIFEN_SECRETS_BEFORE`, the last replaced first.
 * @throws Error for one without the last day of its codes
 */
export function listedSecrets(before: string | undefined): { secret: string; lastDay: string }[] {
  // A comma stands in secrets too: only one before a day parts them.
  const parted = (before ?? '').split(/,(?=20\d\d-\d\d-\d\d:)/).filter((each) => each !== '');
  return parted.map((each) => {
    const [, lastDay, secret] = /^(20\d\d-\d\d-\d\d):(.+)$/.exec(each) ?? [];
    if (!lastDay || !secret) throw new Error('JIFEN_SECRETS_BEFORE is a list of day:secret');
    return { secret, lastDay };
  });
}

function rootsOf(newest: string | undefined, before: string | undefined): Root[] {
  mustBeLongEnough(newest ?? '', 'JIFEN_SECRET');
  const earlier = listedSecrets(before);
  for (const { secret } of earlier) {
    mustBeLongEnough(secret, 'each secret of JIFEN_SECRETS_BEFORE');
  }
  return [{ secret: newest ?? '', lastDay: null }, ...earlier];
}

/** One key a purpose, each with an id that says nothing of it. */
function keysOf({ secret }: Root): (purpose: string) => Key {
  const root = createSecretKey(secret, 'utf8');
  const known = new Map<string, Key>();
  return (purpose) => {
    const made = known.get(purpose);
    if (made) return made;
    const key = createSecretKey(hmac(root, `key of ${purpose}`), 'hex');
    const fresh = { id: hmac(key, 'id').slice(0, keyIdDigits), key };
    known.set(purpose, fresh);
    return fresh;
  };
}

/** The name of the key that a signature was made with. */
export const keyIdOf = (signature: string) => signature.slice(0, keyIdDigits);

function signWith({ id, key }: Key, text: string, length: number): string {
  return `${id}${hmac(key, text)}`.slice(0, length);
}

function foundingOf(founding: string | undefined): (given: string) => boolean {
  if (founding && founding.length < shortestFounding) {
    throw new Error(
      `JIFEN_FOUNDING_SECRET must be at least ${shortestFounding} characters long, or not set`,
    );
  }
  const key = createSecretKey('founding', 'utf8');
  return (given) => Boolean(founding) && isSame(hmac(key, given), hmac(key, founding ?? ''));
}

/**
 * @param newest `JIFEN_SECRET`, at least 32 characters, from the function's environment only
 * @throws Error when it is missing, or one of them short, or two give a key the same name: a start
 *   without them must fail, not fall back
 */
export function createSecret(newest: string | undefined, settings: SecretSettings = {}): Secret {
  const { founding, before, nowMs = Date.now } = settings;
  const all = rootsOf(newest, before).map((root) => ({ ...root, keyOf: keysOf(root) }));
  // Who still lies under an older key is found by its name.
  const names = new Set(all.map((each) => each.keyOf('person').id));
  if (names.size < all.length) throw new Error('choose another secret: two are alike');
  const keyOf = (purpose: string) => all.map((root) => ({ ...root, ...root.keyOf(purpose) }));
  const fits = (key: Key, text: string, signature: string) =>
    signature.length >= 16 && isSame(signWith(key, text, signature.length), signature);
  return {
    sign: (purpose, text, length = 64) => signWith(keyOf(purpose)[0] as Key, text, length),
    signEach: (purpose, text, length = 64) =>
      keyOf(purpose).map((key) => signWith(key, text, length)),
    matches(purpose, text, signature) {
      const today = dayOf(nowMs());
      const valid = keyOf(purpose).filter(({ lastDay }) => lastDay === null || today <= lastDay);
      return valid.some((key) => fits(key, text, signature));
    },
    matchesKept: (purpose, text, signature) =>
      keyOf(purpose).some((key) => fits(key, text, signature)),
    keyIds: (purpose) => keyOf(purpose).map(({ id }) => id),
    isFoundingSecret: foundingOf(founding),
  };
}
