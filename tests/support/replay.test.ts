import { withReplay } from './replay';

const failureOf = (body: () => Promise<void>) =>
  body().then(
    () => null,
    (error: Error) => error,
  );

test('a failure says how it is played again, where Jest prints it', async () => {
  const body = withReplay('SEED=7 npx jest this', async () => {
    expect({ found: ['$& a leak'] }).toEqual({ found: [] });
  });
  const failure = await failureOf(body);
  for (const text of [failure?.message, failure?.stack]) {
    expect(text).toContain('$& a leak');
    expect(text).toContain('again: SEED=7 npx jest this');
  }
  expect(await failureOf(withReplay('SEED=7 npx jest this', async () => {}))).toBeNull();
});

test('each case of a table names its own seed', async () => {
  const body = withReplay(
    (seed: number) => `SEED=${seed} npx jest this`,
    async (seed) => expect(seed).toBe(1),
  );
  expect((await failureOf(() => body(7)))?.message).toContain('again: SEED=7 npx jest this');
});
