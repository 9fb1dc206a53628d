const { statSync } = require('node:fs');

/** @typedef {{ path: string, context: { config: { rootDir: string } } }} Test */

/**
 * The longest by processor time (`npm test` prints them), longest first. All of it takes minutes:
 * what fails quickly is to fail first. New suites count as quick; one that is slow is written here.
 */
const slow = [
  ...['simulation/kill-nine', 'simulation/simulation', 'simulation/fire/fire'],
  ...['weapp/every-page', 'bench/phone/set-data', 'e2e/start-page', 'e2e/three-roles'],
  ...['run/ending', 'simulation/planted-bugs', 'weapp/sheets', 'weapp/chromium'],
  ...['weapp/coming-back', 'weapp/forms', 'security/spreadsheets', 'proof/crash/crash-points'],
  ...['weapp/steady-form', 'weapp/device', 'weapp/resident', 'actions/jobs/many'],
  ...[
    'simulation/scarcity',
    'weapp/keeper',
    'weapp/scanned-codes',
    'proof/exactly-once/exactly-once',
  ],
  ...['runtime/identity/identity', 'security/public-answers', 'security/tamper', 'bench/ledger'],
  ...['security/fuzz/fuzz', 'deploy/commands', 'security/secrets', 'local-cloud/functions/host'],
];

/** @param {Test} test */
function placeOf({ path, context }) {
  const name = path.slice(context.config.rootDir.length + '/tests/'.length);
  return slow.indexOf(name.replaceAll('\\', '/').replace(/\.test\.tsx?$/, ''));
}

/** @param {Test} one @param {Test} other */
function bySize(one, other) {
  const [left, right] = [statSync(one.path).size, statSync(other.path).size];
  return left - right || (one.path < other.path ? -1 : 1);
}

/**
 * Quick suites first, small files before large ones; then the slow ones, the longest first, so that
 * at the end no worker is left alone with it while the others have nothing to do.
 */
module.exports = class SlowLast {
  /** @param {Test[]} tests */
  sort(tests) {
    const quick = tests.filter((test) => placeOf(test) < 0).sort(bySize);
    const long = tests.filter((test) => placeOf(test) >= 0);
    return [...quick, ...long.sort((one, other) => placeOf(one) - placeOf(other))];
  }

  /** @param {Test[]} tests */
  shard(tests) {
    return tests;
  }

  /** @param {Test[]} tests */
  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};

module.exports.slow = slow;
