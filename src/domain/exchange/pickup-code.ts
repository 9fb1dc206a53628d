import { refuse } from '../kernel/refusal';
import type { Order, Scan } from './types';

/** How long a code on the household's screen is good, from the server's clock. */
export const pickupCodeLifeMs = 60_000;
/**
 * How long a scan lets its keeper hand over, and nobody else end the order: the goods may be across
 * the counter already. Each scan takes a fresh code from the household's own screen, so no keeper
 * holds an order for longer than the household goes on showing codes.
 */
export const scanLifeMs = 300_000;

export type PickupCode = {
  orderId: string;
  issuedAtMs: number;
  /** 8 hex digits, so that two codes of one millisecond differ. */
  nonce: string;
  /** HMAC, 32 hex digits. */
  signature: string;
};

const codeShape = /^JF1\.([0-9A-HJKMNP-TV-Z]{26})\.([0-9a-z]{1,9})\.([0-9a-f]{8})\.([0-9a-f]{32})$/;

/** `JF1.{orderId}.{issuedAtMs in base 36}.{nonce}.{signature}`. */
export function composeCode({ orderId, issuedAtMs, nonce, signature }: PickupCode): string {
  return `JF1.${orderId}.${issuedAtMs.toString(36)}.${nonce}.${signature}`;
}

/** Null for any text that is not shaped like one of our codes. */
export function parseCode(text: string): PickupCode | null {
  const [, orderId, issuedAt, nonce, signature] = codeShape.exec(text.trim()) ?? [];
  if (!orderId || !issuedAt || !nonce || !signature) return null;
  const code = { orderId, issuedAtMs: Number.parseInt(issuedAt, 36), nonce, signature };
  // One code has one spelling: a moment written with zeros before it is not ours.
  return composeCode(code) === text.trim() ? code : null;
}

/** What the signature covers: one order, one shop, one moment. */
export function signedText(code: Omit<PickupCode, 'signature'>, shopId: string): string {
  return [code.orderId, shopId, code.issuedAtMs, code.nonce].join('|');
}

/** @throws Refusal `code-not-ours` */
export function refuseForeignCode(): never {
  refuse('code-not-ours', '这不是积分超市的取货码。请让对方在“我的兑换单”里点“出示取货码”。');
}

/** A scan whose time is not over, as seen by whoever acts. */
export type StandingScan = { byThisKeeper: boolean; endsAtMs: number };

/** Null where nobody is handing over just now. */
export function standingScan(
  scan: Scan | null,
  personId: string | null,
  nowMs: number,
): StandingScan | null {
  if (scan === null || nowMs >= scan.atMs + scanLifeMs) return null;
  return { byThisKeeper: scan.keeperId === personId, endsAtMs: scan.atMs + scanLifeMs };
}

/** @throws Refusal `other-shop` */
export function mustServeOwnShop(order: Order, shopIds: readonly string[]): void {
  if (shopIds.includes(order.shopId)) return;
  refuse('other-shop', `这张单要在${order.shopName}取货。请让对方到那家店去。`);
}

/**
 * Spends a code whose signature fits: within its minute, and once.
 * @throws Refusal `code-stale`, `code-used`
 */
export function spendCode(order: Order, code: PickupCode, keeperId: string, nowMs: number): Order {
  const validUntilMs = code.issuedAtMs + pickupCodeLifeMs;
  if (nowMs >= validUntilMs) {
    refuse('code-stale', '这个取货码过了 1 分钟,不能用了。请让对方刷新一下再扫。');
  }
  if (order.usedCodes.some((used) => used.signature === code.signature)) {
    const next = order.state === 'placed' ? '请让对方刷新出新的码再扫。' : '这张单已经办完了。';
    refuse('code-used', `这个取货码已经扫过了。${next}`);
  }
  const stillGood = order.usedCodes.filter((used) => nowMs < used.validUntilMs);
  return {
    ...order,
    scan: { keeperId, atMs: nowMs },
    usedCodes: [...stillGood, { signature: code.signature, validUntilMs }],
  };
}
