import { refuse } from '../kernel/refusal';

/** How long a phone number that WeChat has vouched for may be used to join. */
export const phoneTokenMinutes = 10;

type Sign = (text: string) => string;
type Matches = (text: string, signature: string) => boolean;

function signedText(personId: string, phone: string, validUntilMs: number): string {
  return `${personId}\n${phone}\n${validUntilMs}`;
}

/** A token only this person can use: `phone.validUntilMs.signature`. */
export function writePhoneToken(
  personId: string,
  phone: string,
  nowMs: number,
  sign: Sign,
): { phoneToken: string; validUntilMs: number } {
  const validUntilMs = nowMs + phoneTokenMinutes * 60_000;
  const signature = sign(signedText(personId, phone, validUntilMs));
  return { phoneToken: `${phone}.${validUntilMs}.${signature}`, validUntilMs };
}

/**
 * The phone number a token proves.
 * @throws Refusal `phone-token-stale` when it is too old, somebody else's or not ours; the answer
 *   is the same for all three, so that a forger learns nothing
 */
export function readPhoneToken(
  phoneToken: string,
  personId: string,
  nowMs: number,
  matches: Matches,
): string {
  const [, phone, until, signature] =
    /^(1\d{10})\.(\d{13})\.([0-9a-f]{64})$/.exec(phoneToken) ?? [];
  const validUntilMs = Number(until);
  const sound =
    phone !== undefined &&
    signature !== undefined &&
    matches(signedText(personId, phone, validUntilMs), signature) &&
    nowMs < validUntilMs;
  if (!sound) {
    refuse('phone-token-stale', '手机号核对已经过时。请再点一次用微信手机号的那个按钮。');
  }
  return phone;
}
