import { createSecret } from '../../cloudfunctions/runtime/secret';

const long = 'x'.repeat(32);

test.each([undefined, '', 'short', 'x'.repeat(31)])(
  'a start with the secret %p fails',
  (secret) => {
    expect(() => createSecret(secret)).toThrow('JIFEN_SECRET');
  },
);

test('keys of different purposes never mix, and other secrets give other signatures', () => {
  const secret = createSecret(long);
  expect(secret.sign('person', 'a')).not.toBe(secret.sign('pickup', 'a'));
  expect(secret.sign('person', 'a')).toBe(createSecret(long).sign('person', 'a'));
  expect(secret.sign('person', 'a')).not.toBe(createSecret(`${long}y`).sign('person', 'a'));
  expect(secret.sign('person', 'a', 32)).toHaveLength(32);
});

test('a signature matches its own text and purpose only, and never when it is cut short', () => {
  const secret = createSecret(long);
  const signature = secret.sign('draw', 'v01-1', 16);
  expect(secret.matches('draw', 'v01-1', signature)).toBe(true);
  expect(secret.matches('draw', 'v01-2', signature)).toBe(false);
  expect(secret.matches('pickup', 'v01-1', signature)).toBe(false);
  expect(secret.matches('draw', 'v01-1', signature.slice(0, 8))).toBe(false);
  expect(secret.matches('draw', 'v01-1', '')).toBe(false);
});

test('a signature of other letters and the same length is no signature', () => {
  const secret = createSecret(long);
  const signature = secret.sign('draw', 'v01-1', 16);
  expect(secret.matches('draw', 'v01-1', `é${signature.slice(1)}`)).toBe(false);
  expect(secret.matches('draw', 'v01-1', '０'.repeat(16))).toBe(false);
});

test('without a founding secret nobody can found', () => {
  expect(createSecret(long).isFoundingSecret('')).toBe(false);
  expect(createSecret(long, { founding: '' }).isFoundingSecret('')).toBe(false);
  expect(() => createSecret(long, { founding: 'x'.repeat(15) })).toThrow('JIFEN_FOUNDING_SECRET');
  const secret = createSecret(long, { founding: 'open sesame, open' });
  expect(secret.isFoundingSecret('open sesame, open')).toBe(true);
  expect(secret.isFoundingSecret('open')).toBe(false);
});
