/** What `jest --json` leaves in its file, as far as it is read here. */
export type JestResult = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
};

export type Totals = { passed: number; failed: number };

/** Tests that stand there and did not run: a proof that was skipped is none. */
export function notRun(result: JestResult): string[] {
  return result.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName, status }) => `${name}: ${fullName} (${status})`),
  );
}

/**
 * @param code of jest, which may also fail as a whole: no test found, a worker that would not end
 * @param chosenByName where `-t` picked some tests, the others were not meant to run
 */
export function totalsOf(result: JestResult, code: number, chosenByName: boolean): Totals {
  const skipped = chosenByName ? 0 : notRun(result).length;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + skipped;
  return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}
