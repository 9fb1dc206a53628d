const inAPage = /tests[\\/](phone|components)[\\/]/;

/**
 * Where a test runs: pages and components of the phone in jsdom, all else in plain Node.
 * @param {import('@jest/environment').JestEnvironmentConfig} config
 * @param {import('@jest/environment').EnvironmentContext} context
 */
module.exports = function Environment(config, context) {
  // Only where it is needed: jsdom takes its time to load.
  const { TestEnvironment } = inAPage.test(context.testPath)
    ? require('jest-environment-jsdom')
    : require('jest-environment-node');
  return new TestEnvironment(config, context);
};
