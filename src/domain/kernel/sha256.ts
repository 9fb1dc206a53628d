/** First 32 bits of the fractional parts of the roots of the first primes, square or cube. */
function rootBits(count: number, root: (prime: number) => number): Int32Array {
  const bits = new Int32Array(count);
  for (let found = 0, number = 2; found < count; number += 1) {
    let isPrime = true;
    for (let by = 2; by * by <= number; by += 1) if (number % by === 0) isPrime = false;
    if (!isPrime) continue;
    const fraction = root(number) % 1;
    bits[found] = Math.floor(fraction * 2 ** 32);
    found += 1;
  }
  return bits;
}

const start = rootBits(8, Math.sqrt);
const rounds = rootBits(64, Math.cbrt);
const blockBytes = 64;

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** One, then zeros, then the length in bits: up to a whole number of blocks. */
function padded(bytes: Uint8Array): DataView {
  const blocks = Math.ceil((bytes.length + 9) / blockBytes);
  const whole = new Uint8Array(blocks * blockBytes);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(whole.length - 4, (bytes.length * 8) >>> 0);
  return view;
}

function spread(words: Int32Array, view: DataView, offset: number): void {
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(offset + at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [words[at - 15] as number, words[at - 2] as number];
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[at] = ((words[at - 16] as number) + low + (words[at - 7] as number) + high) | 0;
  }
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as number[] as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ];
  for (let at = 0; at < 64; at += 1) {
    const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + high + chosen + (rounds[at] as number) + (words[at] as number)) | 0;
    const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[at] = ((state[at] as number) + word) | 0;
  }
}

/**
 * SHA-256 (FIPS 180-4). Our own, because the oldest WeChat the town's phones carry has neither
 * crypto nor the BigInt that libraries count lengths with, and a draw is made again there.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(start);
  const words = new Int32Array(64);
  const view = padded(bytes);
  for (let offset = 0; offset < view.byteLength; offset += blockBytes) {
    spread(words, view, offset);
    mix(state, words);
  }
  const hash = new DataView(new ArrayBuffer(32));
  for (const [at, word] of state.entries()) hash.setInt32(at * 4, word);
  return new Uint8Array(hash.buffer);
}
