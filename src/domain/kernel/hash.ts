import { sha256 } from './sha256';

/** As UTF-8 where no TextEncoder is, as in WeChat; a lone surrogate is U+FFFD, as with one. */
export function utf8ByHand(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  const bytes = escaped.match(/%[0-9A-F]{2}|[^%]/g) ?? [];
  return Uint8Array.from(bytes, (each) =>
    each.length === 1 ? each.charCodeAt(0) : Number.parseInt(each.slice(1), 16),
  );
}

const encoder = typeof TextEncoder === 'undefined' ? null : new TextEncoder();
const utf8 = (text: string) => encoder?.encode(text) ?? utf8ByHand(text);

const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** SHA-256 of a text, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return hexOf(sha256(utf8(text)));
}

/** Leaf and node differ in a first byte, so that no node can pass for a leaf (RFC 6962 §2.1). */
function hashLeaf(leaf: string): Uint8Array {
  return sha256(joined(new Uint8Array([0]), utf8(leaf)));
}

function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(joined(new Uint8Array([1]), left, right));
}

function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hashNode(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** Merkle tree hash of RFC 6962 §2.1 over the leaves in order, hex; of none, the empty hash. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256Hex('');
  return hexOf(treeHash(leaves.map(hashLeaf)));
}
