import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** Keys for different purposes never mix, so that a code of one kind cannot pass for another. */
export type SecretPurpose =
  | 'person'
  | 'command'
  | 'pickup'
  | 'phone'
  | 'draw'
  | 'evidence'
  | 'seal'
  | 'alarm'
  | 'print';

export type Secret = {
  /** HMAC-SHA-256 of a text under the key of a purpose, hex, cut to `length` digits. */
  sign(purpose: SecretPurpose, text: string, length?: number): string;
  /** Compares in constant time. */
  matches(purpose: SecretPurpose, text: string, signature: string): boolean;
  /** Whether somebody knows the secret that founds the town; false where none was set. */
  isFoundingSecret(given: string): boolean;
};

const shortest = 32;
const shortestFounding = 16;

/**
 * @param secret `JIFEN_SECRET`, at least 32 characters, from the function's environment only
 * @param foundingSecret `JIFEN_FOUNDING_SECRET`; empty once the town is founded
 * @throws Error when it is missing, or one of them short: a start without it must fail, not fall
 *   back
 */
export function createSecret(secret: string | undefined, foundingSecret?: string): Secret {
  if (!secret || secret.length < shortest) {
    throw new Error(`JIFEN_SECRET must be set, at least ${shortest} characters long`);
  }
  if (foundingSecret && foundingSecret.length < shortestFounding) {
    throw new Error(
      `JIFEN_FOUNDING_SECRET must be at least ${shortestFounding} characters long, or not set`,
    );
  }
  const key = createSecretKey(secret, 'utf8');
  const sign = (purpose: string, text: string, length = 64) =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest('hex').slice(0, length);
  // By bytes: a letter that takes two would make the comparison throw instead of saying no.
  const same = (left: string, right: string) => {
    const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
    return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
  };
  return {
    sign,
    matches: (purpose, text, signature) =>
      signature.length >= 16 && same(sign(purpose, text, signature.length), signature),
    isFoundingSecret: (given) =>
      Boolean(foundingSecret) &&
      same(sign('founding', given), sign('founding', foundingSecret ?? '')),
  };
}
