/**
 * A mutant must live or die by the rules, not by luck: every property draws the same cases each
 * time, at most a hundred. The first failure is enough to kill, so nothing is shrunk. Only a test
 * that asks for fast-check loads it: a run is thousands of starts.
 */
jest.mock('fast-check', () => {
  const properties = jest.requireActual<typeof import('fast-check')>('fast-check');
  properties.configureGlobal({ seed: 20261123, endOnFailure: true });
  const assert = (property: never, parameters?: { numRuns?: number }) => {
    const numRuns = Math.min(parameters?.numRuns ?? 100, 100);
    return properties.assert<unknown[]>(property, { ...parameters, numRuns });
  };
  return { ...properties, assert };
});
