import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSecret } from '../../cloudfunctions/runtime/secret';

const compared: [number, number][] = [];
jest.mock('node:crypto', () => {
  const real = jest.requireActual<typeof import('node:crypto')>('node:crypto');
  return {
    ...real,
    timingSafeEqual: (left: Buffer, right: Buffer) => {
      compared.push([left.length, right.length]);
      return real.timingSafeEqual(left, right);
    },
  };
});

const root = path.resolve(__dirname, '../..');
const folders = ['cloudfunctions', 'src/domain', 'src/contracts'];

type Line = { file: string; line: string };

const lines: Line[] = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      readFileSync(path.join(root, folder, name), 'utf8')
        .split('\n')
        .map((line) => ({ file: `${folder}/${name}`, line: line.trim() })),
    ),
);

const words = '[sS]ecret|[sS]ignature|[tT]oken|[mM]ac|[hH]mac|[pP]in|[pP]assword|[oO]tp';
const secretName = `[\\w.]*(?:${words})`;
const ends = String.raw`(?![\w.(])`;
/** A secret on either side of a comparison, or asked for its beginning, end or parts. */
const comparesASecret = new RegExp(
  [
    `\\b${secretName}${ends}\\s*(?:[!=]==?)`,
    `(?:[!=]==?)\\s*\\b${secretName}${ends}`,
    `\\b${secretName}\\??\\.(?:startsWith|endsWith|includes|indexOf|match|localeCompare|search)\\(`,
    `\\.(?:startsWith|endsWith|includes|indexOf|localeCompare)\\(\\s*${secretName}${ends}\\s*\\)`,
  ].join('|'),
);
/** Asking whether there is one at all, and of its length, compares nothing of it. */
const asksWhetherThere =
  /[!=]==? (?:undefined|null|'')|typeof signature === 'string' && signature\.length ===/;

/** Compared in the open, each with its reason. */
const allowed: readonly Line[] = [
  {
    // Both signatures have been found genuine before: it only asks which of ours it is.
    file: 'src/domain/exchange/pickup-code.ts',
    line: 'if (order.usedCodes.some((used) => used.signature === code.signature)) {',
  },
];

test('secrets are compared by timingSafeEqual alone', () => {
  const found = lines.filter(
    ({ line }) =>
      !line.startsWith('*') && comparesASecret.test(line) && !asksWhetherThere.test(line),
  );
  expect(found).toEqual(allowed);
  const safely = lines.filter(({ line }) => line.includes('timingSafeEqual('));
  expect(safely.map(({ file }) => file)).toEqual(['cloudfunctions/runtime/secret.ts']);
});

test.each([
  'if (input.foundingSecret === process.env.JIFEN_FOUNDING_SECRET) return;',
  'const sound = expected !== code.signature;',
  'return stored.pin == input.pin;',
  'if (signature.startsWith(wanted)) return true;',
  'return known.includes(phoneToken);',
])('the scan would see: %s', (line) => {
  expect(comparesASecret.test(line)).toBe(true);
});

test('a signature is compared whole, wherever its first wrong digit stands', () => {
  const secret = createSecret('a secret of the tests, long enough', {
    founding: 'open sesame, open',
  });
  const right = secret.sign('pickup', 'text', 32);
  const wrongAt = (index: number) =>
    right.slice(0, index) + (right[index] === '0' ? '1' : '0') + right.slice(index + 1);
  compared.length = 0;
  expect(secret.matches('pickup', 'text', right)).toBe(true);
  for (const index of [0, 15, 31]) {
    expect(secret.matches('pickup', 'text', wrongAt(index))).toBe(false);
  }
  expect(compared).toEqual([1, 2, 3, 4].map(() => [32, 32]));
});

test('the founding secret is compared by its digest, so that not even its length shows', () => {
  const secret = createSecret('a secret of the tests, long enough', {
    founding: 'open sesame, open',
  });
  compared.length = 0;
  for (const given of ['', 'o', 'open sesame, open', 'open sesame, open and more', '开门']) {
    expect(secret.isFoundingSecret(given)).toBe(given === 'open sesame, open');
  }
  expect(compared).toEqual([1, 2, 3, 4, 5].map(() => [64, 64]));
});
