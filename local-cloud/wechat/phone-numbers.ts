import { APP_ID } from '../environment';
import { accept, type OpenApiAnswer, type Parameters, refuse } from './answer';

export type PhoneNumbers = {
  /** phonenumber.getPhoneNumber({ code }). */
  getPhoneNumber(parameters: Parameters): OpenApiAnswer;
  /** The data behind a cloud id; null when the id is none of ours, used or expired. */
  openCloudId(cloudId: string): Record<string, unknown> | null;
};

const CODE_PATTERN = /^phone:(?:\+(\d{1,3})-)?(\d{5,14})(?::(\d+))?(?::[\w-]+)?$/;
const COUNTRY = '86';
const MOBILE_PATTERN = /^1\d{10}$/;
const CODE_LIFETIME_MS = 5 * 60_000;

/**
 * On a phone WeChat makes the code after the user has agreed; here it is written by hand:
 * `phone:[+<country>-]<number>[:<issuedAtMs>[:<anything>]]`, of China where no country stands. A
 * code works once and for five minutes after its
 * issue; one that names no instant counts as just issued, and may be written again once its five
 * minutes are over.
 */
export function createPhoneNumbers(nowMs: () => number): PhoneNumbers {
  const usedAtMs = new Map<string, number>();

  const forgetExpired = (instantMs: number) => {
    for (const [code, atMs] of usedAtMs) {
      if (instantMs - atMs > CODE_LIFETIME_MS) usedAtMs.delete(code);
    }
  };
  const spend = (code: unknown): Record<string, unknown> | null => {
    const [, country = COUNTRY, number, issuedAtText] = CODE_PATTERN.exec(String(code)) ?? [];
    if (number === undefined) return null;
    const isForeign = country !== COUNTRY;
    if (!isForeign && !MOBILE_PATTERN.test(number)) return null;
    const instantMs = nowMs();
    forgetExpired(instantMs);
    const ageMs = issuedAtText === undefined ? 0 : instantMs - Number(issuedAtText);
    if (ageMs > CODE_LIFETIME_MS || usedAtMs.has(String(code))) return null;
    usedAtMs.set(String(code), instantMs);
    return {
      // Only foreign ones are written with their country.
      phoneNumber: isForeign ? `+${country}${number}` : number,
      purePhoneNumber: number,
      countryCode: country,
      watermark: { timestamp: Math.floor(instantMs / 1000), appid: APP_ID },
    };
  };

  return {
    getPhoneNumber({ code }) {
      const phoneInfo = spend(code);
      return phoneInfo === null ? refuse(40029, 'invalid code') : accept({ phone_info: phoneInfo });
    },
    openCloudId: spend,
  };
}
