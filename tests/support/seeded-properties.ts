/**
 * Every property draws the cases of the quick seed, so that a commit tries the same ones whenever
 * it is tried. Only a test that asks for fast-check loads it.
 */
jest.mock('fast-check', () => {
  const properties = jest.requireActual<typeof import('fast-check')>('fast-check');
  const { quickSeed } = jest.requireActual<typeof import('../../config/run/quick-seed')>(
    '../../config/run/quick-seed',
  );
  // Seeds of fast-check have a sign.
  properties.configureGlobal({ seed: quickSeed | 0 });
  return properties;
});
