const { appendFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
// It has no types.
const run = createRequire(__filename)('jest-circus/runner');
const { processorSeconds } = require('./processor-time.cjs');

/**
 * Jest's own runner, which also writes down what each file took of the processor, with the
 * processes it started: a line each into the file that TEST_TIMES names.
 *
 * @param {unknown} globalConfig @param {{ rootDir: string }} config @param {unknown[]} rest
 */
module.exports = async function measuredRunner(globalConfig, config, ...rest) {
  const before = processorSeconds();
  try {
    return await run(globalConfig, config, ...rest);
  } finally {
    const after = processorSeconds();
    const file = process.env.TEST_TIMES;
    if (file !== undefined && before !== null && after !== null) {
      const name = path.relative(config.rootDir, String(rest[2]));
      appendFileSync(file, `${(after - before).toFixed(1)} ${name}\n`);
    }
  }
};
